"""How somebody likes to work: soft wishes of style, and the comfort with exploring feelings."""

from typing import Any

import pytest

from directory.matching import RANKING, Match, RankingTable, match
from directory.providers import Provider
from tests.factories import make_coach, make_provider
from tests.matching.asking import TODAY, asking, ids, is_matched, matched, points_of, reason_of
from tests.matching.tables import table_with
from tests.matching.two_steps import first_scores, in_two_steps, listings_of

WORTH_MUCH = table_with(weights={"preference": 75}, style={"not_known": 0.5, "not_met": 0.25})


def found(provider: Provider, table: RankingTable = RANKING, **changes: Any) -> Match:
    """Return the match of one provider, after both steps agreed about it."""
    request = asking(**changes)
    one = match(request, [provider], TODAY, table=table)
    assert in_two_steps(request, [provider], [listings_of([provider])], 10, table=table) == one
    scores = first_scores(request, [listings_of([provider])], table)
    assert scores == {provider.id: one.matches[0].score}
    return one.matches[0]


def offering(*codes: str, **changes: Any) -> Provider:
    return make_provider(modalities=[{"code": code} for code in codes], **changes)


def wish(factor: str, value: str, strength: str = "prefer") -> dict[str, str]:
    return {"factor": factor, "value": value, "strength": strength}


OPEN, STRUCTURED = wish("structure", "open"), wish("structure", "structured")


@pytest.mark.seed_rule("SR19", "SR20")
@pytest.mark.parametrize(
    ("preference", "met", "not_met"),
    [
        (OPEN, "PDT", "CBT"),
        (STRUCTURED, "CBT", "PDT"),
        (wish("time_focus", "past"), "PDT", "CBT"),
        (wish("length", "brief"), "CBT", "PDT"),
    ],
)
def test_a_wish_of_style_that_is_not_met_costs_little(
    preference: dict[str, str], met: str, not_met: str
) -> None:
    # 25 of 75 points
    asked = {"preferences": [preference]}
    worth = [points_of(found(offering(m), **asked), "preference") for m in (met, "SEXTX", not_met)]
    assert worth == [33.3, 30.0, 28.3]


def test_what_a_style_is_worth_is_a_line_of_the_table() -> None:
    asked = {"preferences": [OPEN]}
    worth = [
        points_of(found(offering(modality), WORTH_MUCH, **asked), "preference")
        for modality in ("PDT", "SEXTX", "CBT")
    ]
    assert worth == [60.0, 30.0, 15.0]


def test_wishes_of_style_and_other_wishes_are_averaged() -> None:
    asked = {"preferences": [wish("gender", "male"), OPEN, wish("time_focus", "past")]}
    # nothing for the gender, 0.85 and 0.85 for the style: 1.7 of 3
    assert points_of(found(offering("CBT"), **asked), "preference") == 18.8
    unknown = found(offering("SEXTX", gender=None), **asked)
    assert points_of(unknown, "preference") == 24.4  # 0.4, 0.9 and 0.9


def test_a_hard_wish_of_style_is_as_hard_as_any() -> None:
    must = {"preferences": [wish("structure", "open", "must")]}
    assert not is_matched(offering("CBT"), **must)
    assert points_of(found(offering("SEXTX"), **must), "preference") == 13.3  # 0.4 of 33.3
    assert points_of(found(offering("PDT"), **must), "preference") == 33.3
    avoid = {"preferences": [wish("structure", "structured", "avoid")]}
    assert not is_matched(offering("CBT"), **avoid)
    assert points_of(found(offering("SEXTX"), **avoid), "preference") == 13.3


@pytest.mark.seed_rule("SR20")
@pytest.mark.parametrize("training", ["certified", "self_declared"])
def test_a_wish_for_open_talk_never_hides_what_is_a_first_choice(training: str) -> None:
    held = {"code": "CBT", "training": training, "verified_at": "2026-10-01"}
    first_choice = make_provider(id="cbt", modalities=[held])
    talk = offering("PDT", id="pdt")
    asked = {"concerns": ["panic"], "preferences": [OPEN], "exploration_comfort": 5}
    outcome = match(asking(**asked), [first_choice, talk], TODAY)
    assert outcome.total == 2
    scores = {one.provider.id: one.score for one in outcome.matches}
    assert scores["cbt"] > scores["pdt"]


