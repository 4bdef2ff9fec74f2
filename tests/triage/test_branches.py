"""The branches: at most two, safety first, from the age that each screen was made for."""

from itertools import product

import pytest

from directory.triage.branches import (
    ASKED_BY_PHQ4,
    AT_MOST,
    BRANCHES,
    Known,
    branches_for,
    screens_of,
)
from directory.vocabulary import CONCERNS
from directory.vocabulary.instruments import INSTRUMENTS

PARTNER = [
    "ipv_survivor",
    "ipv_perpetrator",
    "loved_one_addiction",
    "sexual_dysfunction",
    "relationship_distress",
    "infidelity",
    "premarital",
    "separation_divorce",
    "family_conflict",
    "blended_family",
    "boundaries",
    "anger",
]
DRINK_AND_DRUGS = ["alcohol", "substance_use", "opioid", "chronic_pain", "adhd_adult", "medication"]
EATING = ["anorexia", "bulimia", "arfid", "binge_eating", "body_image"]
TRAUMA = [
    "ptsd",
    "complex_trauma",
    "sexual_trauma",
    "child_trauma",
    "dissociation",
    "nightmares",
    "moral_injury",
    "ipv_survivor",
]
SCREENS = {"HARK": PARTNER, "AUDITC": DRINK_AND_DRUGS, "SCOFF": EATING, "PCPTSD5": TRAUMA}
# One for each kind of concern, one of two kinds, and one that calls for nothing.
KINDS = ("anger", "alcohol", "bulimia", "ptsd", "ipv_survivor", "panic")


def chosen(age: int = 30, **known: object) -> tuple[str, ...]:
    return branches_for(Known(age, **known))  # type: ignore[arg-type]


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_is_called_for_by_its_concerns_and_no_others(screen: str) -> None:
    assert {code for code in CONCERNS if screen in screens_of(code)} == set(SCREENS[screen])


def test_low_mood_and_worry_are_called_for_by_scores_alone() -> None:
    assert not {"PHQ8", "GAD7"} & {screen for code in CONCERNS for screen in screens_of(code)}


def test_drink_and_drugs_are_asked_about_together() -> None:
    assert BRANCHES["AUDITC"] == ("AUDITC", "DRUG")


@pytest.mark.parametrize(("score", "asked"), [(0, ()), (1, ()), (2, ("PHQ8",)), (6, ("PHQ8",))])
def test_a_low_mood_of_two_leads_to_the_longer_screen(score: int, asked: tuple[str, ...]) -> None:
    assert chosen(phq2=score) == asked


@pytest.mark.parametrize(("score", "asked"), [(0, ()), (2, ()), (3, ("GAD7",)), (6, ("GAD7",))])
def test_a_worry_of_three_leads_to_the_longer_screen(score: int, asked: tuple[str, ...]) -> None:
    assert chosen(gad2=score) == asked


def test_the_higher_score_goes_first_and_low_mood_where_they_are_equal() -> None:
    assert chosen(phq2=3, gad2=4) == ("GAD7", "PHQ8")
    assert chosen(phq2=4, gad2=4) == ("PHQ8", "GAD7")
    assert chosen(phq2=5, gad2=4) == ("PHQ8", "GAD7")
    assert chosen(phq2=1, gad2=4) == ("GAD7",)


def test_where_one_place_is_left_the_higher_score_takes_it() -> None:
    assert chosen(concerns=("ptsd",), phq2=3, gad2=4) == ("PCPTSD5", "GAD7")
    assert chosen(concerns=("ptsd",), phq2=4, gad2=3) == ("PCPTSD5", "PHQ8")


def test_the_partner_comes_first_by_a_concern_or_by_wanting_couples() -> None:
    assert chosen(concerns=("ptsd", "anger"), phq2=6) == ("HARK", "PCPTSD5")
    assert chosen(wants_couples=True, phq2=6) == ("HARK", "PHQ8")
    assert chosen(concerns=("ipv_survivor",), phq2=6) == ("HARK", "PCPTSD5")


def test_nobody_answers_about_the_partner_of_someone_else() -> None:
    assert chosen(concerns=("anger",), wants_couples=True, for_self=False) == ()
    assert chosen(concerns=("ipv_survivor",), for_self=False) == ("PCPTSD5",)


