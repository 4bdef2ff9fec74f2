"""Who may be matched: one short function for each sentence of the contract.

A provider is the JSON of its listing, so that nothing here rests on the matching code.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from directory.vocabulary import CONCERNS, GOALS, LICENSES
from tests.oracle.person import NO_ASSOCIATES, Person

Listing = Mapping[str, Any]

# The contract leaves open what a level stands for where no service is named: docs/matching.md.
_SERVICES_OF_LEVEL = {
    "psychotherapy": ("psychotherapy",),
    "counselling": ("psychotherapy", "support"),
    "support": ("support", "psychotherapy"),
}
_FOR_LICENSED_HELP = frozenset({"medication", "testing"})


def is_listed(provider: Listing) -> bool:
    """`claimed`, and published: the directory shows nobody else."""
    return provider["claimed"] and provider.get("published", True)


def is_coach(provider: Listing) -> bool:
    """`coach` (unlicensed support)."""
    return provider["license"] == "coach"


def licences_in(provider: Listing, state: str, today: date) -> frozenset[str]:
    """Active licence or recorded authority in the patient's state, never the practice's state."""
    return frozenset(
        held["license"]
        for held in provider["licenses"]
        if held["state"] == state and held["status"] == "active" and not has_run_out(held, today)
    )


def has_run_out(held: Listing, today: date) -> bool:
    """Whether the last day of a licence is over."""
    return held["expires"] is not None and date.fromisoformat(held["expires"]) < today


def may_work_in(provider: Listing, state: str, today: date) -> bool:
    """A coach works in person in the states of its locations and by video or phone anywhere."""
    if not is_coach(provider):
        return bool(licences_in(provider, state, today))
    far = not {"video", "phone"}.isdisjoint(provider["delivery"])
    return far or has_place_in(provider, state)


def has_place_in(provider: Listing, state: str) -> bool:
    """Whether the provider has an office in a state."""
    return any(place["state"] == state for place in provider["locations"])


def coach_is_enough(person: Person) -> bool:
    """`support` needs all of (How answers are read 7), or a coach is out of the question.

    Holds for results of other systems too, whose level need not agree with the rest.
    """
    return (
        person.level == "support"
        and person.age_group in {"adult", "older_adult"}
        and (person.age is None or person.age >= 18)
        and not person.flags
        and not any(CONCERNS[code].clinical for code in person.concerns)
        and not any(GOALS[code].licensed_only for code in person.goals)
        and person.seeks not in {"diagnosis", "both"}
        and not person.on_medication
        and _FOR_LICENSED_HELP.isdisjoint(person.services)
        and person.payer is None
    )


def fits_level(
    provider: Listing, level: str, coach_is_enough: bool, state: str, today: date
) -> bool:
    """`urgent` to `intensive`: no associate, no coach; then also `associate`; `support`: `coach`.

    In a crisis, where asked for by `show_providers`, no less than at `urgent`.
    """
    if is_coach(provider):
        return coach_is_enough
    held = licences_in(provider, state, today)
    return bool(held - {"associate"}) if level in NO_ASSOCIATES else bool(held)


def serves_age(provider: Listing, age_group: str) -> bool:
    """The age group asked for."""
    return age_group in provider["age_groups"]


def gives_service(provider: Listing, services: tuple[str, ...], state: str, today: date) -> bool:
    """The services asked for: any of them, medication and testing by the licence held there."""
    return not safe_services(provider, state, today).isdisjoint(services)


def safe_services(provider: Listing, state: str, today: date) -> frozenset[str]:
    """What a provider offers and may give to a patient in a state."""
    held = [LICENSES[code] for code in licences_in(provider, state, today)]
    barred = set()
    if not any(licence.may_prescribe for licence in held):
        barred.add("medication")
    if not any(licence.may_test for licence in held):
        barred.add("testing")
    return frozenset(provider["services"]) - barred


def services_asked(person: Person) -> tuple[str, ...]:
    """The services asked for, or else those that the level stands for.

    At `psychotherapy_and_medication` therapists and prescribers are both eligible.
    """
    any_care = ("psychotherapy", "medication")
    return person.services or _SERVICES_OF_LEVEL.get(person.level, any_care)


def accepts_suicidality(provider: Listing) -> bool:
    """At `urgent` `accepts_suicidality` true where the flag is `suicide`."""
    return provider["accepts_suicidality"] is True


def takes_people(provider: Listing) -> bool:
    """`accepting` not `no`."""
    return provider["availability"]["accepting"] != "no"


def role(provider: Listing, state: str, today: date) -> str:
    """`therapist`, `prescriber`, `both` or `support`: by the licence there and what is offered."""
    offered = safe_services(provider, state, today)
    prescribes = "medication" in offered
    if is_coach(provider) or not offered & {"psychotherapy", "testing", "medication"}:
        return "support"
    if not prescribes:
        return "therapist"
    return "both" if "psychotherapy" in offered else "prescriber"


def claims_fitting_licence(
    provider: Listing, level: str, services: tuple[str, ...], state: str, today: date
) -> bool:
    """`unconfirmed`: unclaimed, with a fitting licence claimed in that state."""
    if provider["claimed"] or not provider.get("published", True):
        return False
    claimed = {
        held["license"]
        for held in provider["licenses"]
        if held["state"] == state
        and held["status"] == "unverified"
        and not has_run_out(held, today)
    }
    fitting = claimed - {"associate"} if level in NO_ASSOCIATES else claimed
    return any(may_give(code, service) for code in fitting for service in services)


def may_give(licence: str, service: str) -> bool:
    """Whether a licence lets its holder give a service."""
    term = LICENSES[licence]
    if service == "medication":
        return term.may_prescribe
    return term.may_test if service == "testing" else True
