"""Groups beside individual work."""

from datetime import date
from typing import Any

import pytest

from directory.matching.plan.parts import GroupOffer, Person
from directory.vocabulary import CONCERNS, THEMES
from tests.factories import make_provider
from tests.matching.asking import TODAY, asking, match
from tests.matching.plan.plans import (
    LATER,
    URGENT,
    group,
    leader,
    leading_coach,
    plan_for,
    plan_of_first,
)
from tests.matching.two_steps import in_two_steps, listings_of

GRIEF = {"concerns": ["grief"]}
FIRST_TALK = "Ask for a first talk alone with the leader before you join."
ALONE = "You come on your own, without your partner."


def names(*providers: Any, **changes: Any) -> list[str]:
    return [one.name for one in plan_for(*providers, **changes).groups]


@pytest.mark.seed_rule("SR26")
def test_a_group_is_told_with_all_that_a_person_wants_to_know() -> None:
    who = leader(group(starts="2027-01-11"), confirmed={"groups": "2026-11-01"})
    assert plan_for(who, **GRIEF).groups == (
        GroupOffer(
            leader=Person("ana-lopez", "Ana Lopez", 1),
            name="After a loss",
            theme="grief",
            kind="educational",
            concern="grief",
            seats=8,
            open=3,
            starts=date(2027, 1, 11),
            schedule="Tuesdays at 6 pm",
            text="A group for people who miss someone who died. A leader teaches a topic, and you "
            "can ask questions. You do not have to share. 3 of 8 places are free. It starts on "
            "January 11, 2027.",
            led_by="Clinical social worker (LCSW)",
            notes=(),
            confirmed_at=date(2026, 11, 1),
        ),
    )


def test_one_free_place_a_full_group_and_one_that_began_are_told_as_such() -> None:
    one, full, began = (
        group(open=1),
        group(name="Full", open=0),
        group(name="Began", starts="2026-11-20"),
    )
    found = {one.name: one.text for one in plan_for(leader(one, full, began), **GRIEF).groups}
    assert found["After a loss"].endswith("1 of 8 places is free.")
    assert found["Full"].endswith("It is full now. Ask for the next one.")
    assert found["Began"].endswith(
        "3 of 8 places are free. It began on November 20, 2026. Ask if you can join."
    )


def test_a_group_that_starts_today_has_not_begun() -> None:
    (found,) = plan_for(leader(group(starts="2026-11-21")), **GRIEF).groups
    assert found.text.endswith("It starts on November 21, 2026.")


def test_where_nobody_confirmed_the_groups_there_is_no_day() -> None:
    (found,) = plan_for(leader(group()), **GRIEF).groups
    assert found.confirmed_at is None


@pytest.mark.parametrize("theme", THEMES)
def test_only_the_theme_of_a_concern_fits(theme: str) -> None:
    told = names(leader(group(theme=theme)), concerns=["anger", "confidence"])
    assert bool(told) == (theme in {"anger", "confidence"})


def test_without_a_concern_there_is_no_group() -> None:
    assert names(leader(group())) == []


def test_open_groups_come_first_then_those_for_the_main_concern() -> None:
    who = leader(
        group(name="full anger", theme="anger", open=0),
        group(name="full grief", open=0),
        group(name="open anger", theme="anger", open=1),
    )
    asked = {"concerns": ["grief", "anger"]}
    assert names(who, **asked) == ["open anger", "full grief", "full anger"]


def test_among_equals_the_better_match_leads() -> None:
    better = leader(group(name="better"), id="better", concerns=["grief"])
    other = leader(group(name="other"), id="other", concerns=[])
    assert names(other, better, **GRIEF) == names(better, other, **GRIEF) == ["better", "other"]


def test_three_groups_are_enough() -> None:
    who = leader(*(group(name=f"group {n}") for n in range(5)))
    assert names(who, **GRIEF) == ["group 0", "group 1", "group 2"]


def test_the_leader_need_not_be_among_the_first() -> None:
    first = make_provider(id="first", concerns=["grief"])
    last = leader(group(), id="last", concerns=[], fee=None, availability={"accepting": "waitlist"})
    (found,) = plan_of_first(first, last, **GRIEF).groups
    assert found.leader == Person("last", "Ana Lopez", None)


def test_nobody_leads_who_may_not_be_matched() -> None:
    assert names(leader(group(), availability={"accepting": "no"}), **GRIEF) == []


@pytest.mark.seed_rule("SR36")
@pytest.mark.parametrize("level", URGENT)
def test_in_acute_need_there_is_no_group(level: str) -> None:
    assert names(leader(group()), level_of_care=level, **GRIEF) == []


