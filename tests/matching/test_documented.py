"""docs/matching.md and docs/evidence.md show what the matcher goes by, as the data has it."""

from typing import Any

import pytest

from directory.matching import RANKING, read_ranking_table
from directory.matching.described import (
    described_evidence,
    described_figures,
    described_groups,
    described_help_sources,
    described_kinds,
    described_lengths,
    described_limits,
    described_programs,
    described_sentences,
)
from directory.vocabulary import KINDS, MODALITIES, THEMES
from directory.vocabulary.described import Described
from directory.vocabulary.evidence import EVIDENCE
from directory.vocabulary.help_sources import HELP_SOURCES
from directory.vocabulary.lengths import USUAL_LENGTHS
from directory.vocabulary.programs import PROGRAMS
from directory.vocabulary.terms import read_table
from docs.tables import HERE, PAGES, with_tables

Rows = tuple[Described, ...]
OWN = "awaits a clinician"


def facts_of(rows: Rows, code: str) -> dict[str, Any]:
    (row,) = (row for row in rows if row.code == code)
    return {fact.name: fact.text for fact in row.facts}


@pytest.mark.parametrize("name", ["matching.md", "evidence.md"])
def test_the_tables_have_not_drifted(name: str) -> None:
    page = (HERE / name).read_text(encoding="utf-8")
    assert with_tables(page, PAGES[name]) == page, "write the tables anew: python -m docs.tables"


def test_the_page_says_how_many_rows_await_a_clinician() -> None:
    pages = PAGES["matching.md"], PAGES["evidence.md"]
    rows = [row for tables in pages for described in tables.values() for row in described()]
    waiting = sum(row.awaits_a_clinician for row in rows)
    page = (HERE / "matching.md").read_text(encoding="utf-8")
    assert f"In all, {waiting} of {len(rows)} rows of both pages await one" in page


def test_every_line_of_the_ranking_table_has_a_meaning_in_its_order() -> None:
    rows = described_figures(RANKING)
    lines = [(row["code"], row["meaning"]) for row in read_table("ranking_lines.csv")]
    assert [(row.code, facts_of(rows, row.code)["Meaning"]) for row in rows] == lines
    assert {row.name for row in rows} == {""}


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("weights.need", "25"),
        ("urgent.levels", "urgent, urgent_medical"),
        ("need.grade.none", "0.2"),
        ("time.weekly", "0.95"),
        ("fairness.first_places", "5"),
    ],
)
def test_a_figure_is_told_with_its_value_and_sign_off(code: str, value: str) -> None:
    facts = facts_of(described_figures(RANKING), code)
    assert (facts["Value"], facts["Sign-off"]) == (value, OWN)


def test_what_an_operator_changed_is_told_with_what_ships() -> None:
    rows = described_figures(read_ranking_table("[need.grade]\nB = 0.75"))
    assert facts_of(rows, "need.grade.B") == {
        "Value": "0.75",
        "Meaning": "A kind of therapy whose evidence is of grade B",
        "Source": "[own] set by whoever runs this directory; it ships as 0.7",
        "Sign-off": OWN,
    }
    shipped = described_figures(RANKING)
    assert [row for row in rows if row not in shipped] == [rows[16]]


def test_the_figures_that_stand_in_the_code_are_told() -> None:
    rows = described_limits()
    assert [(row.code, row.name, row.facts[0].text) for row in rows] == [
        (f"F{place}", "", value)
        for place, value in enumerate(("21", "45", "45", "90", "30", "3", "6", "3"), 1)
    ]
    assert facts_of(rows, "F5") == {
        "Value": "30",
        "Meaning": "Days before a licence ends within which a caution says so",
        "Source": "[own] chosen here",
        "Sign-off": OWN,
    }


def test_groups_are_told_in_the_words_of_their_theme_and_kind() -> None:
    rows, terms = described_groups(), (*THEMES.values(), *KINDS.values())
    assert [(row.code, row.name) for row in rows] == [(term.code, term.label) for term in terms]
    assert facts_of(rows, "grief") == {
        "What the person reads": "“A group for people who miss someone who died.”",
        "Source": f"{THEMES['grief'].source}; [own] words",
        "Sign-off": OWN,
    }


