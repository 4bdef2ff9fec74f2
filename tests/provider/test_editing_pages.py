"""The editor as its pages: what is typed is saved, kept or shown again, and never overwritten."""

from html import unescape

import pytest
from flask.testing import FlaskClient

from directory.web.provider.listing.sections import SECTIONS
from directory.workflows.keeping.drafted_listing import drafted_listing
from tests.provider.editing import note_check, stored
from tests.provider.form_reading import form_on
from tests.provider.visiting import ANA, STUB, directory_of, keeper

HOME = f"/my/listing/{ANA}"
STUBS = f"/my/listing/{STUB}"


def text_of(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def opened(client: FlaskClient, address: str) -> dict[str, list[str]]:
    """Open the form at an address; return what it would send."""
    return form_on(text_of(client, address), address)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_that_is_saved_as_it_is_changes_nothing_but_its_date(app, ana, section):
    before = stored(directory_of(app), ANA)
    answer = ana.post(f"{HOME}/{section}", data=opened(ana, f"{HOME}/{section}"))
    assert (answer.status_code, answer.location) == (303, HOME)
    assert "We noted that it is still true today" in text_of(ana, HOME)
    after = stored(directory_of(app), ANA)
    said = {"confirmed": after.confirmed, "availability": after.availability}
    assert before.model_copy(update=said) == after


def test_a_save_goes_public_and_says_so(app, ana):
    sent = opened(ana, f"{HOME}/languages") | {"languages": ["en", "es"]}
    assert ana.post(f"{HOME}/languages", data=sent).location == HOME
    assert "Saved. Patients see it now." in text_of(ana, HOME)
    assert "Spanish" in text_of(ana, f"/providers/{ANA}")


def test_what_cannot_be_read_is_shown_again_as_it_was_typed(app, ana):
    sent = opened(ana, f"{HOME}/costs") | {"fee_min": "about ninety"}
    answer = ana.post(f"{HOME}/costs", data=sent)
    assert answer.status_code == 422
    assert form_on(answer.text, f"{HOME}/costs")["fee_min"] == ["about ninety"]
    assert "Error: " in answer.text
    assert stored(directory_of(app), ANA).fee.min == 90


def test_what_does_not_fit_the_rest_is_kept_and_the_reason_told(app, ana):
    directory = directory_of(app)
    ana.post(f"{HOME}/modalities", data={"seen": opened(ana, f"{HOME}/modalities")["seen"]})
    assert stored(directory, ANA).modalities
    assert "name at least one kind of therapy" in text_of(ana, f"{HOME}/modalities")
    assert "Patients do not see it yet" in text_of(ana, f"{HOME}/modalities")
    assert "To mend" in text_of(ana, HOME)


def test_what_was_kept_can_be_thrown_away(app, ana):
    address = f"{HOME}/modalities"
    ana.post(address, data={"seen": opened(ana, address)["seen"]})
    thrown = form_on(text_of(ana, address), f"{address}/discard")
    assert ana.post(f"{address}/discard", data=thrown).location == HOME
    assert not drafted_listing(directory_of(app), ANA).drafts


def test_an_old_tab_throws_nothing_away(app, ana):
    address = f"{HOME}/modalities"
    ana.post(address, data={"seen": opened(ana, address)["seen"]})
    assert ana.post(f"{address}/discard", data={"seen": "old"}).location == address
    assert drafted_listing(directory_of(app), ANA).drafts


def test_two_tabs_never_overwrite_each_other(app, ana):
    address = f"{HOME}/languages"
    first, second = opened(ana, address), opened(ana, address)
    ana.post(address, data=first | {"languages": ["en", "es"]})
    answer = ana.post(address, data=second | {"languages": ["en", "fr"]})
    assert answer.status_code == 409
    assert "Spanish" in answer.text
    assert "French" in answer.text
    assert stored(directory_of(app), ANA).languages == ("en", "es")


def clashed(ana: FlaskClient) -> dict[str, list[str]]:
    """Return what the page of a conflict sends: English and French over English and Spanish."""
    address = f"{HOME}/languages"
    first, second = opened(ana, address), opened(ana, address)
    ana.post(address, data=first | {"languages": ["en", "es"]})
    return form_on(ana.post(address, data=second | {"languages": ["en", "fr"]}).text, address)


def test_one_tab_can_keep_its_own_words(app, ana):
    answer = ana.post(f"{HOME}/languages", data=clashed(ana))
    assert answer.status_code == 303
    assert stored(directory_of(app), ANA).languages == ("en", "fr")


def test_one_tab_can_go_on_with_its_own_words(app, ana):
    answer = ana.post(f"{HOME}/languages", data=clashed(ana) | {"again": "yes"})
    assert answer.status_code == 200
    again = form_on(answer.text, f"{HOME}/languages")
    assert again["languages"] == ["en", "fr"]
    assert stored(directory_of(app), ANA).languages == ("en", "es")
    assert ana.post(f"{HOME}/languages", data=again).status_code == 303
    assert stored(directory_of(app), ANA).languages == ("en", "fr")


def test_a_second_conflict_is_told_too(app, ana):
    sent = clashed(ana)
    third = opened(ana, f"{HOME}/languages") | {"languages": ["en", "vi"]}
    ana.post(f"{HOME}/languages", data=third)
    assert ana.post(f"{HOME}/languages", data=sent).status_code == 409
    assert stored(directory_of(app), ANA).languages == ("en", "vi")


def test_a_form_accepts_no_field_that_it_does_not_show(app, ana):
    sent = opened(ana, f"{HOME}/languages") | {"bio": "Smuggled.", "name": "Somebody Else"}
    ana.post(f"{HOME}/languages", data=sent)
    assert "Smuggled" not in stored(directory_of(app), ANA).bio
    assert stored(directory_of(app), ANA).name == "Ana Lopez"


def test_a_stub_is_filled_in_and_published(app, ana):
    assert "entry of the public register" in text_of(ana, STUBS)
    address = f"{STUBS}/services"
    sent = opened(ana, address) | {"services": ["support"], "service_intent": "support"}
    ana.post(address, data=sent)
    assert "Saved. Patients see it once you publish." in text_of(ana, STUBS)
    assert not stored(directory_of(app), STUB).services
    answer = ana.post(f"{STUBS}/publish", data=opened(ana, f"{STUBS}/publish"))
    assert answer.status_code == 422
    assert "Tick the box" in answer.text
    sent = opened(ana, f"{STUBS}/publish") | {"offers_none": "yes"}
    assert ana.post(f"{STUBS}/publish", data=sent).status_code == 303
    assert "A person looks at it first" in text_of(ana, STUBS)
    note_check(directory_of(app), STUB)
    assert ana.post(f"{STUBS}/publish", data=sent).status_code == 303
    assert stored(directory_of(app), STUB).services == ("support",)


def test_what_is_missing_before_publishing_leads_to_its_section(ana):
    page = text_of(ana, f"{STUBS}/publish")
    assert f'href="{STUBS}/services"' in page
    assert "Say if you offer psychotherapy, support or both" in page


def test_a_listing_is_taken_off_the_site_and_brought_back(app, ana):
    assert ana.post(f"{HOME}/take-off").status_code == 303
    assert ana.get(f"/providers/{ANA}").status_code == 404
    assert "Bring it back" in text_of(ana, HOME)
    sent = opened(ana, f"{HOME}/publish") | {"offers_none": "yes"}
    ana.post(f"{HOME}/publish", data=sent)
    assert ana.get(f"/providers/{ANA}").status_code == 200


def test_there_is_no_other_section(ana):
    assert ana.get(f"{HOME}/secrets").status_code == 404
    assert ana.post(f"{HOME}/secrets").status_code == 404


def test_another_keeper_sees_nothing_of_it(app):
    other = keeper(app, "account-2")
    for address in (HOME, f"{HOME}/languages", f"{HOME}/publish"):
        assert other.get(address).status_code == 404
