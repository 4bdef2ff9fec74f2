"""A draft holds what differs from what ships, and says clearly what is wrong with it."""

from datetime import date
from typing import Any

import pytest

from directory.editions import Edition, check, problems_in, read_edition
from directory.editions.checking import NEEDED
from directory.editions.differences import differences, kinds_of
from directory.editions.drafting import (
    keeping_payers,
    with_clocks,
    with_line,
    with_own_line,
    with_own_payer,
    with_payer,
    with_sign_off,
    with_weights,
    with_words,
    without_own_line,
    without_own_payer,
    without_sign_off,
)
from directory.editions.edition import LineChange, OwnLine, OwnPayer
from directory.errors import Invalid
from directory.matching import RANKING
from directory.vocabulary import CONCERNS, PAYERS
from directory.vocabulary.evidence import EVIDENCE

TODAY = date(2026, 11, 21)
EMPTY = Edition()
PANIC = CONCERNS["panic"].synonyms
LINE = OwnLine(name="County line", need="too-much", call="1-800-555-0100")
PLAN = OwnPayer(code="river_health", label="River Health", kind="commercial")


def problems(document: dict[str, Any]) -> dict[str, str]:
    """Return what is wrong with an edition, by field."""
    found = problems_in(read_edition(document), RANKING, TODAY)
    return {problem.field: problem.message for problem in found}


def test_words_are_kept_as_what_is_added_and_what_is_left_out() -> None:
    draft = with_words(EMPTY, "concerns", "panic", (*PANIC[1:], "heart races"))
    assert draft.concerns["panic"].added == ("heart races",)
    assert draft.concerns["panic"].removed == PANIC[:1]


def test_what_is_back_to_what_ships_is_no_change_any_more() -> None:
    draft = with_words(EMPTY, "concerns", "panic", ("heart races",))
    draft = with_weights(draft, {"weights.need": 30.0}, RANKING)
    draft = with_clocks(draft, {"payers": 30})
    draft = with_line(draft, "RAINN", LineChange(call="1-800-656-4674"))
    draft = with_payer(draft, "aetna", "Aetna Better Plan", PAYERS["aetna"].synonyms)
    draft = with_own_line(draft, LINE)
    draft = with_sign_off(draft, EVIDENCE[0], "Ada Quill", "PhD", TODAY)
    assert len(differences(EMPTY, draft, RANKING)) == 7
    check(draft, RANKING, TODAY)

    draft = with_words(draft, "concerns", "panic", PANIC)
    draft = with_weights(draft, {"weights.need": 25.0}, RANKING)
    draft = with_clocks(draft, {"payers": 45})
    draft = with_line(draft, "RAINN", LineChange(call="1-800-656-4673"))
    draft = with_payer(draft, "aetna", PAYERS["aetna"].label, PAYERS["aetna"].synonyms)
    draft = without_own_line(draft, "County line")
    draft = without_sign_off(draft, EVIDENCE[0].code)
    assert draft == EMPTY


def test_an_edition_comes_back_from_its_document() -> None:
    draft = with_own_payer(with_own_line(EMPTY, LINE), PLAN)
    draft = with_sign_off(draft, EVIDENCE[0], "Ada Quill", "PhD", TODAY)
    draft = with_weights(draft, {"urgent.levels": ("urgent",)}, RANKING)
    assert read_edition(draft.document()) == draft


@pytest.mark.parametrize("name", ["Emergency services", "988 Suicide & Crisis Lifeline"])
def test_911_and_988_can_be_neither_hidden_nor_changed(name: str) -> None:
    for change in ({"hidden": True}, {"call": "1-800-555-0100"}):
        told = problems({"crisis_lines": {name: change}})
        assert "saves lives" in told[f"crisis_lines.{name}"]


def test_a_line_that_other_pages_lean_on_gets_another_number_but_is_not_hidden() -> None:
    name = "National Domestic Violence Hotline"
    assert name in NEEDED
    assert problems({"crisis_lines": {name: {"hidden": True}}})
    assert not problems({"crisis_lines": {name: {"call": "1-800-555-0100"}}})


