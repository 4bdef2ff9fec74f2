"""The clinical data that comes with the package: complete, sourced and consistent."""

import dataclasses
from typing import Any

import pytest

from directory.vocabulary.crisis import CRISIS_LINES, CRISIS_WORDS
from directory.vocabulary.instruments import INSTRUMENTS, Band, Instrument
from directory.vocabulary.rules import RULES, _rule
from directory.vocabulary.terms import awaits_a_clinician

# As the contract lists them.
BUNDLED = {
    *("ASQ", "PHQ2", "PHQ4", "PHQ8", "PHQ9", "GAD2", "GAD7", "K6", "PCPTSD5", "AUDITC"),
    *("DRUG", "SCOFF", "HARK"),
}
SCORES_ONLY = {"CSSRS", "EPDS", "EPDS10", "PCL5", "MDQ", "ISI", "WSAS", "DAST10", "WHO5"}


def test_the_instruments_of_the_contract_are_all_here() -> None:
    assert set(INSTRUMENTS) == BUNDLED | SCORES_ONLY


def test_only_instruments_whose_licence_allows_it_show_their_questions() -> None:
    assert {code for code, i in INSTRUMENTS.items() if i.items} == BUNDLED


@pytest.mark.parametrize("code", sorted(INSTRUMENTS))
def test_an_instrument_names_its_licence_and_its_source(code: str) -> None:
    instrument = INSTRUMENTS[code]
    assert instrument.licence
    assert instrument.source.startswith(("[stored]", "[own]"))


@pytest.mark.parametrize(
    "changed",
    [
        {"items": ()},
        {"licence": ""},
        {"bands": (Band(0, 2, "low"), Band(4, 12, "high"))},
        {"bands": (Band(0, 11, "low"),)},
    ],
)
def test_a_damaged_instrument_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="PHQ4"):
        dataclasses.replace(INSTRUMENTS["PHQ4"], **changed)


def test_an_instrument_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        INSTRUMENTS["PHQ4"].name = "another"  # type: ignore[misc]
    with pytest.raises(TypeError):
        INSTRUMENTS["PHQ2"].cutoffs["positive"] = 1  # type: ignore[index]


def test_a_total_outside_of_every_band_is_refused() -> None:
    with pytest.raises(ValueError, match="no band"):
        INSTRUMENTS["PHQ4"].band(13)


def test_the_total_of_all_highest_answers_is_the_end_of_the_range() -> None:
    for instrument in filter(has_items_and_range, INSTRUMENTS.values()):
        highest = sum(max(v for v in item.values if v is not None) for item in instrument.items)
        assert instrument.range == (0, highest), instrument.code


def has_items_and_range(instrument: Instrument) -> bool:
    return bool(instrument.items) and instrument.range is not None


# Minimum age, LOINC code of the panel, of the total, and of the questions.
PUBLISHED: dict[str, tuple[int | None, str | None, str | None, str]] = {
    "ASQ": (8, None, None, ""),
    "PHQ2": (18, "55757-9", "55758-7", "44250-9 44255-8"),
    "PHQ4": (18, "69724-3", "70272-0", "69725-0 68509-9 44250-9 44255-8"),
    "PHQ8": (18, None, None, "44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3"),
    "PHQ9": (
        *(18, "44249-1", "44261-6"),
        "44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8",
    ),
    "GAD2": (18, None, None, "69725-0 68509-9"),
    "GAD7": (
        *(18, "69737-5", "70274-6"),
        "69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7",
    ),
    "K6": (12, None, None, ""),
    "PCPTSD5": (18, "102010-6", "102017-1", "102012-2 102013-0 102014-8 102015-5 102016-3"),
    "AUDITC": (18, "72109-2", "75626-2", "68518-0 68519-8 68520-6"),
    "DRUG": (18, None, None, ""),
    "SCOFF": (13, None, None, ""),
    "HARK": (18, "76499-3", "76504-0", "76500-8 76501-6 76502-4 76503-2"),
    "CSSRS": (
        *(6, "93373-9", "93374-7"),
        "93246-7 93247-5 93248-3 93249-1 93250-9 93267-3 93269-9",
    ),
    "EPDS": (None, "71354-5", "71354-5", ""),
    "EPDS10": (None, None, None, ""),
    "PCL5": (18, None, None, ""),
    "MDQ": (18, None, None, ""),
    "ISI": (18, None, None, ""),
    "WSAS": (18, None, None, ""),
    "DAST10": (18, "82666-9", "82667-7", ""),
    "WHO5": (9, None, None, ""),
}


