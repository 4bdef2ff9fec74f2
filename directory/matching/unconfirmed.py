"""Listings from a register that nobody has claimed, where few others match: by licence alone."""

from datetime import date

from directory.matching.eligibility import allowed_licenses
from directory.matching.request import MatchRequest
from directory.providers import Provider
from directory.vocabulary import LICENSES


def fitting_licenses(request: MatchRequest) -> frozenset[str]:
    """Return the licences for the level of care that allow any of the services asked for."""
    services = request.asked_services
    return frozenset(code for code in allowed_licenses(request) if _may_give(code, services))


def may_fit(provider: Provider, request: MatchRequest, today: date) -> bool:
    """Tell whether a register names a fitting licence in the state that is not known to be void."""
    licenses = fitting_licenses(request)
    return not provider.claimed and any(
        held.state == request.state
        and held.license in licenses
        and held.status == "unverified"
        and not held.is_expired(today)
        for held in provider.licenses
    )


def _may_give(license: str, services: tuple[str, ...]) -> bool:
    """Tell whether a licence allows any of the services, as far as a licence decides it."""
    granted = {"medication": LICENSES[license].may_prescribe, "testing": LICENSES[license].may_test}
    return any(granted.get(service, True) for service in services)
