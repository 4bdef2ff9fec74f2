"""Each line of the ranking table is worth exactly what it says."""

from typing import Any

import pytest

from directory.matching import RANKING, RankingTable, match
from directory.providers import Provider
from tests.factories import make_provider
from tests.matching.asking import TODAY, asking, holder_of, ids, prescriber
from tests.matching.tables import table_with
from tests.matching.two_steps import first_scores, in_two_steps, listings_of

PANIC = {"concerns": ["panic"]}
SPANISH = {"factor": "language", "value": "es", "strength": "prefer"}
STRUCTURED = {"factor": "structure", "value": "structured", "strength": "prefer"}
NINE = ("CBT", "ACT", "DBT", "PDT", "EMDR", "IPT", "MI", "MBCT", "SUPP")


def points(provider: Provider, factor: str, table: RankingTable = RANKING, **changes: Any) -> float:
    """Return the points of one factor, after both steps agreed about the provider."""
    request = asking(**changes)
    one = match(request, [provider], TODAY, table=table)
    assert in_two_steps(request, [provider], [listings_of([provider])], 10, table=table) == one
    (found,) = one.matches
    assert first_scores(request, [listings_of([provider])], table) == {provider.id: found.score}
    return next(reason.points for reason in found.reasons if reason.factor == factor)


def offering(*codes: str, **changes: Any) -> Provider:
    return make_provider(modalities=[{"code": code} for code in codes], **changes)


def with_opening(**availability: Any) -> Provider:
    return make_provider(availability=availability)


def test_a_weight_of_the_table_is_the_share_of_its_factor() -> None:
    table = table_with(weights={"need": 30, "time": 60, "data_trust": 10})
    assert points(make_provider(), "time") == 40.0
    assert points(make_provider(), "time", table) == 60.0


def test_a_factor_without_weight_gives_no_points_and_takes_none() -> None:
    table = table_with(weights={"data_trust": 0, "time": 25})
    assert points(make_provider(), "data_trust", table) == 0
    assert points(make_provider(), "time", table) == 50.0


def test_the_levels_that_are_urgent_are_those_of_the_table() -> None:
    table = table_with(urgent={"levels": ("soon",), "time": 70})
    assert points(make_provider(), "time", table, level_of_care="soon") == 70.0
    assert points(make_provider(), "time", table, level_of_care="urgent_medical") == 40.0


def test_the_grade_the_training_and_the_focus_make_the_need() -> None:
    # half of 50 points for the focus, half for grade A times self-declared
    assert points(offering("CBT"), "need", **PANIC) == 40.0
    half = table_with(need={"grade": {"A": 0.75}})
    assert points(offering("CBT"), "need", half, **PANIC) == 36.2
    cheaper = table_with(need={"training": {"self_declared": 0.4}})
    assert points(offering("CBT"), "need", cheaper, **PANIC) == 35.0
    unnamed = table_with(need={"focus": 0.2})
    assert points(offering("CBT"), "need", unnamed, **PANIC) == 34.0
    assert points(offering("SEXTX"), "need", **PANIC) == 30.0
    nothing = table_with(need={"grade": {"none": 0}})
    assert points(offering("SEXTX"), "need", nothing, **PANIC) == 25.0


@pytest.mark.seed_rule("SR38")
def test_training_that_was_verified_has_its_own_line() -> None:
    table = table_with(need={"training": {"certified": 0.9, "trained": 0.7}})
    for training, worth in (("certified", 47.5), ("trained", 42.5)):
        held = {"code": "CBT", "training": training, "verified_at": "2026-10-01"}
        assert points(make_provider(modalities=[held]), "need", table, **PANIC) == worth


@pytest.mark.seed_rule("SR18")
@pytest.mark.parametrize(
    ("codes", "worth"), [(NINE[:8], 40.0), (NINE, 32.5), (("SUPP", *NINE[:7]), 40.0)]
)
def test_more_than_eight_modalities_cut_what_is_self_declared_to_half(
    codes: tuple[str, ...], worth: float
) -> None:
    assert points(offering(*codes), "need", **PANIC) == worth


def test_how_many_modalities_are_many_and_what_they_cost_is_a_line_of_the_table() -> None:
    table = table_with(need={"breadth": {"modalities": 1, "factor": 0.8}})
    assert points(offering("CBT"), "need", table, **PANIC) == 40.0
    assert points(offering("CBT", "SEXTX"), "need", table, **PANIC) == 37.0


