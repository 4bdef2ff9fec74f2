"""What must hold for any answers at all."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from directory.vocabulary import CONCERNS, FORMATS, GOALS, LEVELS_OF_CARE, SAFETY_FLAGS
from directory.vocabulary.instruments import INSTRUMENTS
from directory.vocabulary.rules import RULES
from tests.triage.answering import EVERYDAY, assessed, rules_of
from tests.triage.sending import FIELD, items_of, response

# From least to most severe.
LADDERS: dict[str, tuple[Any, ...]] = {
    "difficulty": ("not", "somewhat", "very", "extremely"),
    "tried_coping": ("helped", "not_enough"),
    "wants": ("tools", "both"),
    "seeks": ("growth", "diagnosis"),
    "on_medication": (False, True),
    "danger_now": (False, True),
    "duration": ("under_2_weeks", "2_weeks_to_3_months", "3_to_12_months", "over_1_year"),
    "care_so_far": ([], ["outpatient_failed"], ["outpatient_failed", "relapsed", "not_improving"]),
}
NOTHING_HAPPENED = {"gate": 0}
WORSE_SCREENS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "ASQ_NOW": ("instruments", (0, 1)),
    "DRUG": ("instruments", (0, 1, 9)),
    "PCPTSD5": (
        "instruments",
        (NOTHING_HAPPENED, *({"gate": 1, "items": [1] * n + [0] * (5 - n)} for n in range(6))),
    ),
    "CSSRS": ("external_scores", ("none", "low", "moderate", "high")),
}
EXTERNAL = {"EPDS": 30, "EPDS10": 3, "PCL5": 80}
LISTS = {
    code: tuple(max(v for v in item.values if v is not None) for item in instrument.items)
    for code, instrument in INSTRUMENTS.items()
    if instrument.bundled and code not in {"PCPTSD5", "DRUG"}
}
HIGHEST_IN_LISTS = [(code, place) for code, tops in LISTS.items() for place in range(len(tops))]


def codes_of(vocabulary: Any, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(vocabulary)), max_size=most, unique=True)


def answered(tops: tuple[int, ...]) -> st.SearchStrategy[list[int]]:
    return st.tuples(*(st.integers(0, top) for top in tops)).map(list)


instruments = st.fixed_dictionaries(
    {},
    optional={
        **{code: answered(tops) for code, tops in LISTS.items()},
        "ASQ_NOW": st.integers(0, 1),
        "DRUG": st.integers(0, 3),
        "PCPTSD5": st.fixed_dictionaries(
            {"gate": st.integers(0, 1), "items": answered((1, 1, 1, 1, 1))}
        ),
    },
)
bodies = st.fixed_dictionaries(
    {"age": st.integers(0, 120), "state": st.just("CA")},
    optional={
        **{field: st.sampled_from(ladder) for field, ladder in LADDERS.items()},
        "sex": st.sampled_from(["female", "male"]),
        "concerns": codes_of(CONCERNS, 3),
        "goals": codes_of(GOALS, 3),
        "formats": codes_of(FORMATS, 4),
        "red_flags": codes_of(SAFETY_FLAGS, 2),
        "instruments": instruments,
        "external_scores": st.fixed_dictionaries(
            {}, optional={code: st.integers(0, top) for code, top in EXTERNAL.items()}
        ),
        "coverage": st.just({"payer": "aetna"}),
    },
)
# Random answers seldom reach support, so half of them start from answers that do.
nearly_everyday = bodies.map(lambda body: {**body, **EVERYDAY, "age": body["age"]})
any_body = bodies | nearly_everyday


def urgency(body: dict[str, Any]) -> int:
    """Return the rank of the level: 0 is the most urgent."""
    return LEVELS_OF_CARE[assessed(**body).level_of_care].rank


@given(any_body, st.sampled_from(sorted(LADDERS)))
def test_a_harder_answer_never_lowers_the_urgency(body: dict[str, Any], field: str) -> None:
    ranks = [urgency({**body, field: step}) for step in LADDERS[field]]
    assert ranks == sorted(ranks, reverse=True)


@given(any_body, st.sampled_from(HIGHEST_IN_LISTS))
def test_a_higher_item_never_lowers_the_urgency(
    body: dict[str, Any], place: tuple[str, int]
) -> None:
    code, index = place
    given_before = body.get("instruments", {})
    items = list(given_before.get(code, [0] * len(LISTS[code])))
    ranks = []
    for value in range(LISTS[code][index] + 1):
        items[index] = value
        ranks.append(urgency({**body, "instruments": {**given_before, code: list(items)}}))
    assert ranks == sorted(ranks, reverse=True)


@given(any_body, st.sampled_from(sorted(SAFETY_FLAGS)))
def test_a_red_flag_never_lowers_the_urgency(body: dict[str, Any], flag: str) -> None:
    without = [f for f in body.get("red_flags", []) if f != flag]
    before, after = {**body, "red_flags": without}, {**body, "red_flags": [*without, flag]}
    assert urgency(after) <= urgency(before)


@given(any_body, st.sampled_from(sorted(EXTERNAL)), st.data())
def test_a_higher_score_from_elsewhere_never_lowers_the_urgency(
    body: dict[str, Any], code: str, data: st.DataObject
) -> None:
    low, high = sorted(data.draw(st.integers(0, EXTERNAL[code])) for _ in range(2))
    brought = body.get("external_scores", {})
    ranks = [urgency({**body, "external_scores": {**brought, code: n}}) for n in (low, high)]
    assert ranks[1] <= ranks[0]


@given(any_body, st.sampled_from(sorted(WORSE_SCREENS)))
def test_a_worse_screen_never_lowers_the_urgency(body: dict[str, Any], code: str) -> None:
    part, ladder = WORSE_SCREENS[code]
    ranks = [urgency({**body, part: {**body.get(part, {}), code: step}}) for step in ladder]
    assert ranks == sorted(ranks, reverse=True)


@given(any_body, st.sampled_from(LADDERS["duration"]))
def test_no_length_of_time_ever_delays(body: dict[str, Any], duration: str) -> None:
    without = {key: value for key, value in body.items() if key != "duration"}
    assert urgency({**without, "duration": duration}) <= urgency(without)


@given(any_body, st.sampled_from(sorted(c for c in CONCERNS if CONCERNS[c].clinical)))
def test_a_clinical_concern_never_lowers_the_urgency(body: dict[str, Any], code: str) -> None:
    others = [concern for concern in body.get("concerns", []) if concern != code][:2]
    before, after = {**body, "concerns": others}, {**body, "concerns": [*others, code]}
    assert urgency(after) <= urgency(before)


@given(any_body)
def test_a_screen_never_denies_anybody_somebody_to_look_for(body: dict[str, Any]) -> None:
    result = assessed(**body)
    assert result.services[0] == (
        "support" if result.level_of_care == "support" else "psychotherapy"
    )


@given(any_body, st.sampled_from(sorted(LISTS)), st.data())
def test_a_list_means_the_same_whether_given_here_or_in_a_questionnaire(
    body: dict[str, Any], code: str, data: st.DataObject
) -> None:
    items = data.draw(answered(LISTS[code]))
    others = {c: v for c, v in body.get("instruments", {}).items() if c != code}
    here = {**body, "instruments": {**others, code: items}}
    sent = {**body, "instruments": others, FIELD: [response(*items_of(code, items))]}
    assert assessed(**sent) == assessed(**here)


@given(any_body, st.lists(st.sampled_from([0, 1, None]), min_size=4, max_size=4))
def test_a_positive_asq_is_never_below_urgent(
    body: dict[str, Any], items: list[int | None]
) -> None:
    asked = {**body, "instruments": {**body.get("instruments", {}), "ASQ": items}}
    if items != [0, 0, 0, 0]:
        assert urgency(asked) <= LEVELS_OF_CARE["urgent"].rank


@given(any_body)
def test_the_same_answers_always_give_the_same_result(body: dict[str, Any]) -> None:
    assert assessed(**body).model_dump_json() == assessed(**body).model_dump_json()


@given(any_body)
def test_support_never_comes_with_a_flag_a_minor_or_another_rule(body: dict[str, Any]) -> None:
    result = assessed(**body)
    if result.level_of_care == "support":
        assert (result.safety_flags, rules_of(result)) == ((), ("L19",))
        assert result.age >= 18


@given(any_body)
def test_the_card_is_there_exactly_when_it_should_be(body: dict[str, Any]) -> None:
    result = assessed(**body)
    soon = LEVELS_OF_CARE[result.level_of_care].rank <= LEVELS_OF_CARE["soon"].rank
    assert (result.crisis is not None) is (soon or bool(result.safety_flags))


@given(any_body)
def test_the_level_is_the_most_urgent_of_the_rules_that_fired(body: dict[str, Any]) -> None:
    result = assessed(**body)
    levels = {RULES[rule].level for rule in rules_of(result)} - {None}
    if "partner_violence" in result.safety_flags:
        levels.add("psychotherapy")
        assert "couples" not in result.formats
    assert result.level_of_care == next(level for level in LEVELS_OF_CARE if level in levels)
