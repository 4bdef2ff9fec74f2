"""What a licence lets its holder offer; the rules of a listing refuse the rest."""

from directory.vocabulary import CONCERNS, LICENSES, MODALITIES, SERVICE_INTENTS, SERVICES

_UNLICENSED_SERVICES = frozenset({"support", "complementary"})


def services_for(license: str) -> tuple[str, ...]:
    """Return the services that the holder of a licence may offer."""
    return tuple(code for code in SERVICES if _may_serve(license, code))


def intents_for(license: str) -> tuple[str, ...]:
    """Return what the holder of a licence may say to offer: psychotherapy, support or both."""
    return tuple(SERVICE_INTENTS) if LICENSES[license].licensed else ("support",)


def modalities_for(license: str) -> tuple[str, ...]:
    """Return the modalities that the holder of a licence may offer."""
    return tuple(code for code, term in MODALITIES.items() if term.may_be_offered_by(license))


def concerns_for(license: str) -> tuple[str, ...]:
    """Return the concerns that the holder of a licence may name: clinical ones want a licence."""
    licensed = LICENSES[license].licensed
    return tuple(code for code, term in CONCERNS.items() if licensed or not term.clinical)


def group_kinds_for(license: str) -> tuple[str, ...]:
    """Return the kinds of groups that the holder of a licence may lead."""
    return ("educational", "process") if LICENSES[license].licensed else ("educational",)


def _may_serve(license: str, service: str) -> bool:
    term = LICENSES[license]
    if service == "medication":
        return term.may_prescribe
    if service == "testing":
        return term.may_test
    return term.licensed or service in _UNLICENSED_SERVICES