@pytest.mark.parametrize(
    ("document", "field", "told"),
    [
        ({"concerns": {"panick": {"added": ["x y"]}}}, "concerns.panick", "there is no"),
        ({"concerns": {"panic": {"added": ["?!"]}}}, "concerns.panic", "no word"),
        (
            {"concerns": {"panic": {"added": ["one two three four five six seven"]}}},
            "concerns.panic",
            "too long",
        ),
        ({"weights": {"weights.need": 0}}, "weights.weights.need", "out of range"),
        ({"weights": {"weights.luck": 5}}, "weights.weights.luck", "no such line"),
        ({"weights": {"need.grade.B": 0.1}}, "weights.need.grade.C", "more than B"),
        ({"clocks": {"payers": 91}}, "clocks.payers", "from 7 to 90"),
        ({"clocks": {"luck": 30}}, "clocks.luck", "no such clock"),
        ({"crisis_lines": {"RAINN": {}}}, "crisis_lines.RAINN.call", "nobody could reach"),
        ({"crisis_lines": {"RAINN": {"call": "dial me"}}}, "crisis_lines.RAINN.call", "1-800"),
        (
            {"own_payers": [{"code": "aetna", "label": "A", "kind": "commercial"}]},
            "own_payers[0].code",
            "is taken",
        ),
        (
            {"own_payers": [{"code": "aetna_b", "label": "Aetna", "kind": "commercial"}]},
            "own_payers[0].label",
            "already",
        ),
        (
            {"own_payers": [{"code": "cash", "label": "Cash", "kind": "none"}]},
            "own_payers[0].kind",
            "no kind",
        ),
    ],
)
def test_each_problem_names_its_field_and_says_what_to_do(
    document: dict[str, Any], field: str, told: str
) -> None:
    assert told in problems(document)[field]


def test_a_file_that_is_no_edition_is_refused_with_the_field() -> None:
    with pytest.raises(Invalid, match="luck: this field is not known here"):
        read_edition({"luck": 1})
    with pytest.raises(Invalid):
        read_edition(["no", "edition"])


def test_a_row_that_changed_is_signed_by_nobody() -> None:
    row = EVIDENCE[0]
    draft = with_sign_off(EMPTY, row, "Ada Quill", "PhD", TODAY)
    document = draft.document()
    document["sign_offs"][row.code]["grade"] = "C"
    assert "has changed since" in problems(document)[f"sign_offs.{row.code}"]
    document = draft.document()
    document["sign_offs"][row.code]["day"] = "2026-11-22"
    assert "still to come" in problems(document)[f"sign_offs.{row.code}.day"]


def test_a_payer_that_was_published_is_retired_and_never_forgotten() -> None:
    other = OwnPayer(code="hill_care", label="Hill Care", kind="other")
    published = with_own_payer(with_own_payer(EMPTY, PLAN), other)
    draft = keeping_payers(without_own_payer(published, PLAN.code), published)
    assert [(one.code, one.retired) for one in draft.own_payers] == [
        ("river_health", True),
        ("hill_care", False),
    ]


def test_what_differs_is_told_with_what_was_there_before() -> None:
    draft = with_weights(with_clocks(EMPTY, {"others": 60}), {"weights.need": 30.0}, RANKING)
    found = differences(EMPTY, draft, RANKING)
    assert [(one.name, one.before, one.after) for one in found] == [
        ("weights.need", "25", "30"),
        ("others", "90 days", "60 days"),
    ]
    assert kinds_of(found) == {"weights", "clocks"}


def test_to_move_a_line_to_another_part_of_the_page_of_help_is_told() -> None:
    moved = LINE.model_copy(update={"need": "drugs"})
    found = differences(Edition(own_lines=(LINE,)), Edition(own_lines=(moved,)), RANKING)
    assert kinds_of(found) == {"lines"}
    assert "Alcohol or drugs" in found[0].after
