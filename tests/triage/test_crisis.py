"""The crisis card: when it is there, what it says and whom it names."""

import pytest

from directory.triage import crisis_card
from directory.vocabulary import LEVELS_OF_CARE, SAFETY_FLAGS
from directory.vocabulary.crisis import CRISIS_LINES, CRISIS_WORDS

DOMESTIC_VIOLENCE = "National Domestic Violence Hotline"


def names(level: str, flags: tuple[str, ...] = (), age_group: str | None = None) -> list[str]:
    card = crisis_card(level, flags, age_group)
    assert card is not None
    return [line.name for line in card.lines]


@pytest.mark.parametrize("level", LEVELS_OF_CARE)
def test_the_card_is_there_from_soon_upwards(level: str) -> None:
    expected = level in {"crisis", "emergency_medical", "urgent", "urgent_medical", "soon"}
    assert (crisis_card(level, ()) is not None) is expected


@pytest.mark.parametrize("flag", SAFETY_FLAGS)
def test_any_flag_brings_the_card(flag: str) -> None:
    assert crisis_card("counselling", (flag,)) is not None


def test_emergency_services_and_988_come_first() -> None:
    for flag in SAFETY_FLAGS:
        assert names("urgent", (flag,))[:2] == [
            "Emergency services",
            "988 Suicide & Crisis Lifeline",
        ]


@pytest.mark.parametrize(
    ("flag", "line"),
    [
        ("overdose", "Poison Help"),
        ("withdrawal", "SAMHSA National Helpline"),
        ("postpartum_psychosis", "National Maternal Mental Health Hotline"),
        ("child_at_risk", "Childhelp"),
    ],
)
def test_a_flag_brings_the_line_that_fits_it(flag: str, line: str) -> None:
    assert line in names("crisis", (flag,))
    assert line not in names("crisis")


def test_the_headline_is_neutral_where_a_partner_is_feared() -> None:
    card = crisis_card("crisis", ("suicide", "partner_violence"))
    assert card is not None
    assert card.headline == CRISIS_WORDS["headline_neutral"]
    assert "partner" not in card.headline.lower()


def test_the_hotline_is_on_every_card_so_that_it_gives_nothing_away() -> None:
    assert DOMESTIC_VIOLENCE in names("psychotherapy", ("partner_violence",))
    assert names("crisis", ("partner_violence",)) == names("crisis")


def test_a_danger_to_the_body_has_its_own_headline() -> None:
    card = crisis_card("emergency_medical", ("withdrawal",))
    assert card is not None
    assert card.headline == CRISIS_WORDS["headline_medical"]


def test_a_teen_and_a_child_see_lines_for_the_young() -> None:
    teen, child, adult = (names("urgent", (), group) for group in ("teen", "child", "adult"))
    assert {"love is respect (teens)", "Childhelp", "Trevor Project (LGBTQ+ youth)"} <= set(teen)
    assert "Childhelp" in child
    assert not {"Childhelp", "love is respect (teens)"} & set(adult)


def test_a_line_has_the_four_fields_of_the_contract() -> None:
    card = crisis_card("crisis", ())
    assert card is not None
    assert card.model_dump()["lines"][1] == {
        "name": "988 Suicide & Crisis Lifeline",
        "call": "988",
        "text": "988",
        "chat": "https://988lifeline.org/chat",
    }


def test_lines_that_closed_are_not_shown() -> None:
    numbers = {line.call for line in CRISIS_LINES}
    assert "1-800-931-2237" not in numbers


def test_no_line_is_of_another_country() -> None:
    assert not {"999", "116 123", "686868"} & {n for x in CRISIS_LINES for n in (x.call, x.text)}
