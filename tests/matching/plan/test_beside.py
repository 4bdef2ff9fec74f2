"""What may be added, what is support alone, and what insurance asks for."""

import pytest

from directory.matching.plan.parts import AddOn, Grade, Override, Person, Support
from directory.vocabulary import MODALITIES
from tests.factories import make_coach, make_provider
from tests.matching.plan.plans import LATER, URGENT, plan_for

YOGA = {"modalities": [{"code": "CBT"}, {"code": "YOGA"}]}
SUPPORTER = {"services": ["support"], "modalities": [], "service_intent": "support"}


def test_yoga_is_an_add_on_of_whoever_offers_it() -> None:
    first = make_provider(id="first", name="Fay", **YOGA)
    assert plan_for(first).add_ons == (
        AddOn(
            code="YOGA",
            label="Yoga, meditation, acupuncture and similar",
            about=MODALITIES["YOGA"].about,
            grades=(),
            offered_by=(Person("first", "Fay", 1),),
            text="You can add this to other help. It does not take the place of treatment.",
        ),
    )


def test_the_service_alone_says_so_too() -> None:
    who = make_provider(services=["psychotherapy", "complementary"])
    (found,) = plan_for(who).add_ons
    assert [person.id for person in found.offered_by] == ["ana-lopez"]
    assert plan_for(make_provider()).add_ons == ()


def test_what_is_graded_for_a_concern_is_named_also_where_nobody_offers_it() -> None:
    (found,) = plan_for(make_provider(), concerns=["ptsd", "grief", "chronic_pain"]).add_ons[:1]
    assert found.code == "MBSR"
    assert found.grades == (Grade("ptsd", "B"), Grade("chronic_pain", "B"))
    assert found.offered_by == ()


def test_who_offers_one_thing_does_not_offer_another() -> None:
    who = make_provider(services=["psychotherapy", "complementary"])
    found = {one.code: one.offered_by for one in plan_for(who, concerns=["chronic_pain"]).add_ons}
    assert {code: len(people) for code, people in found.items()} == {
        "MBSR": 0,
        "BIOF": 0,
        "YOGA": 1,
    }


def test_what_is_graded_but_cannot_be_had_as_asked_for_has_no_grade() -> None:
    assert plan_for(make_provider(), concerns=["stress"], formats=["individual"]).add_ons == ()


@pytest.mark.parametrize("level", URGENT)
def test_in_acute_need_nothing_is_added(level: str) -> None:
    assert plan_for(make_provider(**YOGA), level_of_care=level).add_ons == ()


@pytest.mark.parametrize("level", LATER)
def test_else_it_is(level: str) -> None:
    assert len(plan_for(make_provider(**YOGA), level_of_care=level).add_ons) == 1


@pytest.mark.seed_rule("SR06")
def test_where_nobody_matches_an_add_on_does_not_stand_alone() -> None:
    assert plan_for(concerns=["ptsd"]).add_ons == ()


@pytest.mark.seed_rule("SR06")
def test_whoever_offers_yoga_alone_is_no_answer_to_a_clinical_need() -> None:
    only = make_coach(services=["complementary"], modalities=[{"code": "YOGA"}])
    found = plan_for(only, concerns=["depression"])
    assert found.add_ons == ()
    assert found.support is None


@pytest.mark.seed_rule("SR66")
def test_support_is_marked_as_no_treatment() -> None:
    helper, therapist = make_provider(id="helper", name="Hal", **SUPPORTER), make_provider()
    found = plan_for(helper, therapist, level_of_care="counselling").support
    assert found is not None
    assert found.text == "Not treatment for a condition."
    assert [(person.id, person.name) for person in found.people] == [("helper", "Hal")]


def test_a_coach_gives_support() -> None:
    assert plan_for(make_coach(), level_of_care="support").support == Support(
        "Not treatment for a condition.", (Person("cora-coach", "Cora Reed", 1),)
    )


def test_where_all_treat_nothing_is_marked() -> None:
    assert plan_for(make_provider()).support is None


@pytest.mark.seed_rule("SR102")
def test_who_asks_for_a_plan_to_pay_is_told_what_plans_ask_for() -> None:
    assert plan_for(coverage={"payer": "aetna"}).insurance == (
        "Most health plans pay only where a licensed person finds a condition that can be named. "
        "Ask your plan before you book. Plans do not pay for a coach."
    )


@pytest.mark.parametrize("payer", [None, "self_pay", "sliding_scale", "out_of_network"])
def test_who_asks_for_none_is_not(payer: str | None) -> None:
    assert plan_for(coverage={"payer": payer, "max_fee": 100}).insurance is None
    assert plan_for().insurance is None


def test_a_plan_tells_how_to_have_it_another_way() -> None:
    assert plan_for().overrides == (
        Override(
            "services",
            "Choose the kind of help: talk, medicine, tests or support. Who may give it stays "
            "safe.",
        ),
        Override(
            "order",
            "Choose who comes first: the closest fit, the soonest, the nearest or the lowest fee.",
        ),
        Override("leave_out", "Choose what should not count, such as the cost or how you meet."),
    )
