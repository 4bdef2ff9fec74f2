"""Having it another way: the kind of help, the order, and what should not count."""

import re

import pytest
from flask.testing import FlaskClient

from directory.matching import MatchRequest
from directory.web.patient.triage.own_way import changed, own_way, with_own_way
from directory.web.patient.visit import Visit
from tests.matching.asking import asking
from tests.web.walking import Walk, walk


def asked(level: str = "psychotherapy", has_zip: bool = True, **chosen: object) -> MatchRequest:
    request = asking(level_of_care=level, zip="94110" if has_zip else None)
    return with_own_way(request, Visit.model_validate(chosen))


def test_without_a_choice_nothing_changes() -> None:
    assert asked() == asking(zip="94110")


def test_the_order_and_what_should_not_count_are_passed_on() -> None:
    found = asked(order="fee", leave_out=("time", "cost"))
    assert (found.order, found.leave_out) == ("fee", ("time", "cost"))


def test_the_nearest_needs_to_know_from_where() -> None:
    assert asked(order="nearest").order == "nearest"
    assert asked(order="nearest", has_zip=False).order == "best"
    orders = [option.value for option in own_way(Visit(), has_zip=False).orders]
    assert orders == ["best", "soonest", "fee"]


@pytest.mark.parametrize(
    ("level", "services"),
    [
        ("support", ("support",)),
        ("counselling", ("support",)),
        ("psychotherapy", ("psychotherapy", "support")),
        ("psychotherapy_and_medication", ("psychotherapy", "medication", "support")),
        ("urgent", ("psychotherapy", "medication", "support")),
    ],
)
def test_tools_come_beside_treatment_and_never_in_its_place(
    level: str, services: tuple[str, ...]
) -> None:
    found = asked(level, intent="tools")
    assert (found.services, found.exploration_comfort) == (services, 1)
    assert found.level_of_care == level


@pytest.mark.parametrize(
    ("level", "services"),
    [
        ("support", ("psychotherapy",)),
        ("counselling", ("psychotherapy",)),
        ("psychotherapy_and_medication", ()),
        ("urgent", ()),
    ],
)
def test_deeper_work_is_psychotherapy_and_takes_no_medicine_away(
    level: str, services: tuple[str, ...]
) -> None:
    found = asked(level, intent="deeper")
    assert (found.services, found.exploration_comfort) == (services, 5)


def test_what_is_no_choice_is_as_if_it_was_not_sent() -> None:
    form = {"intent": "coach", "order": "name"}
    assert changed(Visit(), form, ["need", "time"]) == Visit(leave_out=("time",))
    assert changed(Visit(), {"intent": "tools", "order": "fee"}, []) == Visit(
        intent="tools", order="fee"
    )


@pytest.mark.parametrize("chosen", [{"intent": "tools"}, {"order": "fee"}, {"leave_out": ["time"]}])
def test_the_form_is_open_once_something_was_chosen(chosen: dict[str, object]) -> None:
    assert own_way(Visit.model_validate(chosen), has_zip=True).is_changed
    assert not own_way(Visit(), has_zip=True).is_changed


@pytest.mark.seed_rule("SR51", "SR113")
def test_a_choice_on_the_page_is_kept_and_shown(client: FlaskClient) -> None:
    walk(client).to_the_end()
    way = Walk(client, "/triage/results")
    answers = {"own_way": "1", "intent": "deeper", "order": "fee", "leave_out": ["cost"]}
    assert way.post("/triage/results", answers).location == "/triage/results"
    ticked = re.findall(r'name="(\w+)" type="\w+" value="(\w*)" checked', way.text)
    assert set(ticked) == {("intent", "deeper"), ("order", "fee"), ("leave_out", "cost")}


@pytest.mark.seed_rule("SR106")
def test_no_choice_brings_a_coach_to_a_clinical_need(client: FlaskClient) -> None:
    walk(client).to_the_end()
    way = Walk(client, "/triage/results")
    way.post("/triage/results", {"own_way": "1", "intent": "tools", "order": "best"})
    assert "/providers/coach-1" not in way.text