@pytest.mark.parametrize("level", LATER)
def test_else_there_is_one_beside_individual_work(level: str) -> None:
    asked = {"level_of_care": level, "formats": ["individual"]}
    assert names(leader(group()), **asked, **GRIEF) == ["After a loss"]


@pytest.mark.seed_rule("SR36")
@pytest.mark.parametrize(
    "flag", ["suicide", "psychosis", "mania", "withdrawal", "overdose", "postpartum_psychosis"]
)
def test_open_talk_waits_for_a_first_talk_alone(flag: str) -> None:
    who = leader(group(kind="process"), group(name="class"), accepts_suicidality=True)
    assert names(who, safety_flags=[flag], **GRIEF) == ["class"]


@pytest.mark.parametrize("flag", ["eating_medical", "child_at_risk", "partner_violence"])
def test_other_flags_leave_open_talk(flag: str) -> None:
    assert len(names(leader(group(kind="process")), safety_flags=[flag], **GRIEF)) == 1


@pytest.mark.parametrize("concern", ["psychosis", "suicidal"])
def test_so_do_the_concerns_of_the_same_name(concern: str) -> None:
    who = leader(group(kind="process"))
    assert names(who, concerns=[concern, "grief"]) == []
    assert len(names(who, concerns=["panic", "grief"])) == 1


def test_open_talk_always_asks_for_a_first_talk() -> None:
    (found,) = plan_for(leader(group(kind="process")), **GRIEF).groups
    assert found.notes == (FIRST_TALK,)


@pytest.mark.seed_rule("SR29")
@pytest.mark.parametrize("kind", ["educational", "process"])
def test_a_group_about_an_affair_is_without_the_partner(kind: str) -> None:
    who = leader(group(theme="cheating", kind=kind))
    (found,) = plan_for(who, concerns=["infidelity"]).groups
    assert found.notes == ((FIRST_TALK,) if kind == "process" else ()) + (ALONE,)


@pytest.mark.parametrize(
    ("concern", "theme"), [("infidelity", "cheating"), ("boundaries", "communication")]
)
def test_where_a_partner_is_feared_no_group_is_shown_that_couples_come_to(
    concern: str, theme: str
) -> None:
    who = leader(group(theme=theme))
    assert names(who, concerns=[concern, "grief"]) == ["After a loss"]
    assert names(who, concerns=[concern, "grief"], safety_flags=["partner_violence"]) == []


@pytest.mark.seed_rule("SR35")
def test_a_coach_leads_a_class_only_where_nothing_is_clinical() -> None:
    coach = leading_coach(group(theme="confidence"))
    asked = {"level_of_care": "support", "concerns": ["confidence"]}
    (found,) = plan_for(coach, **asked).groups
    assert found.led_by == "Coach (no license)"
    assert found.notes == (
        "The leader is not licensed. It is a class, not treatment for a condition.",
    )
    assert names(coach, level_of_care="support", concerns=["confidence", "panic"]) == []
    assert names(coach, level_of_care="counselling", concerns=["confidence"]) == []


def test_the_first_concern_of_a_theme_is_what_a_group_is_for() -> None:
    (found,) = plan_for(leader(group()), concerns=["pregnancy_loss", "grief"]).groups
    assert found.concern == "pregnancy_loss"


def test_no_concern_that_tells_has_a_group() -> None:
    assert CONCERNS["ipv_survivor"].group_theme is None
    assert CONCERNS["ipv_perpetrator"].group_theme is None


@pytest.mark.parametrize("limit", [1, 2, 4])
def test_both_ways_find_the_same_groups_among_many_who_lead_none(limit: int) -> None:
    people = [make_provider(id=f"q-{n:02}", concerns=["grief"]) for n in range(20)]
    people += [leader(group(name=f"{n}", open=n % 2), id=f"l-{n}", concerns=[]) for n in range(8)]
    people += [leader(group(name="c", theme="anger"), id="anger", concerns=[])]
    request = asking(concerns=["anger", "grief"])
    exact = match(request, people, TODAY, limit)
    assert in_two_steps(request, people, [listings_of(people)], limit) == exact
    assert [one.open for one in exact.plan.groups] == [3, 1, 1]
    assert {one.leader.rank for one in exact.plan.groups} == {None}


def test_both_ways_find_a_full_group_where_no_other_is_left() -> None:
    people = [
        leader(group(open=0), id="full", concerns=[]),
        leader(group(kind="process", open=0), id="talk", concerns=[]),
        *(make_provider(id=f"q-{n}", concerns=["grief"]) for n in range(9)),
    ]
    request = asking(concerns=["psychosis", "grief"])
    exact = match(request, people, TODAY, 1)
    assert in_two_steps(request, people, [listings_of(people)], 1) == exact
    assert [one.leader.id for one in exact.plan.groups] == ["full"]
