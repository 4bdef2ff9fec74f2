"""Each factor gives points and the sentence that says why; the score is their sum."""

from typing import Any

import pytest

from directory.matching.ranking_table import FACTORS, RANKING
from directory.vocabulary.evidence import EVIDENCE
from tests.factories import make_coach, make_license, make_provider
from tests.matching.asking import (
    holder_of,
    points_of,
    prescriber,
    reason_of,
    state_of,
    the_match,
)

PANIC = {"concerns": ["panic"]}
EVERYTHING: dict[str, Any] = {
    "concerns": ["panic"],
    "zip": "94110",
    "delivery": ["in_person", "video"],
    "coverage": {"payer": "aetna", "max_fee": 180, "sliding_scale": True},
    "preferences": [
        {"factor": "language", "value": "en", "strength": "must"},
        {"factor": "structure", "value": "structured", "strength": "prefer"},
    ],
}


def offering(training: str = "trained", verified: str | None = "2026-10-01") -> Any:
    held = {"code": "CBT", "training": training, "verified_at": verified}
    return make_provider(modalities=[held])


def test_the_score_is_the_sum_of_the_points_and_at_most_a_hundred() -> None:
    found = the_match(make_provider(), **EVERYTHING)
    assert [reason.factor for reason in found.reasons] == list(FACTORS)
    assert found.score == round(sum(reason.points for reason in found.reasons), 1)
    assert 0 < found.score <= 100


def test_points_have_one_decimal() -> None:
    for reason in the_match(make_provider(), **EVERYTHING).reasons:
        assert reason.points == round(reason.points, 1)


def test_whoever_fits_in_everything_has_nearly_a_hundred() -> None:
    perfect = make_provider(
        modalities=[{"code": "CBT", "training": "certified", "verified_at": "2026-10-01"}],
        confirmed={"payers": "2026-11-20"},
    )
    assert the_match(perfect, **EVERYTHING).score >= 99.5


def test_what_was_not_asked_for_is_left_out_and_the_rest_shares_its_weight() -> None:
    found = the_match(make_provider(), **PANIC)
    assert [reason.factor for reason in found.reasons] == ["need", "time", "data_trust"]
    assert points_of(found, "time") == 40.0  # 20 of 50


@pytest.mark.parametrize(
    ("asked", "factor"),
    [
        ({"coverage": {"max_fee": 100}}, "cost"),
        ({"delivery": ["video"]}, "access"),
        (
            {"preferences": [{"factor": "gender", "value": "female", "strength": "prefer"}]},
            "preference",
        ),
        (
            {"preferences": [{"factor": "language", "value": "en", "strength": "prefer"}]},
            "culture_language",
        ),
    ],
)
def test_a_factor_counts_once_it_is_asked_about(asked: dict[str, Any], factor: str) -> None:
    assert factor in {reason.factor for reason in the_match(make_provider(), **asked).reasons}


@pytest.mark.parametrize("level", ["urgent", "urgent_medical"])
def test_time_weighs_more_where_it_is_urgent(level: str) -> None:
    found = the_match(make_provider(), level_of_care=level)
    assert points_of(found, "time") == 53.8  # 35 of 65


@pytest.mark.parametrize(
    ("days", "points"), [(0, 40.0), (7, 40.0), (8, 39.7), (14, 38.0), (28, 34.2), (70, 25.2)]
)
def test_a_later_opening_is_worth_five_percent_less_a_week(days: int, points: float) -> None:
    soon = {"accepting": "yes", "next_opening_days": days, "confirmed_at": "2026-11-20"}
    assert points_of(the_match(make_provider(availability=soon)), "time") == points


def test_a_wait_list_is_worth_less_than_an_opening() -> None:
    worth = [
        points_of(the_match(make_provider(availability=availability)), "time")
        for availability in (
            {"accepting": "yes", "next_opening_days": 20},
            {"accepting": "waitlist", "next_opening_days": 20},
            {"accepting": "unknown"},
            {"accepting": "waitlist"},
        )
    ]
    assert worth == sorted(worth, reverse=True)