def test_every_graded_pair_is_told_with_its_source() -> None:
    rows = described_evidence()
    told = [[fact.text for fact in row.facts] for row in rows]
    assert [(grade, source) for grade, _, source, _ in told] == [
        (row.grade, row.source) for row in EVIDENCE
    ]
    assert len({row.code for row in rows}) == len(EVIDENCE)
    waiting = [row.awaits_a_clinician for row in rows]
    assert waiting == ["[own]" in row.source for row in EVIDENCE]


def test_a_graded_pair_is_named_with_those_it_was_tested_with() -> None:
    rows = described_evidence()
    assert (rows[0].code, rows[0].name) == (
        "depression-CBT-adult",
        "Depression: Cognitive behavioral therapy",
    )
    tested = [facts_of(rows, row.code)["Tested with"] for row in rows]
    words = dict(zip((row.population for row in EVIDENCE), tested, strict=True))
    assert words == {
        "adult": "adults",
        "child": "children",
        "couple": "couples",
        "family": "families",
        "teen": "teens",
    }
    assert [row.facts[1].name for row in rows] == ["Tested with"] * len(rows)
    assert rows[0].facts[0].name == "Grade"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "CBT",
            {
                "What the person reads": f"“{MODALITIES['CBT'].about}”",
                "Structure": "structured",
                "Time focus": "present",
                "Length": "brief; medium",
                "Exploring": "skills first",
                "Source": "seed articles; own; [own] words and ways",
                "Sign-off": OWN,
            },
        ),
        ("PSYAN", {"Exploring": "looks deeper", "Time focus": "past", "Length": "long; open"}),
        ("MEDS", {"Exploring": "none", "Structure": "none", "Time focus": "none"}),
    ],
)
def test_a_kind_of_therapy_is_told_by_its_ways(code: str, expected: dict[str, str]) -> None:
    facts = facts_of(described_kinds(), code)
    assert {name: facts[name] for name in expected} == expected


def test_every_kind_of_therapy_stands_in_the_table_by_name() -> None:
    named = [(row.code, row.name) for row in described_kinds()]
    assert named == [(code, term.label) for code, term in MODALITIES.items()]


def test_every_usual_length_is_told_in_its_words() -> None:
    rows = described_lengths()
    assert [(row.code, row.name) for row in rows] == [
        (code, MODALITIES.label(code)) for code in USUAL_LENGTHS
    ]
    assert facts_of(rows, "WET") == {
        "What the person reads": "“Often about 5 sessions.”",
        "Source": USUAL_LENGTHS["WET"].source,
        "Sign-off": "as sourced",
    }
    assert facts_of(rows, "CBT")["Sign-off"] == OWN


def test_a_program_is_told_with_whom_it_is_for_and_where_to_ask() -> None:
    rows = described_programs()
    assert [(row.code, row.name) for row in rows] == [(one.code, one.label) for one in PROGRAMS]
    assert facts_of(rows, "first_episode") == {
        "What the person reads": f"“{PROGRAMS[5].about}”",
        "At": "none",
        "With the flag": "Hearing or seeing things others do not; Racing energy and little sleep",
        "For": "Psychosis / schizophrenia",
        "Ages": "15 to 35",
        "Where to ask": "SAMHSA helpline; Your own doctor",
        "Source": "[own] APA 2020, NICE CG178 (rule L08)",
        "Sign-off": OWN,
    }
    assert facts_of(rows, "residential")["At"] == "A program with more care"


def test_a_help_source_is_told_with_what_to_dial() -> None:
    rows = described_help_sources()
    assert [(row.code, row.name) for row in rows] == [
        (code, found.label) for code, found in HELP_SOURCES.items()
    ]
    assert facts_of(rows, "lifeline") == {
        "Call": "988",
        "What the person reads": f"“{HELP_SOURCES['lifeline'].about}”",
        "Source": "[stored] in crisis_lines.json",
        "Sign-off": "as sourced",
    }
    assert facts_of(rows, "doctor")["Call"] == "none"


def test_every_sentence_is_told_with_who_says_it() -> None:
    rows, sentences = described_sentences(), read_table("matching_sentences.csv")
    assert [fact.text for row in rows for fact in row.facts] == [
        text for row in sentences for text in (f"“{row['sentence']}”", row["source"], OWN)
    ]
    assert [fact.name for fact in rows[0].facts] == ["What the person reads", "Source", "Sign-off"]
    assert [row.name for row in rows] == [row["said_in"].replace("_", " ") for row in sentences]
    assert (rows[0].code, rows[9].code) == ("S01", "S10")
