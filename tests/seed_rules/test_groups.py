"""Seed rules on groups: themes, kinds, who leads, and when a group has to wait."""

from typing import Any

import pytest
from pydantic import ValidationError

from directory.search import SearchQuery
from directory.vocabulary import CONCERNS, FORMATS, KINDS, THEMES
from directory.workflows import Directory
from directory.workflows.matching.search_directory import search_directory
from tests.factories import make_coach, make_provider, store
from tests.matching.asking import is_matched, reason_against

A_GROUP = {
    "name": "Tuesday circle",
    "theme": "grief",
    "kind": "process",
    "seats": 8,
    "open": 3,
    "starts": "2027-01-11",
    "schedule": "Tuesdays at 6",
}


def leading(**group: Any) -> dict[str, Any]:
    return {"formats": ["individual", "group"], "groups": [A_GROUP | group]}


@pytest.mark.seed_rule("SR27", "SR28", "SR29", "SR30", "SR31", "SR32", "SR33")
@pytest.mark.parametrize(
    ("theme", "words"),
    [
        ("dating", "dating group"),
        ("grief", "grief group"),
        ("cheating", "cheating"),
        ("substance_use", "substance use group"),
        ("confidence", "confidence building"),
        ("communication", "communication skills group"),
        ("anger", "anger group"),
    ],
)
def test_a_group_with_this_theme_can_be_listed_and_found(
    directory: Directory, theme: str, words: str
) -> None:
    store(directory, make_provider(**leading(theme=theme)), make_provider(id="no-group"))
    found = search_directory(directory, SearchQuery(text=words))
    assert [one.provider.id for one in found.results][:1] == ["ana-lopez"]


@pytest.mark.seed_rule("SR34")
def test_a_group_on_anything_else_is_listed_as_other_with_its_name() -> None:
    (group,) = make_provider(**leading(theme="other", name="Moving on after fire")).groups
    assert (group.theme, group.name) == ("other", "Moving on after fire")
    assert "other" in THEMES


@pytest.mark.seed_rule("SR26")
def test_a_group_tells_its_seats_its_open_places_and_its_start() -> None:
    (group,) = make_provider(**leading()).groups
    assert (group.seats, group.open, str(group.starts)) == (8, 3, "2027-01-11")
    assert FORMATS["group"].about == (
        "You meet with a small group of people who have some of the same worries."
    )


@pytest.mark.seed_rule("SR26")
def test_a_group_cannot_have_more_open_places_than_seats() -> None:
    with pytest.raises(ValidationError, match="9 open seats of 8 cannot be"):
        make_provider(**leading(open=9))


@pytest.mark.seed_rule("SR29")
def test_the_theme_of_cheating_belongs_to_the_concern_and_starts_no_couples_format() -> None:
    assert CONCERNS["infidelity"].group_theme == "cheating"


@pytest.mark.seed_rule("SR35", "SR36")
def test_somebody_unlicensed_may_lead_a_class_and_no_process_group() -> None:
    assert make_coach(**leading(kind="educational")).groups[0].kind == "educational"
    with pytest.raises(ValidationError, match="a process group needs a licensed leader"):
        make_coach(**leading(kind="process"))
    assert "A licensed person leads it" in KINDS["process"].about


@pytest.mark.seed_rule("SR35")
def test_a_class_of_somebody_unlicensed_is_not_for_a_clinical_need() -> None:
    coach = make_coach(**leading(kind="educational"))
    asked = {"services": ["support"], "formats": ["group"]}
    assert is_matched(coach, level_of_care="support", **asked)
    assert reason_against(coach, level_of_care="support", concerns=["panic"], **asked) == "level"


@pytest.mark.seed_rule("SR36")
@pytest.mark.parametrize("level", ["urgent", "urgent_medical"])
def test_in_acute_need_one_on_one_help_comes_in_the_place_of_a_group(level: str) -> None:
    only_groups = make_provider(**leading() | {"formats": ["group"]})
    assert reason_against(only_groups, level_of_care=level, formats=["group"]) == "format"
    assert is_matched(make_provider(**leading()), level_of_care=level, formats=["group"])


@pytest.mark.seed_rule("SR34")
def test_a_group_on_anything_else_is_found_by_its_name_alone(directory: Directory) -> None:
    store(directory, make_provider(**leading(theme="other", name="Moving on after fire")))
    assert search_directory(directory, SearchQuery(text="moving on after fire")).answer.total == 1
    assert search_directory(directory, SearchQuery(text="another theme")).answer.total == 0
