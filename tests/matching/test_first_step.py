"""The first step over the columns of all listings, at its edges."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from directory.matching import MatchOutcome, Plan, match, may_fit, screen, unconfirmed
from directory.providers import Provider
from tests.factories import make_coach, make_license, make_provider, make_unclaimed
from tests.matching.asking import TODAY, asking, holder_of, ids, opening, prescriber
from tests.matching.two_steps import in_two_steps, listings_of

TOGETHER = {"level_of_care": "psychotherapy_and_medication"}
BIG = {"id": "big", "name": "Big"}
NINE = ("CBT", "ACT", "DBT", "PDT", "EMDR", "IPT", "MI", "MBCT", "SUPP")


def both(
    *people: Provider, limit: int = 20, today: date = TODAY, **changes: Any
) -> tuple[MatchOutcome, MatchOutcome]:
    """Return the outcome of one step and of two."""
    request = asking(**changes)
    sets = [listings_of(people, today=today)]
    return match(request, people, today, limit), in_two_steps(request, people, sets, limit, today)


def test_without_any_listing_there_is_no_match() -> None:
    one, two = both()
    assert one == two
    assert replace(one, plan=Plan()) == MatchOutcome()
    assert screen(asking(), [], TODAY, 10).ids == ()


def test_who_has_gone_from_a_set_is_neither_matched_nor_counted() -> None:
    ana = make_provider()
    screened = screen(asking(), [listings_of([ana], gone=[ana.id])], TODAY, 10)
    assert screened.ids == ()
    assert screened.tally.total + sum(screened.tally.excluded.values()) == 0


def test_an_edit_in_a_newer_set_counts_in_the_place_of_the_old_listing() -> None:
    before, after = make_provider(), make_provider(age_groups=["teen"])
    sets = [listings_of([before], gone=[before.id]), listings_of([after])]
    screened = screen(asking(), sets, TODAY, 10)
    assert (screened.ids, screened.tally.excluded) == ((), {"age": 1})


@pytest.mark.parametrize(("day", "total"), [(20, 1), (21, 1), (22, 0)])
def test_the_last_day_of_a_license_still_counts(day: int, total: int) -> None:
    ending = make_provider(licenses=[make_license(expires="2026-11-21")])
    one, two = both(ending, today=date(2026, 11, day))
    assert one == two
    assert two.total == total


def test_a_coach_never_stands_in_for_clinical_help() -> None:
    coach = make_coach(accepts_suicidality=True, concerns=["panic"])
    for changes in (
        {"level_of_care": "psychotherapy"},
        {"level_of_care": "support", "concerns": ["panic"]},
        {"level_of_care": "support", "safety_flags": ["suicide"]},
        {"level_of_care": "support", "goals": ["resolve_trauma"]},
        {"level_of_care": "support", "on_medication": True},
    ):
        one, two = both(coach, **changes)
        assert one == two
        assert two.excluded == {"level": 1}


def test_dropping_the_health_plan_brings_coaches_back_at_support() -> None:
    changes = {"level_of_care": "support", "coverage": {"payer": "aetna"}}
    one, two = both(make_coach(payers=["cigna"]), make_provider(), **changes)
    assert one == two
    assert [(found.drop, found.total) for found in two.relaxations] == [("coverage.payer", 2)]


def test_nobody_with_couple_work_alone_is_shown_where_a_partner_is_feared() -> None:
    couples = make_provider(id="couples", formats=["couples"])
    silent = make_provider(id="silent", formats=[], modalities=[{"code": "EFCT"}])
    one, two = both(couples, silent, make_provider(), safety_flags=["partner_violence"])
    assert one == two
    assert two.excluded == {"partner_violence": 2}


def test_more_than_eight_modalities_count_less_where_nobody_checked_them() -> None:
    few = make_provider(id="few", modalities=[{"code": "CBT"}])
    many = make_provider(id="many", modalities=[{"code": code} for code in NINE])
    one, two = both(few, many, concerns=["panic"])
    assert one == two
    assert ids(two) == ["few", "many"]


def test_both_roles_come_first_however_late_the_prescriber_is() -> None:
    talking = [make_provider(id=f"talk-{n}", availability=opening(1)) for n in range(30)]
    late = prescriber(id="pills", availability=opening(90), modalities=[])
    one, two = both(*talking, late, **TOGETHER, limit=3)
    assert one == two
    assert "pills" in ids(two)[:2]


def test_a_tester_counts_as_a_therapist_only_without_the_right_to_prescribe() -> None:
    request = TOGETHER | {"services": ["testing", "medication"]}
    tester = holder_of("psychologist", id="tester", services=["testing"])
    pills = [prescriber(id=f"pills-{n}", availability=opening(1)) for n in range(30)]
    one, two = both(tester, *pills, **request, limit=3)
    assert one == two
    assert "tester" in ids(two)[:2]


@pytest.mark.parametrize("limit", [1, 2, 4, 5, 6, 20])
def test_a_big_practice_holds_two_of_the_first_five_however_many_are_better(limit: int) -> None:
    big = [make_provider(id=f"b-{n}", practice=BIG, availability=opening(1)) for n in range(60)]
    two_of = {"id": "two", "name": "Two"}
    small = [
        make_provider(id=f"t-{n}", practice=two_of, availability=opening(50)) for n in range(30)
    ]
    own = [make_provider(id=f"o-{n}", availability=opening(99)) for n in range(3)]
    one, two = both(*big, *small, *own, limit=limit)
    assert one == two
    assert sum(id.startswith("b-") for id in ids(two)[:5]) == min(2, limit)


def test_ties_fall_by_the_lot_of_the_day() -> None:
    tied = [make_provider(id=f"p-{n}") for n in range(50)]
    first = set()
    for day in range(1, 15):
        one, two = both(*tied, limit=3, today=date(2026, 11, day))
        assert one == two
        first.add(ids(two)[0])
    assert len(first) > 5


def test_hardly_more_are_named_than_are_asked_for() -> None:
    sets = [listings_of([make_provider(id=f"p-{n}") for n in range(200)])]
    assert len(screen(asking(), sets, TODAY, 10).ids) <= 12


def test_words_move_whom_they_fit_and_are_told_to_the_exact_step() -> None:
    tied = [make_provider(id=f"p-{n}") for n in range(9)]
    sets = [listings_of(tied, relevance={"p-7": 1.0})]
    screened = screen(asking(text="warm"), sets, TODAY, 1)
    assert screened.ids[0] == "p-7"
    assert screened.relevance["p-7"] == 1.0
    assert screen(asking(), sets, TODAY, 1).relevance == {}


def test_unclaimed_listings_with_a_fitting_license_are_found_for_want_of_others() -> None:
    def unclaimed(id: str, **changes: Any) -> Provider:
        facts = {"status": "unverified", "expires": None, "verified_at": None}
        return make_unclaimed(id=id, npi=None, licenses=[make_license(**facts | changes)])

    people = [
        unclaimed("fits"),
        unclaimed("fits-too", expires="2026-11-21"),
        unclaimed("over", expires="2026-11-20"),
        unclaimed("elsewhere", state="NV"),
        unclaimed("void", status="revoked"),
        make_provider(id="claimed", licenses=[make_license(status="unverified")]),
    ]
    sets = [listings_of([]), listings_of(people)]
    found = set(unconfirmed(asking(), sets, TODAY, 5))
    assert found == {one.id for one in people if may_fit(one, asking(), TODAY)}
    assert found == {"fits", "fits-too"}
    assert len(unconfirmed(asking(), sets, TODAY, 1)) == 1
    assert unconfirmed(asking(services=["medication"]), sets, TODAY, 5) == ()