@pytest.mark.parametrize("code", sorted(INSTRUMENTS))
def test_an_instrument_has_its_published_codes_and_its_least_age(code: str) -> None:
    found = INSTRUMENTS[code]
    items = " ".join(q.loinc for q in (*found.items, *found.brought_items) if q.loinc)
    shown = (found.minimum_age, found.panel_loinc, found.total_loinc, items)
    assert shown == PUBLISHED[code]


def test_what_is_asked_beside_the_items_has_its_code() -> None:
    gate, difficulty = INSTRUMENTS["PCPTSD5"].gate, INSTRUMENTS["PHQ9"].follow_up
    assert gate is not None
    assert difficulty is not None
    assert (gate.loinc, difficulty.loinc) == ("102011-4", "69722-7")
    answers = {option.loinc: option.value for option in difficulty.options}
    assert answers == {"LA6572-7": 0, "LA6573-5": 1, "LA6575-0": 2, "LA6574-3": 3}


# Mistakes that stand in well-known public examples.
def test_the_first_audit_c_item_is_how_often_not_heavy_days() -> None:
    assert INSTRUMENTS["AUDITC"].items[0].loinc == "68518-0"
    assert INSTRUMENTS["AUDITC"].total_loinc == "75626-2"


def test_the_lowest_gad7_answer_is_not_at_all() -> None:
    for item in INSTRUMENTS["GAD7"].items:
        assert item.options[0].label == "Not at all"


def test_the_first_hark_item_does_not_bear_the_code_of_the_panel() -> None:
    hark = INSTRUMENTS["HARK"]
    assert (hark.panel_loinc, hark.items[0].loinc) == ("76499-3", "76500-8")


def test_the_gad2_bears_no_code_that_belongs_to_another() -> None:
    assert INSTRUMENTS["GAD2"].total_loinc is None


def test_the_scoff_is_positive_from_two_not_above_two() -> None:
    assert INSTRUMENTS["SCOFF"].cutoffs["positive"] == 2


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_says_for_the_clinician_when_it_fires_and_by_what_source(code: str) -> None:
    assert RULES[code].condition
    assert RULES[code].source


def test_the_rules_stand_in_order_of_priority() -> None:
    priorities = [rule.priority for rule in RULES.values()]
    assert priorities == sorted(set(priorities), reverse=True)


@pytest.mark.parametrize("code", sorted(code for code, rule in RULES.items() if rule.named))
def test_a_reason_never_names_a_condition_or_a_score(code: str) -> None:
    text = RULES[code].text.lower()
    assert not [word for word in ("you have", "disorder", "diagnos", "score") if word in text]


@pytest.mark.parametrize("changed", [{"level": "soonish"}, {"services": "cure"}, {"named": "yes"}])
def test_a_damaged_rule_is_refused(changed: dict[str, str]) -> None:
    names = ("condition", "adds", "source", "how_soon", "level", "services")
    row = {"rule": "L99", "priority": "1", "named": "no", **dict.fromkeys(names, "")}
    assert _rule(row, "").code == "L99"
    with pytest.raises(ValueError, match="L99"):
        _rule({**row, **changed}, "")


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_says_how_soon_and_what_it_adds(code: str) -> None:
    assert RULES[code].how_soon
    assert RULES[code].adds


@pytest.mark.parametrize(
    ("source", "awaits"),
    [("[own]", True), ("[stored] NIMH; [own] age", True), ("[stored] our own", False), ("", False)],
)
def test_what_is_our_own_awaits_a_clinician(source: str, awaits: bool) -> None:
    assert awaits_a_clinician(source) is awaits


def test_only_the_rule_on_partner_violence_goes_unnamed() -> None:
    assert [code for code, rule in RULES.items() if not rule.named] == ["L10"]


def test_every_line_has_a_source_and_a_name_of_its_own() -> None:
    assert all(line.source for line in CRISIS_LINES)
    assert len({line.name for line in CRISIS_LINES}) == len(CRISIS_LINES)


def test_the_words_of_the_card_blame_no_one_and_name_no_method() -> None:
    said = " ".join(CRISIS_WORDS.values()).lower()
    assert not [word for word in ("commit", "successful", "failed", "overdose") if word in said]
