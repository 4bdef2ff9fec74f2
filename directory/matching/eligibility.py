"""Who may be matched at all: the reasons that speak against one provider, in a fixed order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directory.matching.case import Case
from directory.matching.distance import REMOTE
from directory.matching.request import UNSURE, MatchRequest
from directory.vocabulary import CONCERNS, GOALS
from directory.vocabulary.approaches import is_couple_work
from directory.vocabulary.licenses import INDEPENDENT, LICENSED

REASONS = (
    "not_licensed_in_state",
    "level",
    "age",
    "service",
    "format",
    "partner_violence",
    "suicidality",
    "not_accepting",
    "must_have",
)
_ALSO_ASSOCIATES = frozenset({"psychotherapy_and_medication", "psychotherapy", "counselling"})
_ADULTS = frozenset({"adult", "older_adult"})
ADULT = 18  # years
PAYER = "coverage.payer"


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason against a provider; `drops` names the wishes of which any one would have to go."""

    reason: str
    drops: frozenset[str] = frozenset()


def objections(case: Case) -> tuple[Objection, ...]:
    """Return what speaks against a provider; empty for one who may be matched.

    The list ends at the first rule that no dropped wish can lift: nothing after it matters.
    """
    found: list[Objection] = []
    for check in _CHECKS:
        for objection in check(case):
            found.append(objection)
            if not objection.drops:
                return tuple(found)
    return tuple(found)


def allowed_licenses(request: MatchRequest) -> frozenset[str]:
    """Return the licences that may help at a level of care, without counting coaches."""
    if request.level_of_care == "support" or request.level_of_care in _ALSO_ASSOCIATES:
        return LICENSED
    return INDEPENDENT


def support_is_enough(request: MatchRequest) -> bool:
    """Tell whether an unlicensed person may help: an adult at `support` with nothing clinical.

    Whoever is not sure what it is may have something clinical.
    """
    return (
        request.level_of_care == "support"
        and request.age_group in _ADULTS
        and (request.age is None or request.age >= ADULT)
        and not request.safety_flags
        and not any(code == UNSURE or CONCERNS[code].clinical for code in request.concerns)
        and not any(GOALS[code].licensed_only for code in request.goals)
        and request.seeks not in {"diagnosis", "both"}
        and not request.on_medication
        and {"medication", "testing"}.isdisjoint(request.services)
    )


def _state(case: Case) -> Iterator[Objection]:
    may_treat = _coach_reaches(case) if case.provider.is_coach else bool(case.licenses)
    if not may_treat:
        yield Objection("not_licensed_in_state")


def _coach_reaches(case: Case) -> bool:
    at_home = case.request.state in case.provider.states_of_practice()
    return at_home or not REMOTE.isdisjoint(case.provider.delivery)


def _level(case: Case) -> Iterator[Objection]:
    if not case.provider.is_coach:
        if case.licenses.isdisjoint(allowed_licenses(case.request)):
            yield Objection("level")
    elif not support_is_enough(case.request):
        yield Objection("level")
    elif case.request.cost.payer is not None:
        # No plan pays for unlicensed help, so who asks for a plan asks for somebody licensed.
        yield Objection("level", frozenset({PAYER}))


def _age(case: Case) -> Iterator[Objection]:
    if case.request.age_group not in case.provider.age_groups:
        yield Objection("age")


def _service(case: Case) -> Iterator[Objection]:
    if case.services.isdisjoint(case.request.asked_services):
        yield Objection("service")


def _format(case: Case) -> Iterator[Objection]:
    request, offered = case.request, case.provider.formats
    if request.is_acute and set(offered) == {"group"}:
        yield Objection("format")
    elif request.asked_formats and set(request.asked_formats).isdisjoint(offered):
        yield Objection("format", frozenset({"formats"}))


def _partner(case: Case) -> Iterator[Objection]:
    if case.request.fears_partner and _leaves_couple_work_alone(case):
        yield Objection("partner_violence")


def _leaves_couple_work_alone(case: Case) -> bool:
    """Tell whether nothing but couple work is left of what a provider offers."""
    offered = set(case.provider.formats)
    if offered:
        return "couples" in offered and offered <= case.request.unfit_formats
    modalities = [modality.code for modality in case.provider.modalities]
    return bool(modalities) and all(map(is_couple_work, modalities))


def _suicidality(case: Case) -> Iterator[Objection]:
    flagged = "suicide" in case.request.safety_flags
    if flagged and case.provider.accepts_suicidality is not True:
        yield Objection("suicidality")


def _accepting(case: Case) -> Iterator[Objection]:
    if case.provider.availability.accepting == "no":
        yield Objection("not_accepting")


def _must_have(case: Case) -> Iterator[Objection]:
    for wish in case.wishes:
        if wish.hard and wish.state == "not_met":
            yield Objection("must_have", frozenset({wish.drop, wish.also_drop or wish.drop}))


_CHECKS: tuple[Callable[[Case], Iterator[Objection]], ...] = (
    _state,
    _level,
    _age,
    _service,
    _format,
    _partner,
    _suicidality,
    _accepting,
    _must_have,
)