def test_the_first_concern_has_its_share_and_the_others_split_the_rest() -> None:
    asked = {"concerns": ["panic", "grief", "stress"]}
    both = offering("SEXTX", concerns=["panic", "grief"])
    # 50 points times 0.6 of 0.6, 0.2 of 0.6 and 0.2 of the 0.1 that nothing leaves
    assert points(both, "need", **asked) == 25.0
    table = table_with(need={"main_concern": 0.2})
    assert points(both, "need", table, **asked) == 20.0


def test_each_concern_has_the_strength_of_what_speaks_for_it() -> None:
    # A for panic, B for perfectionism, nothing graded for grief: none of them a focus
    asked = {"concerns": ["grief", "perfectionism", "panic"]}
    provider = offering("CBT", concerns=[])
    assert points(provider, "need", **asked) == 8.1  # 25 of 0.6 x 0.2, 0.2 x 0.42 and 0.2 x 0.6
    turned = {"concerns": ["panic", "perfectionism", "grief"]}
    assert points(provider, "need", **turned) == 12.1


def test_words_that_fit_count_in_full() -> None:
    provider, request = offering("CBT"), asking(**PANIC, text="the subway scares me")
    fitting = {provider.id: 0.5}
    (found,) = match(request, [provider], TODAY, relevance=fitting).matches
    assert found.reasons[0].points == 38.5  # 0.9 of 40 and 0.1 of 25
    sets = [listings_of([provider], relevance=fitting)]
    assert first_scores(request, sets) == {provider.id: found.score}


def test_the_right_to_prescribe_has_its_own_line() -> None:
    asked = PANIC | {"level_of_care": "psychotherapy_and_medication"}
    provider = prescriber(concerns=[])
    assert points(provider, "need", **asked) == 21.2
    assert points(provider, "need", table_with(need={"prescribing": 0.5}), **asked) == 12.5
    assert points(provider, "need", table_with(need={"prescribing": 0.1}), **asked) == 5.0


def test_for_somebody_unsure_finding_out_counts_before_any_help() -> None:
    finds_out, anybody = make_provider(concerns=["unsure"]), make_provider()
    assert (points(finds_out, "need"), points(anybody, "need")) == (40.0, 30.0)
    table = table_with(need={"finds_out": 1, "general": 0.1})
    assert (points(finds_out, "need", table), points(anybody, "need", table)) == (50.0, 5.0)
    able = holder_of("psychiatrist", services=["psychotherapy", "medication"])
    assert points(able, "need", table, on_medication=True) == 50.0


def test_own_words_have_their_share_of_the_need() -> None:
    said = PANIC | {"text": "the subway scares me"}
    assert points(offering("CBT"), "need", **said) == 36.0
    table = table_with(need={"own_words": 0.25})
    assert points(offering("CBT"), "need", table, **said) == 30.0
    assert points(offering("CBT"), "need", table, **PANIC) == 40.0


def test_a_wish_that_nobody_knows_about_has_its_own_line() -> None:
    silent = make_provider(languages=[])
    assert points(silent, "culture_language", preferences=[SPANISH]) == 6.6  # 0.4 of 10 of 60
    table = table_with(wishes={"not_known": 0.1})
    assert points(silent, "culture_language", table, preferences=[SPANISH]) == 1.6
    assert points(make_provider(), "culture_language", preferences=[SPANISH]) == 0
    speaks = make_provider(languages=["es"])
    assert points(speaks, "culture_language", preferences=[SPANISH]) == 16.6