@pytest.mark.parametrize(
    ("training", "verified", "words", "points"),
    [
        ("certified", "2026-10-01", "Certified in", 50.0),
        ("trained", "2026-10-01", "Trained in", 46.2),
        ("self_declared", "2026-10-01", "Offers", 40.0),
        ("certified", None, "Offers", 40.0),
        ("trained", None, "Offers", 40.0),
    ],
)
def test_training_that_nobody_verified_counts_as_self_declared(
    training: str, verified: str | None, words: str, points: float
) -> None:
    found = the_match(offering(training, verified), **PANIC)
    text = f"{words} cognitive behavioral therapy, a first choice for panic attacks."
    assert reason_of(found, "need") == text
    assert points_of(found, "need") == points


def test_many_modalities_make_the_self_declared_ones_count_less() -> None:
    many_is_more_than = RANKING.need.breadth.modalities
    others = ["ACT", "BA", "PST", "EXP", "ERP", "DBT", "MBCT", "PDT"][:many_is_more_than]
    few = make_provider(modalities=[{"code": code} for code in ("CBT", *others[:-1])])
    many = make_provider(modalities=[{"code": code} for code in ("CBT", *others)])
    assert len(many.modalities) == many_is_more_than + 1
    request = PANIC
    assert points_of(the_match(many, **request), "need") < points_of(
        the_match(few, **request), "need"
    )


def test_many_modalities_do_not_touch_what_was_verified() -> None:
    codes = ("ACT", "BA", "PST", "EXP", "ERP", "DBT", "MBCT", "PDT")
    held = {"code": "CBT", "training": "trained", "verified_at": "2026-10-01"}
    many = make_provider(modalities=[held, *({"code": code} for code in codes)])
    assert points_of(the_match(many, **PANIC), "need") == points_of(
        the_match(offering(), **PANIC), "need"
    )


@pytest.mark.parametrize(
    ("concern", "modality", "words"),
    [
        ("panic", "CBT", "a first choice for panic attacks"),
        ("depression", "PST", "a good choice for depression"),
        ("ipv_survivor", "CPT", "Offers help that fits what you told us"),
        ("separation_divorce", "DISC", "which may help with separation and divorce"),
    ],
)
def test_the_words_follow_the_grade_of_the_evidence(
    concern: str, modality: str, words: str
) -> None:
    provider = make_provider(
        modalities=[{"code": modality}], formats=["couples", "individual"], concerns=[concern]
    )
    assert words in reason_of(the_match(provider, concerns=[concern]), "need")


def test_no_evidence_row_means_no_evidence_words() -> None:
    provider = make_provider(modalities=[{"code": "PDT"}], concerns=["habits"])
    text = reason_of(the_match(provider, concerns=["habits"]), "need")
    assert text == "Works with habits, organization and accountability."
    assert ("habits", "PDT") not in {(row.concern, row.modality) for row in EVIDENCE}


def test_a_better_grade_never_counts_less() -> None:
    grades = [worth for _, worth in RANKING.need.grade]
    assert grades == sorted(grades, reverse=True)


def test_a_modality_that_is_graded_never_makes_a_focus_count_less() -> None:
    focus_alone = make_provider(concerns=["grief"], modalities=[{"code": "EXP"}])
    also_graded = make_provider(concerns=["grief"], modalities=[{"code": "EXP"}, {"code": "SUPP"}])
    request = {"concerns": ["grief"]}
    assert points_of(the_match(also_graded, **request), "need") > points_of(
        the_match(focus_alone, **request), "need"
    )


def test_a_weak_claim_among_many_is_worth_no_less_than_none() -> None:
    codes = ("ACT", "BA", "PST", "EXP", "ERP", "DBT", "MBCT", "PDT")
    without = make_provider(concerns=["grief"], modalities=[{"code": code} for code in codes])
    with_one = make_provider(
        concerns=["grief"], modalities=[{"code": code} for code in (*codes, "SUPP")]
    )
    request = {"concerns": ["grief"]}
    assert points_of(the_match(with_one, **request), "need") == points_of(
        the_match(without, **request), "need"
    )


def test_a_concern_that_is_not_a_focus_is_said() -> None:
    text = reason_of(the_match(make_provider(concerns=[]), **PANIC), "need")
    assert text.endswith("Does not name panic attacks as a focus.")


def test_the_main_concern_weighs_most_and_every_concern_is_told() -> None:
    main_first = the_match(make_provider(), concerns=["panic", "grief"])
    main_last = the_match(make_provider(), concerns=["grief", "panic"])
    assert points_of(main_first, "need") > points_of(main_last, "need")
    assert reason_of(main_first, "need") == (
        "Trained in cognitive behavioral therapy, a first choice for panic attacks. "
        "Does not name grief and loss as a focus."
    )


