"""Where few or none match: what to give up, then video, then lines."""

from typing import Any

import pytest

from directory.matching.outcome import Relaxation
from directory.matching.plan.parts import WayOn
from directory.matching.plan.ways_on import ways_on
from directory.providers import Provider
from tests.factories import make_coach, make_provider
from tests.matching.asking import TODAY, asking, match
from tests.matching.plan.plans import plan_for
from tests.matching.two_steps import in_two_steps, listings_of

LINES = (
    WayOn("line", "211: Call 211. It is free. They know who helps near you.", call="211"),
    WayOn(
        "line",
        "988 Lifeline: Call or text 988 at any hour. They listen and can send help.",
        call="988",
    ),
    WayOn(
        "line",
        "SAMHSA helpline: Call at any hour. It is free, and they know of places near you.",
        call="1-800-662-4357",
    ),
    WayOn(
        "line",
        "Your health plan: Call the number on your card. Ask who is near you and has room.",
    ),
    WayOn("line", "Your own doctor: Call your doctor or a clinic. Ask who they would send you to."),
)


def people(count: int, **changes: Any) -> list[Provider]:
    return [make_provider(id=f"p-{n}", **changes) for n in range(count)]


def by_video(*providers: Provider, **changes: Any) -> int | None:
    """Return how many could be met by video, the same in both ways; None where it is not told."""
    request = asking(**changes)
    plan = match(request, providers, TODAY).plan
    assert in_two_steps(request, providers, [listings_of(providers)], 10).plan == plan
    return next((way.total for way in plan.ways_on if way.kind == "telehealth"), None)


@pytest.mark.seed_rule("SR46", "SR106")
def test_where_nobody_matches_the_lines_come_last_and_always() -> None:
    assert plan_for().ways_on == LINES


@pytest.mark.parametrize(("count", "ways"), [(0, 5), (2, 5), (3, 0)])
def test_three_matches_are_enough(count: int, ways: int) -> None:
    assert len(plan_for(*people(count)).ways_on) == ways


@pytest.mark.seed_rule("SR106")
def test_wishes_come_first_each_with_how_many_it_would_lead_to() -> None:
    cheap = people(1, fee={"min": 50, "max": 50}, payers=["cigna"])
    asked = {"coverage": {"payer": "aetna", "max_fee": 200}}
    (first, *rest) = plan_for(*cheap, **asked).ways_on
    assert first == WayOn(
        "relaxation",
        "Leave out the health plan: 1 person would fit.",
        drop="coverage.payer",
        total=1,
    )
    assert tuple(rest) == LINES


def test_many_people_are_counted_with_a_comma() -> None:
    (first, *_) = ways_on(asking(), 0, [Relaxation("formats", 1200)], 0)
    assert first.text == "Leave out who is in the room: 1,200 people would fit."


@pytest.mark.parametrize(
    ("drop", "words"),
    [
        ("formats", "who is in the room"),
        ("delivery", "the way to meet"),
        ("within_miles", "the distance"),
        ("coverage.payer", "the health plan"),
        ("coverage.max_fee", "the price"),
        ("preferences[0]", "the wish for somebody who speaks Spanish"),
        ("preferences[1]", "the wish for somebody who is not a man"),
    ],
)
def test_every_wish_has_words(drop: str, words: str) -> None:
    request = asking(
        preferences=[
            {"factor": "language", "value": "es", "strength": "must"},
            {"factor": "gender", "value": "male", "strength": "avoid"},
        ]
    )
    (first, *_) = ways_on(request, 0, [Relaxation(drop, 2)], 0)
    assert first == WayOn(
        "relaxation", f"Leave out {words}: 2 people would fit.", drop=drop, total=2
    )


def test_video_comes_after_the_wishes_where_it_leads_to_more() -> None:
    far = people(2, locations=[{"city": "Los Angeles", "state": "CA", "zip": "90012"}])
    found = plan_for(*far, zip="94110", within_miles=5, delivery=["in_person"]).ways_on
    assert [way.kind for way in found[:-5]] == ["relaxation", "relaxation", "telehealth"]
    assert found[2] == WayOn(
        "telehealth", "Meet by video, from anywhere in California: 2 people would fit.", total=2
    )


def test_video_that_leads_to_no_more_is_not_told() -> None:
    assert by_video(*people(2)) is None
    assert by_video(*people(2), make_provider(id="full", availability={"accepting": "no"})) is None


@pytest.mark.parametrize(
    "asked",
    [
        {"delivery": ["phone"]},
        {"delivery": ["in_person"], "zip": "90012", "within_miles": 5},
        {"preferences": [{"factor": "delivery", "value": "video", "strength": "avoid"}]},
    ],
)
def test_wishes_about_meeting_stand_in_the_way_of_nobody_by_video(asked: dict[str, Any]) -> None:
    assert by_video(make_provider(), **asked) == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"coverage": {"payer": "cigna"}, "delivery": ["phone"]},
        {
            "preferences": [
                {"factor": "language", "value": "es", "strength": "must"},
                {"factor": "delivery", "value": "video", "strength": "avoid"},
            ]
        },
        {"age_group": "child", "delivery": ["phone"]},
        {"formats": ["group"], "delivery": ["phone"]},
    ],
)
def test_other_wishes_and_rules_do(asked: dict[str, Any]) -> None:
    assert by_video(make_provider(), **asked) is None


def test_who_does_no_video_cannot_be_met_by_it() -> None:
    assert by_video(make_provider(delivery=["in_person"]), delivery=["phone"]) is None
    assert by_video(make_provider(delivery=["phone"]), delivery=["in_person"]) is None


def test_a_coach_far_away_can_be_met_by_video_at_support() -> None:
    coach = make_coach(locations=[{"city": "Reno", "state": "NV", "zip": "89501"}])
    assert by_video(coach, level_of_care="support", delivery=["in_person"]) == 1
    assert by_video(coach, level_of_care="counselling", delivery=["in_person"]) is None


def test_sets_are_added_up() -> None:
    one, other = people(1), [make_provider(id="q")]
    request = asking(delivery=["phone"])
    sets = [listings_of(one), listings_of(other)]
    found = in_two_steps(request, [*one, *other], sets)
    assert found == match(request, [*one, *other], TODAY)
    assert [way.total for way in found.plan.ways_on if way.kind == "telehealth"] == [2]


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ([], "does not list emotionally focused couple therapy"),
        (["partner_violence"], "does not list the kind of help you chose"),
    ],
)
def test_couples_work_that_is_avoided_is_named_only_where_no_partner_is_feared(
    flags: list[str], words: str
) -> None:
    wish = {"factor": "modality", "value": "EFCT", "strength": "avoid"}
    request = asking(safety_flags=flags, preferences=[wish])
    (first, *_) = ways_on(request, 0, [Relaxation("preferences[0]", 2)], 0)
    assert first.text == f"Leave out the wish for somebody who {words}: 2 people would fit."
