"""A preview tries a draft on the real listings and leaves everything as it was."""

from datetime import timedelta

import pytest

from directory.editions import Edition, in_force
from directory.editions.drafting import with_clocks, with_weights, with_words
from directory.editions.in_force import SHIPPED
from directory.editions.preview import Preview
from directory.editions.samples import sample_triages
from directory.matching import RANKING
from directory.providers.freshness import FACTS
from directory.roles import Admin
from directory.storage import Editions, Jobs
from directory.vocabulary import CONCERNS
from directory.workflows import Directory
from directory.workflows.editions.edit_draft import change_draft, drop_draft
from directory.workflows.editions.preview_edition import ask_preview
from directory.workflows.working.jobs import run_waiting_jobs
from tests.conftest import NOW
from tests.factories import make_provider, store

NOWHERE = "purple zebra days"


def previewed(directory: Directory, editor: Admin, draft: Edition) -> Preview:
    """Return what a preview of a draft finds."""
    change_draft(directory, editor, lambda _: draft)
    id = ask_preview(directory, editor)
    assert run_waiting_jobs(directory) == 1
    with directory.database.reading() as session:
        job = Jobs(session).newest("edition.preview", str(id))
        stored = Editions(session).preview(id)
    assert job
    assert job.state == "done", job.note
    assert stored
    return Preview.model_validate(stored.result)


@pytest.fixture
def listed(directory: Directory) -> Directory:
    """A directory where the one who fits best is hard to get, and another is free."""
    waits = {"accepting": "waitlist", "confirmed_at": NOW.date() - timedelta(days=200)}
    free = {"accepting": "yes", "next_opening_days": 1, "confirmed_at": NOW.date()}
    everything = [code for code in CONCERNS if CONCERNS[code].clinical][:40]
    store(
        directory,
        make_provider(
            id="fits", npi=None, name="Ada Fits", concerns=everything, availability=waits
        ),
        make_provider(id="free", npi=None, name="Bea Free", concerns=[], availability=free),
    )
    return directory


def test_samples_are_the_same_every_time_and_name_no_partners_violence() -> None:
    samples = sample_triages(("CA", "NV"))
    assert samples == sample_triages(("CA", "NV"))
    assert len(samples) == 200
    assert {one.request.state for one in samples} == {"CA", "NV"}
    assert not {"ipv_survivor", "ipv_perpetrator"} & {one.request.concerns[0] for one in samples}
    assert not {one.request.level_of_care for one in samples} & {"crisis", "emergency_medical"}
    assert sample_triages(()) == ()


def test_weights_show_whose_first_matches_change(listed: Directory, editor: Admin) -> None:
    weights = {"weights.time": 0.0, "weights.need": 900.0, "weights.data_trust": 0.0}
    found = previewed(listed, editor, with_weights(Edition(), weights, RANKING))
    assert found.triages == 200
    assert found.changed
    assert 0 < found.answered < 200
    first = found.changed[0]
    assert [one.name for one in first.before] == ["Bea Free", "Ada Fits"]
    assert [one.name for one in first.after] == ["Ada Fits", "Bea Free"]
    assert in_force() == SHIPPED
    drop_draft(listed, editor)


def test_words_show_what_a_search_would_find(listed: Directory, editor: Admin) -> None:
    words = (*CONCERNS["depression"].synonyms, NOWHERE)
    found = previewed(listed, editor, with_words(Edition(), "concerns", "depression", words))
    (search,) = found.searches
    assert (search.text, search.before.total, search.after.total) == (NOWHERE, 0, 1)
    assert not found.changed


def test_clocks_show_how_many_would_lose_their_badge(directory: Directory, editor: Admin) -> None:
    day = NOW.date()
    ago = {fact: day - timedelta(days=30) for fact in FACTS}
    openings = {"accepting": "yes", "confirmed_at": day}
    store(directory, make_provider(confirmed=ago, availability=openings))
    found = previewed(directory, editor, with_clocks(Edition(), {"payers": 29}))
    assert found.claimed == 1
    assert found.before
    assert found.after
    assert (found.before.badges, found.after.badges) == (1, 0)


def test_an_empty_directory_has_nothing_to_try(directory: Directory, editor: Admin) -> None:
    found = previewed(directory, editor, with_clocks(Edition(), {"payers": 29}))
    assert (found.triages, found.changed, found.claimed) == (0, (), 0)
