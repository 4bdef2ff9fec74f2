"""Which kinds of therapy may fit: the evidence decides first, then how a person likes to work."""

from typing import Any

import pytest

from directory.matching.styles import FittingModality, fitting_modalities, style_fit
from directory.vocabulary.approaches import exploring
from directory.vocabulary.modalities import MODALITIES
from tests.matching.asking import asking


def fitting(*concerns: str, **changes: Any) -> list[str]:
    """Return the kinds as `grade code`, in order."""
    found = fitting_modalities(asking(concerns=concerns, **changes))
    return [f"{one.grade} {one.code}" for one in found]


def wish(factor: str, value: str, strength: str = "prefer") -> dict[str, str]:
    return {"factor": factor, "value": value, "strength": strength}


def test_kinds_stand_by_concern_then_by_grade_then_as_the_evidence_lists_them() -> None:
    assert fitting_modalities(asking(concerns=["relationship_patterns", "perfectionism"])) == (
        FittingModality("PDT", "relationship_patterns", "B"),
        FittingModality("SCHEMA", "relationship_patterns", "B"),
        FittingModality("IPT", "relationship_patterns", "C"),
        FittingModality("CBT", "perfectionism", "B"),
        FittingModality("CFT", "perfectionism", "C"),
        FittingModality("PDT", "perfectionism", "C"),
    )


@pytest.mark.parametrize("comfort", [1, 2])
def test_little_comfort_with_exploring_puts_skills_before_looking_deeper(comfort: int) -> None:
    found = fitting("depression", exploration_comfort=comfort)
    assert found[-1] == "B STPP"
    assert found[:3] == ["A CBT", "A BA", "A IPT"]


@pytest.mark.parametrize("comfort", [4, 5])
def test_much_comfort_with_exploring_puts_looking_deeper_first_within_a_grade(
    comfort: int,
) -> None:
    found = fitting("depression", exploration_comfort=comfort)
    assert found[:4] == ["A CBT", "A BA", "A IPT", "B STPP"]


@pytest.mark.parametrize("comfort", [3, None])
def test_a_middle_comfort_or_none_moves_nothing(comfort: int | None) -> None:
    found = fitting("depression", exploration_comfort=comfort)
    assert found == fitting("depression")
    assert found[3:5] == ["B PST", "B STPP"]


def test_whoever_would_rather_not_explore_is_still_offered_what_works_for_trauma() -> None:
    found = fitting("ptsd", "perfectionism", exploration_comfort=1)
    assert found.index("A CPT") < found.index("B WET") < found.index("C PDT")


def test_no_style_takes_a_kind_away_or_lifts_a_weaker_grade() -> None:
    plain = fitting("depression")
    for comfort in (1, 5):
        for value in ("structured", "open"):
            styled = fitting(
                "depression", exploration_comfort=comfort, preferences=[wish("structure", value)]
            )
            assert sorted(styled) == sorted(plain)
            assert [kind[0] for kind in styled] == sorted(kind[0] for kind in styled)


@pytest.mark.parametrize(
    ("preference", "modality", "fit"),
    [
        (wish("structure", "structured"), "CBT", 1),
        (wish("structure", "open"), "CBT", -1),
        (wish("structure", "open", "must"), "PDT", 1),
        (wish("structure", "structured", "avoid"), "CBT", -1),
        (wish("structure", "open", "avoid"), "CBT", 1),
        (wish("time_focus", "past"), "PDT", 1),
        (wish("length", "brief"), "PSYAN", -1),
        (wish("length", "brief"), "SEXTX", 0),
        (wish("length", "brief", "avoid"), "SEXTX", 0),
        (wish("gender", "female"), "CBT", 0),
    ],
)
def test_a_wish_of_style_fits_does_not_or_is_not_known(
    preference: dict[str, str], modality: str, fit: int
) -> None:
    assert style_fit(asking(preferences=[preference]), modality) == fit


def test_wishes_of_style_add_up() -> None:
    asked = [wish("structure", "structured"), wish("time_focus", "past"), wish("length", "brief")]
    assert style_fit(asking(preferences=asked), "CBT") == 1
    assert style_fit(asking(preferences=asked, exploration_comfort=2), "CBT") == 2
    assert style_fit(asking(preferences=asked, exploration_comfort=4), "CBT") == 0
    assert style_fit(asking(preferences=asked, exploration_comfort=4), "EMDR") == 2
    assert style_fit(asking(preferences=asked, exploration_comfort=4), "SEXTX") == 0


def test_a_kind_that_is_to_be_avoided_is_not_named() -> None:
    avoided = [wish("modality", "CBT", "avoid")]
    assert "A CBT" not in fitting("depression", preferences=avoided)
    assert fitting("depression", preferences=avoided) == fitting("depression")[1:]
    assert fitting("depression", preferences=[wish("modality", "CBT")]) == fitting("depression")
    assert "A CBT" in fitting("depression", preferences=[wish("structure", "open", "avoid")])


def test_a_kind_is_named_only_in_a_format_that_is_asked_for_and_safe() -> None:
    couple = {code for code, term in MODALITIES.items() if "individual" not in term.formats}
    everything = {kind[2:] for kind in fitting("depression", "relationship_distress")}
    alone = fitting("depression", "relationship_distress", formats=["individual"])
    assert everything & couple
    assert not {kind[2:] for kind in alone} & couple


def test_medicine_is_named_only_where_it_is_called_for() -> None:
    assert "A MEDS" not in fitting("bipolar")
    assert "A MEDS" in fitting("bipolar", on_medication=True)
    assert "A MEDS" in fitting("bipolar", level_of_care="psychotherapy_and_medication")


def test_nothing_is_named_that_tells_of_a_partner() -> None:
    found = fitting("ipv_survivor", "panic", safety_flags=["partner_violence"])
    assert found == fitting("panic", safety_flags=["partner_violence"])
    assert fitting("ipv_perpetrator") == []


def test_a_kind_tested_at_another_age_is_not_named() -> None:
    assert "B DBTA" in fitting("bpd", age_group="teen")
    assert "B DBTA" not in fitting("bpd", age_group="adult")


def test_whoever_names_nothing_is_named_nothing() -> None:
    assert fitting() == fitting("unsure") == []


@pytest.mark.parametrize(
    ("modality", "way"),
    [
        ("CBT", "skills"),
        ("SUPP", "skills"),
        ("SST", "skills"),
        ("MI", "skills"),
        ("SFBT", "skills"),
        ("EMDR", "skills"),
        ("PDT", "deeper"),
        ("HUM", "deeper"),
        ("STPP", "deeper"),
        ("SCHEMA", "deeper"),
        ("SE", "deeper"),
        ("SP", "deeper"),
        ("ART", None),
        ("EFCT", None),
        ("YOGA", None),
    ],
)
def test_a_kind_begins_with_skills_or_looks_deeper_or_neither(
    modality: str, way: str | None
) -> None:
    assert exploring(modality) == way