@pytest.mark.parametrize(
    ("comfort", "modality", "state", "points", "sentence"),
    [
        (1, "CBT", "met", 33.3, "Often starts with skills."),
        (2, "CBT", "met", 33.3, "Often starts with skills."),
        (2, "PDT", "not_met", 28.3, "May not start with skills."),
        (2, "SEXTX", "not_known", 30.0, "Not known if this person often starts with skills."),
        (4, "PDT", "met", 33.3, "Often looks deeper into feelings."),
        (5, "PDT", "met", 33.3, "Often looks deeper into feelings."),
        (4, "CBT", "not_met", 28.3, "May not look deeper into feelings."),
        (
            *(4, "SEXTX", "not_known", 30.0),
            "Not known if this person often looks deeper into feelings.",
        ),
    ],
)
def test_the_comfort_with_exploring_is_a_soft_wish_of_style(
    comfort: int, modality: str, state: str, points: float, sentence: str
) -> None:
    one = found(offering(modality), exploration_comfort=comfort)
    assert points_of(one, "preference") == points
    assert reason_of(one, "preference") == sentence
    need = "often starts with skills" if comfort < 3 else "often looks deeper into feelings"
    shown = one.needs[0]
    assert (shown.need, shown.state) == (need, state)


@pytest.mark.parametrize("comfort", [3, None])
def test_a_middle_comfort_or_none_asks_for_nothing(comfort: int | None) -> None:
    one = found(offering("CBT"), exploration_comfort=comfort)
    assert not any(need.need.startswith("often") for need in one.needs)
    assert [reason.factor for reason in one.reasons] == ["need", "time", "data_trust"]


def test_one_way_that_suits_is_enough() -> None:
    both = offering("SEXTX", "PDT", "CBT")
    for comfort in (1, 5):
        assert points_of(found(both, exploration_comfort=comfort), "preference") == 33.3


def test_a_coach_without_any_modality_is_not_known_to_suit() -> None:
    one = found(make_coach(), level_of_care="support", exploration_comfort=1)
    assert one.needs[0].state == "not_known"


def test_comfort_and_wishes_of_style_are_averaged() -> None:
    asked = {"preferences": [OPEN], "exploration_comfort": 1}
    assert points_of(found(offering("CBT"), **asked), "preference") == 30.8  # 1 and 0.85


def test_comfort_keeps_nobody_out_and_is_nothing_to_relax() -> None:
    people = [offering(code, id=code.lower()) for code in ("CBT", "PDT", "SEXTX")]
    for comfort in (1, 2, 3, 4, 5):
        outcome = matched(*people, exploration_comfort=comfort)
        assert outcome.total == 3
        assert outcome.relaxations == ()


@pytest.mark.seed_rule("SR94")
@pytest.mark.parametrize("comfort", [1, 2, 3, 4, 5])
def test_comfort_never_changes_who_is_licensed_enough_nor_what_the_evidence_is_worth(
    comfort: int,
) -> None:
    asked = {"concerns": ["ptsd"], "level_of_care": "soon"}
    assert not is_matched(make_coach(), **asked, exploration_comfort=comfort)
    provider = offering("WET", concerns=["ptsd"])
    one = found(
        provider, table_with(), **asked, exploration_comfort=comfort, leave_out=["preference"]
    )
    assert points_of(one, "need") == points_of(found(provider, **asked), "need")


@pytest.mark.seed_rule("SR94")
@pytest.mark.parametrize("modality", ["WET", "CPT"])
def test_whoever_would_rather_not_explore_sees_what_works_for_trauma_before_looking_deeper(
    modality: str,
) -> None:
    people = [offering(code, id=code.lower(), concerns=["ptsd"]) for code in ("PDT", modality)]
    outcome = matched(*people, concerns=["ptsd"], exploration_comfort=1)
    assert ids(outcome) == [modality.lower(), "pdt"]
