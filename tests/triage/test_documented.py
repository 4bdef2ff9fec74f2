"""docs/triage.md shows the rules, instruments and concerns as the data has them."""

from typing import Any

import pytest

from directory.triage.described import described_concerns, described_instruments, described_rules
from directory.vocabulary import CONCERNS
from directory.vocabulary.described import Described
from directory.vocabulary.instruments import INSTRUMENTS
from directory.vocabulary.rules import RULES
from docs.tables import HERE, PAGES, with_tables

TABLES = PAGES["triage.md"]


def facts_of(rows: tuple[Described, ...], code: str) -> dict[str, Any]:
    (row,) = (row for row in rows if row.code == code)
    return {fact.name: fact.text for fact in row.facts}


def test_the_tables_have_not_drifted() -> None:
    page = (HERE / "triage.md").read_text(encoding="utf-8")
    assert with_tables(page, TABLES) == page, "write the tables anew: python -m docs.tables"


def test_tables_are_filled_between_their_marks() -> None:
    marks = [f"<!-- {n} -->\nstale\n<!-- end of {n} -->\n" for n in TABLES]
    filled = with_tables("a\n" + "b\n".join(marks) + "c\n", TABLES)
    assert filled.startswith("a\n<!-- rules -->\n16 of 22 rows await a clinician.\n\n|  | Fires")
    assert "|\n<!-- end of rules -->\nb\n<!-- instruments -->\n" in filled
    assert filled.endswith("|\n<!-- end of concerns -->\nc\n")
    assert "stale" not in filled


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_is_described_by_its_own_data(code: str) -> None:
    rule = RULES[code]
    assert list(facts_of(described_rules(), code).values()) == [
        rule.condition,
        rule.level or "keeps the level",
        rule.how_soon,
        rule.adds,
        f"“{rule.text}”" if rule.text else "never named",
        rule.source,
        "awaits a clinician" if "[own]" in rule.source else "as sourced",
    ]


def test_a_row_awaits_a_clinician_where_its_source_is_our_own() -> None:
    waiting = {row.code for row in described_rules() if row.awaits_a_clinician}
    assert waiting == {code for code, rule in RULES.items() if "[own]" in rule.source}
    assert {"L07", "L15", "L18"}.isdisjoint(waiting)


def test_the_rules_stand_in_order_of_priority_without_names() -> None:
    assert [(row.code, row.name) for row in described_rules()] == [(code, "") for code in RULES]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "PHQ9",
            {
                "Questions": "9 and one after them, word for word",
                "Range": "0 to 27",
                "Bands": "minimal 0 to 4; mild 5 to 9; moderate 10 to 14; "
                "moderately severe 15 to 19; severe 20 to 27",
                "Cut-offs": "10 or more: positive; 16 or more: more severe by NICE, where the "
                "rules begin at 15; 1 or more: sign of suicide, in item 9 alone",
                "From age": "18",
                "LOINC": "panel 44249-1; total 44261-6; questions 44250-9 44255-8 44259-0 "
                "44254-1 44251-7 44258-2 44252-5 44253-3 44260-8",
                "Sign-off": "as sourced",
            },
        ),
        (
            "PCPTSD5",
            {
                "Questions": "a first question and 5, word for word",
                "Bands": "none",
                "Cut-offs": "3 or more: positive; 4 or more: fewest errors, which moves no level",
                "LOINC": "panel 102010-6; total 102017-1; questions 102011-4 102012-2 102013-0 "
                "102014-8 102015-5 102016-3",
            },
        ),
        ("PHQ2", {"Cut-offs": "2 or more: the longer list is asked; 3 or more: positive"}),
        (
            "K6",
            {
                "Cut-offs": "8 or more: moderate distress, which moves no level; "
                "13 or more: positive"
            },
        ),
        (
            "AUDITC",
            {
                "Questions": "3, word for word",
                "Cut-offs": "3 or more: positive; 4 or more: positive for men; 8 or more: likely "
                "dependence (L13), the withdrawal questions are asked",
                "Sign-off": "awaits a clinician",
            },
        ),
        ("ASQ", {"Questions": "4 and one after them, word for word", "Range": "none"}),
        (
            "CSSRS",
            {
                "Questions": "not asked; read from elsewhere, 7 in all",
                "LOINC": "panel 93373-9; total 93374-7; questions 93246-7 93247-5 93248-3 "
                "93249-1 93250-9 93267-3 93269-9",
            },
        ),
        ("EPDS", {"Questions": "not asked; its score is taken", "From age": "any"}),
        (
            "DAST10",
            {"Bands": "none 0; low 1 to 2; moderate 3 to 5; substantial 6 to 8; severe 9 to 10"},
        ),
        ("ISI", {"LOINC": "none", "Cut-offs": "none"}),
    ],
)
def test_an_instrument_is_described_by_its_thresholds(code: str, expected: dict[str, str]) -> None:
    facts = facts_of(described_instruments(), code)
    assert {name: facts[name] for name in expected} == expected
    assert (facts["Terms of use"], facts["Source"]) == (
        INSTRUMENTS[code].licence,
        INSTRUMENTS[code].source,
    )


def test_every_instrument_stands_in_the_table_by_name() -> None:
    named = [(row.code, row.name) for row in described_instruments()]
    assert named == [(code, instrument.name) for code, instrument in INSTRUMENTS.items()]


@pytest.mark.parametrize("code", sorted(CONCERNS))
def test_a_concern_is_described_by_what_the_rules_read_of_it(code: str) -> None:
    concern = CONCERNS[code]
    assert facts_of(described_concerns(), code) == {
        "Clinical": "yes" if concern.clinical else "no",
        "Talk about medication": concern.med_eval,
        "Source": f"{concern.source}; [own] both flags",
        "Sign-off": "awaits a clinician",
    }


def test_every_concern_stands_in_the_table_by_name() -> None:
    named = [(row.code, row.name) for row in described_concerns()]
    assert named == [(code, concern.label) for code, concern in CONCERNS.items()]
