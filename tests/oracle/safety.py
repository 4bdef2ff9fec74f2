"""What no answer may break: who is shown to whom, and the crisis card."""

from collections.abc import Callable, Iterator

from tests.oracle import rules, wishes
from tests.oracle.answer import Answer
from tests.oracle.person import NO_ASSOCIATES, SOON_UPWARDS

_HOTLINE = "1-800-799-7233"
_LIFELINE = "988"


def only_claimed_and_published(answer: Answer) -> Iterator[str]:
    """Who may be matched: claimed."""
    for match in answer.matches:
        known = answer.census.by_id.get(match["provider"]["id"])
        if known is None or not rules.is_listed(known):
            yield f"{match['provider']['id']} is not a claimed, published listing"


def licensed_in_the_patients_state(answer: Answer) -> Iterator[str]:
    """Active licence or recorded authority in the state; a coach where coaches may work."""
    state, today = answer.person.state, answer.census.today
    yield from _broken(answer, lambda one: rules.may_work_in(one, state, today), "no licence here")


def nobody_unlicensed_where_care_is_needed(answer: Answer) -> Iterator[str]:
    """Unlicensed support at `support` alone, and there by its whole rule."""
    enough = rules.coach_is_enough(answer.person)
    yield from _broken(answer, lambda one: enough or not rules.is_coach(one), "a coach")


def no_associate_in_urgent_need(answer: Answer) -> Iterator[str]:
    """`urgent`, `urgent_medical`, `soon`, `intensive`: all licences but `associate`."""
    if answer.person.level in NO_ASSOCIATES:
        state, today = answer.person.state, answer.census.today
        yield from _broken(
            answer,
            lambda one: bool(rules.licences_in(one, state, today) - {"associate"}),
            "an associate",
        )


def whom_the_person_asked_for(answer: Answer) -> Iterator[str]:
    """The age group, formats and services asked for; `accepting` not `no`."""
    person, today = answer.person, answer.census.today
    services = rules.services_asked(person)
    yield from _broken(answer, lambda one: rules.serves_age(one, person.age_group), "wrong age")
    yield from _broken(
        answer,
        lambda one: rules.gives_service(one, services, person.state, today),
        "wrong service",
    )
    yield from _broken(
        answer, lambda one: wishes.gives_format(one, person.formats, False), "wrong format"
    )
    yield from _broken(answer, rules.takes_people, "takes nobody")


def works_with_suicidality(answer: Answer) -> Iterator[str]:
    """At `urgent` `accepts_suicidality` true where the flag is `suicide`."""
    if answer.person.level == "urgent" and "suicide" in answer.person.flags:
        yield from _broken(answer, rules.accepts_suicidality, "does not work with suicidality")


def no_couples_work_where_a_partner_is_feared(answer: Answer) -> Iterator[str]:
    """Under `partner_violence` nobody who offers couples work alone is shown."""
    if answer.person.fears_partner:
        yield from _broken(
            answer, lambda one: wishes.does_more_than_couples(one, False), "couples work alone"
        )


def crisis_comes_alone(answer: Answer) -> Iterator[str]:
    """At `crisis` and `emergency_medical`, no matches and `total` 0 unless asked for."""
    if answer.is_crisis_alone:
        for name in ("matches", "unconfirmed", "excluded", "relaxations", "total"):
            if answer.body[name]:
                yield f"{name} is not empty in a crisis"


def card_is_there(answer: Answer) -> Iterator[str]:
    """`crisis` is non-null from `soon` upwards and whenever there is a safety flag."""
    person, card = answer.person, answer.body["crisis"]
    if person.level not in SOON_UPWARDS and not person.flags:
        if card is not None:
            yield "a crisis card without a reason"
        return
    calls = {line["call"] for line in (card or {}).get("lines", ())}
    if _LIFELINE not in calls:
        yield "no crisis card with the lifeline"
    if person.fears_partner and _HOTLINE not in calls:
        yield "no hotline on the card"


def roles_are_held(answer: Answer) -> Iterator[str]:
    """`role` is what the licence in that state and the offer allow."""
    state, today = answer.person.state, answer.census.today
    for match, known in zip(answer.matches, answer.listings(), strict=False):
        if match["role"] != (held := rules.role(known, state, today)):
            yield f"{known['id']} is called {match['role']} and is {held}"


def _broken(answer: Answer, rule: Callable[[rules.Listing], bool], problem: str) -> Iterator[str]:
    for known in answer.listings():
        if not rule(known):
            yield f"{known['id']}: {problem}"
