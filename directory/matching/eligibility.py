"""Who may be matched at all: every reason that speaks against one provider, in a fixed order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from directory.matching.request import MatchRequest
from directory.matching.wishes_met import hard_wishes
from directory.providers import Provider
from directory.vocabulary import CONCERNS
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
_REMOTE = frozenset({"video", "phone"})


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason against a provider; `drop` names the wish that would have to go."""

    reason: str
    drop: str | None = None


def objections(request: MatchRequest, provider: Provider, today: date) -> tuple[Objection, ...]:
    """Return everything that speaks against a provider; empty for one who may be matched."""
    return tuple(found for check in _CHECKS for found in check(request, provider, today))


def allowed_licenses(request: MatchRequest) -> frozenset[str]:
    """Return the licences that may help at a level of care, without counting coaches."""
    if request.level_of_care == "support" or request.level_of_care in _ALSO_ASSOCIATES:
        return LICENSED
    return INDEPENDENT


def coach_may_help(request: MatchRequest) -> bool:
    """Tell whether unlicensed support is enough: an adult at `support` with nothing clinical."""
    return (
        request.level_of_care == "support"
        and request.age_group in {"adult", "older_adult"}
        and not request.safety_flags
        and not any(CONCERNS[code].clinical for code in request.concerns)
        and request.seeks not in {"diagnosis", "both"}
        and not request.on_medication
        and request.cost.payer is None
    )


def _state(request: MatchRequest, provider: Provider, today: date) -> Iterator[Objection]:
    if provider.is_coach:
        here = request.state in provider.states_of_practice()
        if not here and _REMOTE.isdisjoint(provider.delivery):
            yield Objection("not_licensed_in_state")
    elif not provider.licenses_active_in(request.state, today):
        yield Objection("not_licensed_in_state")


def _level(request: MatchRequest, provider: Provider, today: date) -> Iterator[Objection]:
    if provider.is_coach:
        fits = coach_may_help(request)
    else:
        held = {license.license for license in provider.licenses_active_in(request.state, today)}
        fits = not held.isdisjoint(allowed_licenses(request)) or not held
    if not fits:
        yield Objection("level")


def _age(request: MatchRequest, provider: Provider, _today: date) -> Iterator[Objection]:
    if request.age_group not in provider.age_groups:
        yield Objection("age")


def _service(request: MatchRequest, provider: Provider, _today: date) -> Iterator[Objection]:
    if set(request.asked_services).isdisjoint(provider.services):
        yield Objection("service")


def _format(request: MatchRequest, provider: Provider, _today: date) -> Iterator[Objection]:
    asked = request.asked_formats
    if asked and set(asked).isdisjoint(provider.formats):
        yield Objection("format", drop="formats")


def _partner(request: MatchRequest, provider: Provider, _today: date) -> Iterator[Objection]:
    if request.fears_partner and set(provider.formats) == {"couples"}:
        yield Objection("partner_violence")


def _suicidality(request: MatchRequest, provider: Provider, _today: date) -> Iterator[Objection]:
    if "suicide" in request.safety_flags and provider.accepts_suicidality is not True:
        yield Objection("suicidality")


def _accepting(_request: MatchRequest, provider: Provider, _today: date) -> Iterator[Objection]:
    if provider.availability.accepting == "no":
        yield Objection("not_accepting")


def _must_have(request: MatchRequest, provider: Provider, _today: date) -> Iterator[Objection]:
    for wish in hard_wishes(request, provider):
        if wish.state == "not_met":
            yield Objection("must_have", drop=wish.drop)


_Check = Callable[[MatchRequest, Provider, date], Iterator[Objection]]
_CHECKS: tuple[_Check, ...] = (
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
