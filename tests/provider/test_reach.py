"""For which people a listing would be shown, and where: what the real matching says of a draft."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from directory.config import Settings
from directory.matching import MatchRequest
from directory.providers import Provider
from directory.storage import Exposures
from directory.workflows import Directory, open_directory
from directory.workflows.keeping.listing_reach import Place, listing_reach
from directory.workflows.keeping.reach_examples import Example, reach_examples
from directory.workflows.matching.match_providers import match_providers
from tests.conftest import NOW
from tests.factories import make_coach, make_license, make_provider, make_unclaimed, store
from tests.prepared import lay_out

TODAY = date(2026, 11, 21)
DRAFT = make_provider(concerns=["panic", "gad"], accepts_suicidality=True)


@pytest.fixture(params=["columns", "whoosh"])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Directory]:
    """A directory of thirty listings, with either engine."""
    environ = {
        "DIRECTORY_ENV": "development",
        "INSTANCE_PATH": str(tmp_path),
        "SECRET_KEY": "a key for tests alone",
        "SEARCH_ENGINE": request.param,
    }
    lay_out(tmp_path, request.param)
    opened = open_directory(Settings.from_environment(environ), clock=lambda: NOW)
    store(opened, *others())
    yield opened
    opened.close()


def others() -> list[Provider]:
    return [
        make_provider(
            id=f"other-{number}",
            name=f"Otto {number}",
            concerns=["panic"] if number % 3 else ["grief"],
            availability={"accepting": "yes", "next_opening_days": 5 * number},
            practice={"id": f"practice-{number % 4}", "name": "Four Trees"},
        )
        for number in range(30)
    ]


def typical(listing: Provider) -> Example:
    return reach_examples(listing, TODAY)[0]


def place(directory: Directory, listing: Provider, **changes: Any) -> Place:
    request = typical(listing).request.model_copy(update=changes)
    return listing_reach(directory, listing, request)


def why_not(directory: Directory, **changes: Any) -> list[str]:
    listing = make_provider(**{"concerns": ["panic"], **changes})
    return [one.reason for one in place(directory, listing).against]


def test_a_draft_stands_where_the_matching_puts_it_once_it_is_public(town: Directory) -> None:
    stored = DRAFT.model_copy(update={"concerns": (), "delivery": ()})
    store(town, stored)
    for example in reach_examples(DRAFT, TODAY):
        foretold = listing_reach(town, DRAFT, example.request)
        store(town, DRAFT)
        matched = match_providers(town, example.request, limit=100, is_shown=False).outcome
        ids = [one.provider.id for one in matched.matches]
        assert foretold.rank == ids.index(DRAFT.id) + 1
        assert foretold.total == matched.total
        assert foretold.match
        assert foretold.match.reasons == matched.matches[foretold.rank - 1].reasons
        store(town, stored)


def test_a_listing_that_is_not_public_counts_as_if_it_were(town: Directory) -> None:
    hidden = DRAFT.model_copy(update={"published": False})
    store(town, hidden)
    found = place(town, hidden)
    assert found.rank
    assert found.total == 31


def test_what_is_stored_is_not_counted_beside_the_draft(town: Directory) -> None:
    store(town, DRAFT)
    assert place(town, DRAFT).total == 31


def test_to_look_counts_nobody_as_shown(town: Directory) -> None:
    place(town, DRAFT)
    town.showings.write()
    with town.database.reading() as session:
        assert not Exposures(session).between(TODAY, date(2027, 1, 1))


def test_a_license_that_nobody_checked_is_what_is_against_it(town: Directory) -> None:
    unverified = [make_license(status="unverified", verified_at=None)]
    assert why_not(town, licenses=unverified) == ["not_licensed_in_state"]


def test_whoever_takes_nobody_is_not_shown(town: Directory) -> None:
    assert why_not(town, availability={"accepting": "no"}) == ["not_accepting"]


def test_no_word_on_thoughts_of_suicide_is_against_it_where_somebody_has_them(
    town: Directory,
) -> None:
    silent = DRAFT.model_copy(update={"accepts_suicidality": None})
    urgent = reach_examples(silent, TODAY)[2]
    assert urgent.request.level_of_care == "urgent"
    found = listing_reach(town, silent, urgent.request)
    assert [one.reason for one in found.against] == ["suicidality"]
    assert listing_reach(town, DRAFT, urgent.request).rank


def test_a_wish_that_is_not_met_says_which_one(town: Directory) -> None:
    paying = reach_examples(DRAFT, TODAY)[1]
    assert paying.asks == "They want to pay with Aetna."
    other_plan = DRAFT.model_copy(update={"payers": ("cigna",)})
    (against,) = listing_reach(town, other_plan, paying.request).against
    assert against.wish
    assert against.wish.found == "does not take Aetna"


def test_the_examples_are_those_for_whom_the_listing_is_there() -> None:
    first, paying, urgent = reach_examples(DRAFT, TODAY)
    assert (first.who, first.brings) == ("An adult of 34 in California", "panic attacks")
    assert paying.brings == "generalized anxiety / constant worry"
    assert urgent.request.safety_flags == ("suicide",)


def test_the_examples_look_where_the_license_is_good() -> None:
    ended = make_license(expires="2026-01-01")
    texas = make_license(state="TX", title="LCSW")
    assert typical(make_provider(licenses=[ended, texas])).request.state == "TX"


def test_whoever_sees_children_alone_is_looked_for_by_a_child() -> None:
    assert typical(make_provider(age_groups=["child"])).request.age_group == "child"


def test_whoever_says_no_to_thoughts_of_suicide_is_asked_for_by_another_age_or_a_couple() -> None:
    teens = make_provider(age_groups=["adult", "teen"], accepts_suicidality=False)
    assert reach_examples(teens, TODAY)[2].request.age_group == "teen"
    couples = make_provider(formats=["individual", "couples"], accepts_suicidality=False)
    assert reach_examples(couples, TODAY)[2].request.formats == ("couples",)


def test_a_prescriber_alone_is_asked_for_by_somebody_who_takes_medicine() -> None:
    license = make_license(license="psychiatrist", title="MD")
    prescriber = make_provider(
        license="psychiatrist", licenses=[license], services=["medication"], modalities=[]
    )
    assert typical(prescriber).request.level_of_care == "psychotherapy_and_medication"


def test_a_coach_is_asked_for_by_people_whom_nothing_ails_and_not_by_others(
    town: Directory,
) -> None:
    coach = make_coach(concerns=["career"])
    first, paying, third = reach_examples(coach, TODAY)
    assert first.request.level_of_care == paying.request.level_of_care == "support"
    assert third.request.level_of_care == "psychotherapy"
    assert listing_reach(town, coach, first.request).rank
    assert [one.reason for one in listing_reach(town, coach, third.request).against] == ["level"]


def test_without_a_state_there_is_nobody_to_be_found_by() -> None:
    bare = make_unclaimed(licenses=[])
    assert reach_examples(bare, TODAY) == ()


def test_whatever_a_listing_says_there_are_three_examples() -> None:
    made: list[MatchRequest] = [
        example.request
        for changes in ({}, {"concerns": []}, {"concerns": ["suicidal"]}, {"age_groups": []})
        for example in reach_examples(make_provider(**changes), TODAY)
    ]
    assert len(made) == 12
