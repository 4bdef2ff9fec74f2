"""Proof of training: a keeper says where it can be seen, an admin marks what it shows."""

import pytest

from directory.storage import Corrections, Keepers
from tests.claim.people import CLAIMANT, as_account, listing, press, recipients
from tests.factories import make_provider, store
from tests.provider.editing import save
from tests.web.mailing import Office, text_of, words_on

ANA = "ana-lopez"
FORM = f"/my/listing/{ANA}/training"
PROOF = "https://school.example/graduates names me."
TRAININGS = [
    {"code": "CBT", "training": "certified"},
    {"code": "EMDR", "training": "trained"},
    {"code": "ACT", "training": "self_declared"},
]


@pytest.fixture(autouse=True)
def kept(here: Office) -> None:
    store(here.directory, make_provider(modalities=TRAININGS, offers_conversion_practices=False))
    with here.directory.database.writing() as session:
        Keepers(session).add(ANA, "una", here.clock())


def ask(here: Office, training: str = "CBT:certified") -> str:
    """Ask for a check; return the page on which it is decided."""
    answer = as_account(here, "una").submit(FORM, trainings=training, proof=PROOF)
    assert answer.status_code == 303, words_on(answer)
    with here.directory.database.reading() as session:
        (asked,) = Corrections(session).waiting()
    return f"/admin/corrections/{asked.id}"


def mark(here: Office, desk: str, *trainings: str, source: str = "The school’s list") -> int:
    form = {"trainings": list(trainings), "source": source}
    return int(press(as_account(here, "boss"), desk, "mark", **form).status_code)


def checked(here: Office) -> dict[str, bool]:
    found = listing(here, ANA)
    assert found
    return {held.code: held.verified_at is not None for held in found.modalities}


def test_the_section_leads_there_and_only_what_has_a_proof_can_be_chosen(here: Office) -> None:
    una = as_account(here, "una")
    assert f'href="{FORM}"' in una.see(f"/my/listing/{ANA}/modalities").text
    page = una.see(FORM).text
    assert 'value="CBT:certified"' in page
    assert 'value="EMDR:trained"' in page
    assert "ACT" not in page


def test_a_proof_that_an_admin_has_seen_is_told_to_patients_and_to_the_keeper(here: Office) -> None:
    desk = ask(here)
    boss = as_account(here, "boss")
    assert desk in boss.see("/admin/queue").text
    assert PROOF in words_on(boss.see(desk))
    assert mark(here, desk, "CBT:certified") == 303
    assert checked(here) == {"CBT": True, "EMDR": False, "ACT": False}
    assert recipients(here)[-1] == CLAIMANT
    assert "cognitive" in text_of(here.mails()[-1]).lower()
    assert "certified, checked" in words_on(here.person().see(f"/providers/{ANA}"))
    assert "Done" in words_on(as_account(here, "una").see(FORM))
    assert mark(here, desk, "CBT:certified") != 303  # decided already


def test_another_training_has_to_be_checked_again(here: Office) -> None:
    assert mark(here, ask(here), "CBT:certified") == 303
    save(here.directory, ANA, "modalities", modalities=[{"code": "CBT", "training": "trained"}])
    assert checked(here) == {"CBT": False}


def test_a_training_that_was_changed_meanwhile_is_not_marked(here: Office) -> None:
    desk = ask(here)
    save(here.directory, ANA, "modalities", modalities=[{"code": "CBT", "training": "trained"}])
    assert mark(here, desk, "CBT:certified") == 422
    assert checked(here) == {"CBT": False}


def test_nothing_else_is_marked_than_what_was_asked_for(here: Office) -> None:
    desk = ask(here)
    assert mark(here, desk, "EMDR:trained") == 422
    assert mark(here, desk, "CBT:certified", source="") == 422
    assert not any(checked(here).values())


def test_what_waits_is_not_asked_for_twice_and_what_is_missing_is_said(here: Office) -> None:
    una = as_account(here, "una")
    answer = una.submit(FORM, trainings="CBT:certified")
    assert answer.status_code == 422
    assert "Say where we can see the proof" in answer.text
    answer = una.submit(FORM, proof=PROOF)
    assert answer.status_code == 422
    assert PROOF in answer.text
    ask(here)
    assert 'value="CBT:certified"' not in una.see(FORM).text


def test_a_refusal_says_why_and_the_training_stays_unchecked(here: Office) -> None:
    desk = ask(here)
    boss = as_account(here, "boss")
    assert press(boss, desk, "refuse", reason="The page does not name you.").status_code == 303
    assert "does not name you" in text_of(here.mails()[-1])
    assert not any(checked(here).values())