@pytest.mark.parametrize(
    ("availability", "worth", "changed"),
    [
        ({"accepting": "yes", "next_opening_days": 3}, 40.0, 40.0),
        ({"accepting": "yes", "next_opening_days": 7}, 40.0, 36.4),
        ({"accepting": "yes", "next_opening_days": 21}, 36.1, 26.3),
        ({"accepting": "waitlist", "next_opening_days": 3}, 28.0, 12.0),
        ({"accepting": "waitlist", "next_opening_days": 21}, 25.2, 7.9),
        ({"accepting": "waitlist"}, 8.0, 2.0),
        ({"accepting": "yes"}, 24.0, 22.0),
        ({"accepting": "unknown"}, 12.0, 1.0),
    ],
)
def test_the_time_to_a_first_appointment_follows_the_table(
    availability: dict[str, Any], worth: float, changed: float
) -> None:
    table = table_with(
        time={
            "full_days": 3,
            "weekly": 0.85,
            "wait_list": 0.3,
            "no_date": 0.55,
            "wait_list_without_date": 0.05,
            "not_known": 0.025,
        }
    )
    assert points(with_opening(**availability), "time") == worth
    assert points(with_opening(**availability), "time", table) == changed


def test_how_far_is_too_far_is_a_line_of_the_table() -> None:
    oakland = [{"city": "Oakland", "state": "CA", "zip": "94601"}]
    away = make_provider(delivery=["in_person"], locations=oakland)
    asked = {"zip": "94110"}
    assert points(away, "access", **asked) == 7.4  # about 11 of 60 miles, 5 of 55 points
    assert points(away, "access", table_with(access={"far_miles": 20}), **asked) == 4.0
    assert points(away, "access", table_with(access={"far_miles": 10}), **asked) == 0


def test_distance_is_half_of_access_where_other_ways_to_meet_are_asked_about() -> None:
    place = {"city": "Oakland", "state": "CA", "zip": "94601", "accessibility": ["elevator"]}
    away = make_provider(delivery=["in_person"], locations=[place])
    asked = {"zip": "94110", "delivery": ["in_person"]}
    near = make_provider(delivery=["in_person"])
    assert points(near, "access", **asked) == 9.0
    assert points(away, "access", **asked) == 8.2  # met and 0.81
    steps = {"factor": "accessibility", "value": "step_free", "strength": "prefer"}
    assert points(away, "access", **asked, preferences=[steps]) == 5.9  # 1 of 2, and 0.81


def test_two_tables_may_be_used_over_one_index() -> None:
    """Nothing of the table is built into the columns: they know of trainings and days alone."""
    focus = make_provider(id="focus", modalities=[{"code": "SEXTX"}])
    method = make_provider(id="method", concerns=[])
    sets = [listings_of([focus, method])]
    for table, first in (
        (table_with(need={"focus": 0.9}), "focus"),
        (table_with(need={"focus": 0.1}), "method"),
    ):
        assert ids(in_two_steps(asking(**PANIC), [focus, method], sets, table=table))[0] == first


def test_the_part_of_one_practice_on_top_is_a_line_of_the_table() -> None:
    practice = {"id": "big", "name": "Big"}
    soon = {"accepting": "yes", "next_opening_days": 1}
    late = {"accepting": "yes", "next_opening_days": 90}
    big = [make_provider(id=f"b-{n}", practice=practice, availability=soon) for n in range(6)]
    own = [make_provider(id=f"o-{n}", availability=late) for n in range(6)]
    people = [*big, *own]
    for most, places in ((1, 3), (3, 4), (2, 6)):
        table = table_with(fairness={"of_one_practice": most, "first_places": places})
        exact = match(asking(), people, TODAY, 20, table=table)
        assert in_two_steps(asking(), people, [listings_of(people)], 20, table=table) == exact
        top = [id[0] for id in ids(exact)]
        assert top[:places].count("b") == most
        assert top[places : places + 6 - most] == ["b"] * (6 - most)


def test_the_width_of_a_band_is_a_line_of_the_table() -> None:
    """Without a band the better fit always stands first; in a wide one the lots decide."""

    def first(table: RankingTable, states: int) -> set[str]:
        better = make_provider(
            id="better", availability={"accepting": "yes", "next_opening_days": 3}
        )
        worse = make_provider(
            id="worse", availability={"accepting": "yes", "next_opening_days": 14}
        )
        found = set()
        for age in range(20, 20 + states):
            request = asking(age=age)
            exact = match(request, [better, worse], TODAY, 20, table=table)
            sets = [listings_of([better, worse])]
            assert in_two_steps(request, [better, worse], sets, table=table) == exact
            found.add(ids(exact)[0])
        return found

    assert first(table_with(fairness={"band_points": 1.9}), 12) == {"better"}
    assert first(table_with(fairness={"band_points": 2}), 12) == {"better", "worse"}
