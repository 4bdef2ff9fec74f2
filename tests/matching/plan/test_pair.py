"""A therapist and a prescriber together, where medicine is considered."""

from typing import Any

import pytest

from directory.matching.plan.parts import Pair, Person
from tests.factories import make_provider
from tests.matching.asking import holder_of, prescriber
from tests.matching.plan.plans import plan_for

BOTH: dict[str, Any] = {"level_of_care": "psychotherapy_and_medication"}
TALKS = make_provider(id="talks", name="Tara Talks")
PRESCRIBES = prescriber(id="prescribes", name="Peter Prescribes")


@pytest.mark.seed_rule("SR05", "SR14")
def test_the_pair_is_the_first_therapist_and_the_first_prescriber() -> None:
    later = [make_provider(id="later", fee=None, concerns=[]), prescriber(id="also", concerns=[])]
    found = plan_for(TALKS, PRESCRIBES, *later, **BOTH, concerns=["panic"]).pair
    assert found is not None
    assert found.therapist is not None
    assert found.prescriber is not None
    assert {found.therapist.rank, found.prescriber.rank} == {1, 2}
    assert found.therapist.id == "talks"
    assert found.prescriber.id == "prescribes"


@pytest.mark.seed_rule("SR14")
def test_the_sentence_names_both() -> None:
    found = plan_for(TALKS, PRESCRIBES, **BOTH).pair
    assert found is not None
    assert found.text == (
        "Talk with Tara Talks. Ask Peter Prescribes about medicine. You can start with either. "
        "It is fine for them to talk with each other if you say yes."
    )


def test_one_person_may_be_both() -> None:
    both = holder_of("psychiatrist", id="both", name="Bo Both")
    person = Person("both", "Bo Both", 1)
    assert plan_for(both, **BOTH).pair == Pair(
        person, person, "Bo Both can talk with you and can prescribe."
    )


def test_where_nobody_prescribes_the_own_doctor_is_asked() -> None:
    assert plan_for(TALKS, **BOTH).pair == Pair(
        Person("talks", "Tara Talks", 1),
        None,
        "No one on this list can prescribe. Ask your own doctor about medicine.",
    )


def test_where_nobody_talks_the_prescriber_is_asked_for_a_name() -> None:
    assert plan_for(PRESCRIBES, **BOTH).pair == Pair(
        None,
        Person("prescribes", "Peter Prescribes", 1),
        "No one on this list fits to talk with. Ask the prescriber for a name.",
    )


def test_where_neither_is_there_the_own_doctor_is_asked() -> None:
    helper = make_provider(services=["support"], modalities=[], service_intent="support")
    found = plan_for(helper, level_of_care="counselling", on_medication=True).pair
    assert found == Pair(
        None,
        None,
        "No one on this list can talk with you about medicine. Ask your own doctor about it.",
    )


def test_where_nobody_matches_there_is_no_pair() -> None:
    assert plan_for(**BOTH).pair is None


@pytest.mark.parametrize(
    "changes",
    [
        {"on_medication": True},
        {"services": ["psychotherapy", "medication"]},
        {"concerns": ["panic", "bipolar"]},
        {"concerns": ["adhd_adult"]},
    ],
)
def test_medicine_is_considered_where_it_is_taken_asked_for_or_called_for(
    changes: dict[str, Any],
) -> None:
    assert plan_for(TALKS, **changes).pair is not None


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"on_medication": False},
        {"services": ["psychotherapy"]},
        {"concerns": ["panic"]},
        {"concerns": ["specific_phobia"]},
        {"level_of_care": "soon"},
    ],
)
def test_else_it_is_not(changes: dict[str, Any]) -> None:
    assert plan_for(TALKS, **changes).pair is None


def test_who_wants_medicine_alone_needs_no_pair() -> None:
    assert plan_for(PRESCRIBES, services=["medication"]).pair is None