def test_one_kind_of_therapy_for_two_concerns_is_said_once() -> None:
    provider = make_provider(concerns=["panic", "social_anxiety"])
    assert reason_of(the_match(provider, concerns=["panic", "social_anxiety"]), "need") == (
        "Trained in cognitive behavioral therapy, a first choice for panic attacks and "
        "social anxiety."
    )


def test_young_people_are_told_when_it_was_tested_with_adults() -> None:
    provider = make_provider(
        age_groups=["teen"], concerns=["insomnia"], modalities=[{"code": "CBTI"}]
    )
    text = reason_of(the_match(provider, age_group="teen", concerns=["insomnia"]), "need")
    assert text.endswith("insomnia (tested with adults).")


def test_somebody_unsure_is_told_who_helps_to_find_out() -> None:
    provider = make_provider(concerns=["unsure"])
    text = "Can help you find out what is going on."
    assert reason_of(the_match(provider), "need") == text
    assert reason_of(the_match(provider, concerns=["unsure"]), "need") == text
    assert reason_of(the_match(make_provider(), concerns=["unsure"]), "need") == (
        "Offers the kind of help you need."
    )


def test_medicine_is_a_reason_where_it_is_called_for() -> None:
    request = PANIC | {"level_of_care": "psychotherapy_and_medication"}
    text = reason_of(the_match(prescriber(), **request), "need")
    assert text == "Can talk with you about medicine and prescribe it."


def test_medicine_is_no_reason_where_nobody_asked_for_it() -> None:
    text = reason_of(the_match(holder_of("psychiatrist"), **PANIC), "need")
    assert "medicine" not in text


def test_words_of_their_own_count_for_a_tenth_of_the_need() -> None:
    silent = the_match(make_provider(), **PANIC)
    unlike = the_match(make_provider(), **PANIC, text="the subway scares me")
    assert points_of(unlike, "need") == pytest.approx(0.9 * points_of(silent, "need"), abs=0.1)


def test_distance_counts_for_whoever_meets_in_person_only() -> None:
    near = make_provider(delivery=["in_person"])
    far = make_provider(
        delivery=["in_person"],
        locations=[{"city": "Oakland", "state": "CA", "zip": "94601"}],
    )
    nearer, farther = the_match(near, zip="94110"), the_match(far, zip="94110")
    assert points_of(nearer, "access") > points_of(farther, "access")
    assert reason_of(farther, "access") == "Is about 11 miles from you."


def test_distance_does_not_count_for_whoever_may_meet_by_video() -> None:
    found = the_match(make_provider(), zip="94110")
    assert "access" not in {reason.factor for reason in found.reasons}


def test_neither_video_nor_in_person_is_worth_more_unless_asked_for() -> None:
    video, room = make_provider(delivery=["video"]), make_provider(delivery=["in_person"])
    assert the_match(video).score == the_match(room).score


def test_fresh_facts_are_worth_more_than_stale_ones() -> None:
    stale = {"accepting": "yes", "next_opening_days": 5, "confirmed_at": "2026-06-01"}
    fresh = the_match(make_provider())
    assert points_of(fresh, "data_trust") > points_of(
        the_match(make_provider(availability=stale)), "data_trust"
    )
    assert reason_of(fresh, "data_trust") == (
        "They last confirmed their openings 11 days ago. Their license was checked."
    )


def test_a_stale_opening_is_a_caution() -> None:
    stale = {"accepting": "yes", "next_opening_days": 5, "confirmed_at": "2026-10-01"}
    found = the_match(make_provider(availability=stale))
    assert "These openings were confirmed 51 days ago. Call first." in found.cautions


def test_a_supervised_person_says_so() -> None:
    assert "This person works under a supervisor." in the_match(holder_of("associate")).cautions


def test_a_licence_that_runs_out_soon_is_a_caution() -> None:
    ending = make_provider(licenses=[make_license(expires="2026-12-01")])
    words = "This license runs out soon. Ask if it was renewed."
    assert words in the_match(ending).cautions
    assert words not in the_match(make_provider()).cautions


