"""What is never worth a point: money, stars, self-praise, and what nobody asked about a person."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.matching import read_ranking_table
from directory.matching.request import MatchRequest
from directory.providers import Provider
from tests.factories import make_coach, make_provider, provider_facts
from tests.matching.asking import points_of, the_match
from tests.matching.test_ranking_table import sentence_against

PREFERRED: dict[str, Any] = {"strength": "prefer"}


def scores(*people: Provider, **asked: Any) -> set[float]:
    return {the_match(one, **asked).score for one in people}


@pytest.mark.parametrize("field", ["stars", "rating", "reviews", "sponsored", "paid", "promoted"])
def test_a_listing_has_no_place_for_stars_or_paid_placement(field: str) -> None:
    with pytest.raises(ValidationError, match=f"(?s){field}.*not permitted"):
        Provider.model_validate(provider_facts(**{field: 5}))


@pytest.mark.parametrize("factor", ["stars", "paid", "gender", "race", "cultural_competence"])
def test_no_table_can_give_them_a_weight(factor: str) -> None:
    sentence = f"weights.{factor}: this field is not known here: take it out"
    assert sentence_against(f"weights.{factor} = 50") == sentence


def test_being_a_demo_or_a_big_practice_is_worth_nothing() -> None:
    big = make_provider(practice={"id": "big", "name": "Big"})
    assert len(scores(make_provider(), big, make_provider(demo=True))) == 1


@pytest.mark.parametrize("praise", ["culturally competent", "the best, five stars", ""])
def test_self_praise_is_worth_nothing(praise: str) -> None:
    communities = ["lgbtq", "black", "veterans", "women"]
    plain = make_provider(bio="I help.")
    assert scores(plain) == scores(make_provider(bio=praise, communities=communities))


def test_a_community_counts_only_for_whoever_asks_for_it() -> None:
    named, silent = make_provider(communities=["black"]), make_provider(communities=["lgbtq"])
    wish = PREFERRED | {"factor": "community", "value": "black"}
    assert len(scores(named, silent)) == 1
    assert len(scores(named, silent, preferences=[wish])) == 2


def test_a_gender_counts_only_for_whoever_asks_for_it() -> None:
    people = [make_provider(gender=one) for one in ("female", "male", "nonbinary", None)]
    wish = PREFERRED | {"factor": "gender", "value": "male"}
    assert len(scores(*people)) == 1
    assert len(scores(*people, preferences=[wish])) == 3


def test_pronouns_and_names_are_worth_nothing() -> None:
    assert len(scores(make_provider(), make_provider(name="Bo Ek", pronouns="he/him"))) == 1


def test_a_language_counts_only_for_whoever_asks_for_it() -> None:
    people = [make_provider(languages=spoken) for spoken in (["en"], ["en", "es"], ["es"], [])]
    wish = PREFERRED | {"factor": "language", "value": "es"}
    assert len(scores(*people)) == 1
    assert len(scores(*people, preferences=[wish])) == 3


def test_meeting_by_video_or_in_person_counts_only_for_whoever_asks_for_it() -> None:
    people = [make_provider(delivery=ways) for ways in (["in_person"], ["video"], ["phone"], [])]
    assert len(scores(*people)) == 1
    wish = PREFERRED | {"factor": "delivery", "value": "video"}
    assert len(scores(*people, preferences=[wish])) == 3


def test_what_it_costs_counts_only_for_whoever_asks_for_it() -> None:
    cheap = make_provider(fee={"min": 20, "max": 20}, payers=[])
    assert len(scores(make_provider(), cheap, make_provider(fee=None))) == 1


def test_outcomes_are_no_factor_yet() -> None:
    assert "outcomes" not in read_ranking_table().weights.model_dump()
    assert "outcomes" not in MatchRequest.model_fields


def test_a_licence_is_worth_nothing_by_its_name() -> None:
    found = the_match(make_coach(), level_of_care="support", concerns=["habits"])
    licensed = make_provider(modalities=[], services=["support"], concerns=[])
    other = the_match(licensed, level_of_care="support", concerns=["habits"])
    assert points_of(found, "need") == points_of(other, "need")