def test_what_was_told_about_a_partner_counts_whatever_changes() -> None:
    told = frozenset({"HARK"})
    assert chosen(for_self=False, told=told) == ("HARK",)
    assert chosen(concerns=("ptsd", "alcohol"), for_self=False, told=told) == ("PCPTSD5", "HARK")


def test_the_main_concern_comes_before_the_others() -> None:
    assert chosen(concerns=("ptsd", "alcohol")) == ("PCPTSD5", "AUDITC")
    assert chosen(concerns=("alcohol", "ptsd")) == ("AUDITC", "PCPTSD5")


def test_danger_to_the_body_comes_before_scores_and_they_before_other_concerns() -> None:
    assert chosen(concerns=("panic", "alcohol"), phq2=6, gad2=6) == ("AUDITC", "PHQ8")
    assert chosen(concerns=("panic", "bulimia"), phq2=6, gad2=6) == ("SCOFF", "PHQ8")
    assert chosen(concerns=("panic", "bulimia", "alcohol"), phq2=6) == ("AUDITC", "SCOFF")
    assert chosen(concerns=("panic", "ptsd"), phq2=6, gad2=6) == ("PHQ8", "GAD7")
    assert chosen(concerns=("panic", "ptsd"), phq2=6) == ("PHQ8", "PCPTSD5")


def test_a_branch_that_was_answered_stays_and_takes_a_place() -> None:
    told = frozenset({"GAD7"})
    assert chosen(told=told) == ("GAD7",)
    assert chosen(concerns=("ptsd", "alcohol"), told=told) == ("PCPTSD5", "GAD7")


def test_a_partner_comes_in_beside_two_branches_that_were_answered() -> None:
    told = frozenset({"GAD7", "PHQ8"})
    assert chosen(wants_couples=True, told=told) == ("HARK", "PHQ8", "GAD7")
    assert chosen(concerns=("ptsd",), told=told) == ("PHQ8", "GAD7")


@pytest.mark.parametrize("age", [17, 18])
@pytest.mark.parametrize(
    ("branch", "known"),
    [
        ("HARK", {"wants_couples": True}),
        ("AUDITC", {"concerns": ("alcohol",)}),
        ("PCPTSD5", {"concerns": ("ptsd",)}),
        ("PHQ8", {"phq2": 6}),
        ("GAD7", {"gad2": 6}),
    ],
)
def test_adults_alone_are_asked_the_screens_for_adults(
    age: int, branch: str, known: dict[str, object]
) -> None:
    assert chosen(age, **known) == ((branch,) if age == 18 else ())


def test_teens_are_asked_about_eating_from_thirteen() -> None:
    assert chosen(12, concerns=("bulimia",)) == ()
    assert chosen(13, concerns=("bulimia",)) == ("SCOFF",)


def test_a_screen_that_a_person_is_too_young_for_takes_no_place() -> None:
    assert chosen(16, concerns=("ptsd", "bulimia"), phq2=6, gad2=6) == ("SCOFF",)


def test_there_are_never_more_than_two_and_never_one_too_few_whatever_is_known() -> None:
    concerns = [(), *((one,) for one in KINDS), *product(KINDS, KINDS)]
    for some, couples, phq2, gad2, own in product(
        concerns, (True, False), (0, 1, 2, 6), (0, 2, 3, 6), (True, False)
    ):
        known = Known(30, own, tuple(dict.fromkeys(some)), couples, phq2, gad2)
        found = branches_for(known)
        screens = {screen for code in some for screen in screens_of(code)}
        called = {
            "HARK": own and (couples or "HARK" in screens),
            "PHQ8": phq2 >= 2,
            "GAD7": gad2 >= 3,
        }
        wanted = {code for code in BRANCHES if called.get(code, code in screens)}
        assert set(found) <= wanted
        assert len(found) == min(AT_MOST, len(wanted))
        assert ("HARK" in found) is called["HARK"]


@pytest.mark.parametrize("screen", ASKED_BY_PHQ4)
def test_what_four_questions_asked_is_word_for_word_in_the_longer_screen(screen: str) -> None:
    for own, asked in ASKED_BY_PHQ4[screen].items():
        assert INSTRUMENTS[screen].items[own].text == INSTRUMENTS["PHQ4"].items[asked].text
        assert INSTRUMENTS[screen].items[own].values == INSTRUMENTS["PHQ4"].items[asked].values
    assert INSTRUMENTS[screen].stem == INSTRUMENTS["PHQ4"].stem
    assert len(ASKED_BY_PHQ4[screen]) == 2