@pytest.mark.parametrize(("license", "asks"), [("psychologist", False), ("lcsw", True)])
def test_whoever_wants_a_diagnosis_is_told_whom_to_ask(license: str, asks: bool) -> None:
    found = the_match(holder_of(license), seeks="diagnosis")
    assert ("Ask if they can give a diagnosis." in found.cautions) == asks


def test_a_fee_that_nobody_knows_is_not_checked() -> None:
    assert "The fee" in the_match(make_provider(fee=None)).not_checked


def test_wishes_are_told_together_as_people_speak() -> None:
    request = {
        "coverage": {"payer": "aetna", "max_fee": 180},
        "delivery": ["in_person", "video"],
        "preferences": [
            {"factor": "gender", "value": "male", "strength": "prefer"},
            {"factor": "community", "value": "black", "strength": "prefer"},
        ],
    }
    found = the_match(make_provider(gender=None), **request)
    assert reason_of(found, "cost") == "Takes Aetna and has fees from $90."
    assert reason_of(found, "access") == "Meets in person and by video."
    assert reason_of(found, "preference") == "Not known if this person is a man."
    assert (
        reason_of(found, "culture_language") == "Not known if this person works with Black people."
    )
    assert state_of(found, "is a man") == "not_known"


def test_a_coach_shows_no_license_check() -> None:
    found = the_match(make_coach(), level_of_care="support")
    assert "license was checked" not in reason_of(found, "data_trust")


@pytest.mark.parametrize(
    ("availability", "said"),
    [
        (
            {"accepting": "unknown", "next_opening_days": 3},
            [("not_known", "We do not know if they take new people right now.")],
        ),
        (
            {"accepting": "waitlist"},
            [("not_met", "They keep a wait list. We do not know how long it is.")],
        ),
        (
            {"accepting": "waitlist", "next_opening_days": 30},
            [("not_met", "They keep a wait list of about 30 days.")],
        ),
        (
            {"accepting": "yes"},
            [("met", "They take new people."), ("not_known", "We do not know how soon.")],
        ),
        (
            {"accepting": "yes", "next_opening_days": 0},
            [("met", "They take new people. The next opening is in about a day.")],
        ),
        (
            {"accepting": "yes", "next_opening_days": 1},
            [("met", "They take new people. The next opening is in about 1 day.")],
        ),
        (
            {"accepting": "yes", "next_opening_days": 2},
            [("met", "They take new people. The next opening is in about 2 days.")],
        ),
    ],
)
def test_the_time_is_told_as_far_as_it_is_known(
    availability: dict[str, Any], said: list[tuple[str, str]]
) -> None:
    found = the_match(make_provider(availability=availability))
    (time,) = (reason for reason in found.reasons if reason.factor == "time")
    assert [(saying.state, saying.text) for saying in time.sayings] == said


def test_a_far_place_is_told_as_not_met_and_a_distance_asked_about_only_once() -> None:
    angeles = [{"city": "Los Angeles", "state": "CA", "zip": "90012"}]
    far = make_provider(delivery=["in_person"], locations=angeles)
    (away,) = (r for r in the_match(far, zip="94110").reasons if r.factor == "access")
    assert [saying.state for saying in away.sayings] == ["not_met"]
    assert away.text == "Is about 346 miles from you."
    near = make_provider(delivery=["in_person"])
    asked = {"zip": "94110", "delivery": ["in_person"]}
    (here,) = (r for r in the_match(near, **asked).reasons if r.factor == "access")
    assert [(saying.state, saying.text) for saying in here.sayings] == [
        ("met", "Meets in person."),
        ("met", "Is about 0 miles from you."),
    ]
    (once,) = (r for r in the_match(near, **asked, within_miles=5).reasons if r.factor == "access")
    assert once.text == "Meets in person and is about 0 miles from you."


@pytest.mark.seed_rule("SR72")
@pytest.mark.parametrize(
    ("concern", "modality", "told"),
    [
        ("panic", "CBT", "Offers cognitive behavioral therapy, a first choice for panic attacks."),
        ("stress", "MBSR", "Offers mindfulness-based stress reduction for everyday stress"),
        ("career", "COACH", "Offers coaching for career change."),
    ],
)
def test_only_treatment_is_told_with_its_grade(concern: str, modality: str, told: str) -> None:
    provider = make_provider(concerns=[concern], modalities=[{"code": modality}])
    found = the_match(provider, level_of_care="counselling", concerns=[concern])
    assert reason_of(found, "need").startswith(told)
