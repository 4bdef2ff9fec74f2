"""A vocabulary is frozen, and data that does not fit is refused when it is read."""

from dataclasses import FrozenInstanceError

import pytest

from directory.vocabulary import (
    CONCERNS,
    FORMATS,
    GOALS,
    LICENSES,
    MODALITIES,
    VOCABULARIES,
    terms,
)
from directory.vocabulary.codes import SERVICES
from directory.vocabulary.crisis import CRISIS_LINES, CrisisLine
from directory.vocabulary.evidence import EVIDENCE, evidence_for
from directory.vocabulary.terms import Term, Vocabulary, check_codes, read_table, yes


def term(code="a", label="A"):
    return Term(code=code, label=label, synonyms=(), about="", source="own")


def test_a_vocabulary_cannot_be_changed():
    with pytest.raises(TypeError):
        FORMATS["solo"] = term("solo")  # type: ignore[index]
    with pytest.raises(TypeError):
        del FORMATS["group"]  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        VOCABULARIES["mood"] = FORMATS  # type: ignore[index]


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_a_term_cannot_be_changed(vocabulary):
    one = next(iter(vocabulary.values()))
    with pytest.raises(FrozenInstanceError):
        one.label = "Other"  # type: ignore[misc]
    assert isinstance(one.synonyms, tuple)


def test_a_code_that_appears_twice_is_refused():
    with pytest.raises(ValueError, match="'a' appears twice"):
        Vocabulary("mood", [term("a"), term("b"), term("a", "Another")])


@pytest.mark.parametrize("bad", [term(code=""), term(label="")])
def test_a_term_needs_a_code_and_a_label(bad):
    with pytest.raises(ValueError, match="needs a code and a label"):
        Vocabulary("mood", [bad])


def test_a_reference_to_an_unknown_code_is_refused():
    check_codes("panic", ["individual"], FORMATS)
    with pytest.raises(ValueError, match="panic: unknown code 'solo'"):
        check_codes("panic", ["individual", "solo"], FORMATS)


@pytest.mark.parametrize("cell", ["", "YES", "1", "maybe"])
def test_a_cell_is_yes_or_no_and_nothing_else(cell):
    with pytest.raises(ValueError, match="expected yes or no"):
        yes(cell)


def test_a_crisis_line_can_be_reached():
    with pytest.raises(ValueError, match="nobody could reach"):
        CrisisLine("Nobody", None, None, None, True, (), (), "own")
    with pytest.raises(ValueError, match="unknown code"):
        CrisisLine("Line", "988", None, None, True, ("sadness",), (), "own")
    assert CRISIS_LINES


def test_an_unknown_code_keeps_its_own_name():
    assert LICENSES.label("lcsw") == "Clinical social worker (LCSW)"
    assert LICENSES.label("shaman") == "shaman"
    with pytest.raises(KeyError):
        LICENSES["shaman"]


def test_concerns_and_modalities_refer_to_codes_that_exist():
    for concern in CONCERNS.values():
        assert set(concern.formats) <= set(FORMATS)
        assert concern.group_theme is None or concern.group_theme in VOCABULARIES["theme"]
    for modality in MODALITIES.values():
        assert modality.service in SERVICES
        assert set(modality.formats) <= set(FORMATS)
    assert all(row.concern in CONCERNS and row.modality in MODALITIES for row in EVIDENCE)
    assert GOALS


def test_evidence_is_graded_only_where_a_row_says_so():
    assert evidence_for("panic", "CBT", "adult").grade == "A"
    assert evidence_for("panic", "ART", "adult") is None


def test_a_row_that_a_bare_comma_cut_in_two_is_refused(tmp_path, monkeypatch):
    (tmp_path / "about.csv").write_text("code,about\nCBT,You look, and you try.\n")
    monkeypatch.setattr(terms, "DATA", tmp_path)
    with pytest.raises(ValueError, match="'CBT' does not fit the header"):
        read_table("about.csv")
