"""The oracle can say no: each invariant objects to an answer that breaks it."""

from functools import partial
from operator import is_

from tests.oracle import invariants
from tests.oracle.asking import Asking
from tests.oracle.forging import Body, ask, holds_licence, objections, put_first
from tests.oracle.rules import Listing

_FEAR = {"safety_flags": ["partner_violence"]}


def _is_here(listing: Listing, **facts: object) -> bool:
    same = all(listing[name] == fact for name, fact in facts.items())
    return same and listing["claimed"] and holds_licence(listing, "CA", status="active")


def test_it_objects_to_a_coach_at_psychotherapy(asking: Asking) -> None:
    found = put_first(ask(asking), lambda one: one["license"] == "coach")
    assert {"nobody_unlicensed_where_care_is_needed", "every_match_is_eligible"} <= found


def test_it_objects_to_a_coach_for_a_clinical_concern_at_support(asking: Asking) -> None:
    answer = ask(asking, level_of_care="support", concerns=["panic"])
    found = put_first(answer, lambda one: one["license"] == "coach")
    assert "nobody_unlicensed_where_care_is_needed" in found


def test_it_objects_to_an_associate_in_urgent_need(asking: Asking) -> None:
    for level in ("urgent", "urgent_medical", "soon", "intensive"):
        answer = ask(asking, level_of_care=level)
        found = put_first(answer, lambda one: _is_here(one, license="associate"))
        assert "no_associate_in_urgent_need" in found


def test_it_objects_to_a_licence_of_another_state(asking: Asking) -> None:
    found = put_first(
        ask(asking), lambda one: bool(one["licenses"]) and not holds_licence(one, "CA")
    )
    assert "licensed_in_the_patients_state" in found


def test_it_objects_to_an_office_here_without_a_licence_here(asking: Asking) -> None:
    def has_an_office_alone(one: Listing) -> bool:
        offices = {place["state"] for place in one["locations"]}
        return bool(one["licenses"]) and not any(
            holds_licence(one, state, status="active") for state in offices
        )

    office = next(one for one in asking.census.listed if has_an_office_alone(one))
    answer = ask(asking, state=office["locations"][0]["state"])
    found = put_first(answer, lambda one: one is office)
    assert "licensed_in_the_patients_state" in found


def test_it_objects_to_every_licence_that_does_not_count(asking: Asking) -> None:
    for status in ("unverified", "expired", "disciplined", "revoked"):
        lapsed = next(
            one
            for one in asking.census.listed
            if one["licenses"] and one["licenses"][0]["status"] == status
        )
        answer = ask(asking, state=lapsed["licenses"][0]["state"])
        assert "licensed_in_the_patients_state" in put_first(answer, partial(is_, lapsed))


def test_it_objects_to_whom_nobody_asked_for(asking: Asking) -> None:
    def refused(one: Listing) -> bool:
        return _is_here(one) and one["availability"]["accepting"] == "no"

    answers_and_listings = (
        (ask(asking), refused),
        (ask(asking), lambda one: _is_here(one) and "adult" not in one["age_groups"]),
        (ask(asking, services=["medication"]), lambda one: _is_here(one, license="lcsw")),
        (ask(asking, formats=["group"]), lambda one: _is_here(one, formats=["individual"])),
    )
    for answer, is_unfit in answers_and_listings:
        assert "whom_the_person_asked_for" in put_first(answer, is_unfit)


def test_it_objects_to_who_does_not_work_with_suicidality(asking: Asking) -> None:
    for said in (False, None):
        for asked in ({"safety_flags": ["suicide"]}, {"concerns": ["suicidal"]}):
            answer = ask(asking, level_of_care="urgent", **asked)
            found = put_first(
                answer, lambda one, said=said: _is_here(one, accepts_suicidality=said)
            )
            assert "works_with_suicidality" in found


def test_it_objects_to_couples_work_where_a_partner_is_feared(asking: Asking) -> None:
    found = put_first(ask(asking, **_FEAR), lambda one: one["formats"] == ["couples"])
    assert "no_couples_work_where_a_partner_is_feared" in found


def test_it_objects_to_an_unclaimed_match(asking: Asking) -> None:
    found = put_first(ask(asking), lambda one: not one["claimed"])
    assert "only_claimed_and_published" in found


def test_it_objects_to_providers_in_a_crisis(asking: Asking) -> None:
    shown = ask(asking, level_of_care="crisis", show_providers=True).body
    for level in ("crisis", "emergency_medical"):
        answer = ask(asking, level_of_care=level)
        assert "crisis_comes_alone" in objections(answer, lambda body: body.update(shown))


def test_it_objects_to_a_missing_crisis_card(asking: Asking) -> None:
    for asked in (
        *({"level_of_care": level} for level in ("crisis", "emergency_medical", "urgent")),
        *({"level_of_care": level} for level in ("urgent_medical", "soon")),
        *({"safety_flags": [flag]} for flag in ("mania", "partner_violence")),
        {"text": "I want to kill myself", "flags": "suicide"},
    ):
        answer = ask(asking, **asked)
        assert "card_is_there" in objections(answer, lambda body: body.update(crisis=None))


def test_it_objects_to_a_card_without_the_hotline(asking: Asking) -> None:
    def forge(body: Body) -> None:
        lines = body["crisis"]["lines"]
        body["crisis"]["lines"] = [one for one in lines if "Domestic" not in one["name"]]

    assert "card_is_there" in objections(ask(asking, **_FEAR), forge)


def test_it_objects_to_a_role_that_is_not_held(asking: Asking) -> None:
    def forge(body: Body) -> None:
        body["matches"][0]["role"] = "prescriber"

    answer = ask(asking, services=["psychotherapy"])
    assert "roles_are_held" in objections(answer, forge)


def test_every_invariant_of_safety_is_objected_to_here() -> None:
    named = [one.__name__ for one in invariants.ALL if one.__module__.endswith("safety")]
    assert len(named) == 10
