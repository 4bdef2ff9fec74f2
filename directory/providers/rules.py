"""The rules that hold across the fields of a listing; each raises FieldError when broken."""

from collections.abc import Callable

from directory.errors import FieldError
from directory.providers.conversion import offers_conversion
from directory.providers.facts import ProviderFacts
from directory.vocabulary import LICENSES, MODALITIES
from directory.vocabulary.licenses import PRESCRIBERS

_COACH_SERVICES = frozenset({"support", "complementary"})
_OFFERS_CONVERSION = (
    "this reads as an offer of a conversion practice, and nobody is listed who offers one: if you "
    "do not, say so plainly"
)
_PSYCHOTHERAPY_INTENTS = frozenset({"psychotherapy", "both"})


def coach_holds_no_license(provider: ProviderFacts) -> None:
    """A coach is unlicensed: a listing that names a licence is another kind of listing."""
    if provider.is_coach and provider.licenses:
        raise FieldError("licenses", "a coach holds no licence: leave this empty")


def coach_offers_support_only(provider: ProviderFacts) -> None:
    """Unlicensed people offer neither psychotherapy nor medication nor testing."""
    beyond = set(provider.services) - _COACH_SERVICES
    if provider.is_coach and beyond:
        raise FieldError("services", f"a coach cannot offer {', '.join(sorted(beyond))}")
    if provider.is_coach and provider.service_intent in _PSYCHOTHERAPY_INTENTS:
        raise FieldError("service_intent", "a coach offers support: write `support`")


def license_is_among_licenses(provider: ProviderFacts) -> None:
    """The headline licence is one that is held in at least one state."""
    held = {license.license for license in provider.licenses}
    if held and provider.license not in held:
        raise FieldError("license", f"none of the licences listed is {provider.license}")
    if provider.claimed and provider.published and not provider.is_coach and not held:
        raise FieldError("licenses", "a published licensed provider names at least one licence")


def medication_needs_prescriber(provider: ProviderFacts) -> None:
    """Only a licence that may prescribe offers medication."""
    if "medication" in provider.services and provider.license not in PRESCRIBERS:
        raise FieldError("services", f"medication needs a prescriber, not {provider.license}")


def testing_needs_psychologist(provider: ProviderFacts) -> None:
    """Only a licence that may test offers psychological testing."""
    if "testing" in provider.services and not LICENSES[provider.license].may_test:
        raise FieldError("services", f"testing needs a psychologist, not {provider.license}")


def psychotherapy_names_modality(provider: ProviderFacts) -> None:
    """Psychotherapy without a named modality tells a patient nothing."""
    if "psychotherapy" in provider.services and not provider.modalities:
        raise FieldError("modalities", "psychotherapy needs at least one modality")


def modalities_fit_license(provider: ProviderFacts) -> None:
    """Each modality is one that the licence may offer, and is named once."""
    codes = [modality.code for modality in provider.modalities]
    for code in codes:
        if not MODALITIES[code].may_be_offered_by(provider.license):
            who = MODALITIES[code].who_may
            raise FieldError("modalities", f"{code} is for {who} people, not {provider.license}")
    if len(set(codes)) < len(codes):
        raise FieldError("modalities", "a modality is named twice")


def groups_are_a_format(provider: ProviderFacts) -> None:
    """Whoever lists a group offers the format `group`."""
    if provider.groups and "group" not in provider.formats:
        raise FieldError("formats", "a listing with groups has `group` among its formats")


def process_group_has_licensed_leader(provider: ProviderFacts) -> None:
    """A process group, where people speak freely, is led by a licensed person."""
    if provider.is_coach and any(group.kind == "process" for group in provider.groups):
        raise FieldError("groups", "a process group needs a licensed leader")


def published_names_service_intent(provider: ProviderFacts) -> None:
    """A claimed listing says whether it offers psychotherapy, support or both."""
    if provider.published and provider.claimed and provider.service_intent is None:
        raise FieldError("service_intent", "say `psychotherapy`, `support` or `both` to publish")


def unclaimed_states_register_facts_only(provider: ProviderFacts) -> None:
    """Nobody has spoken for an unclaimed listing, so it claims no service and no licence check."""
    if provider.claimed:
        return
    if provider.services or provider.service_intent:
        raise FieldError("services", "an unclaimed listing offers nothing yet: leave this empty")
    if any(license.status == "active" for license in provider.licenses):
        raise FieldError("licenses", "an unclaimed listing has licence status `unverified`")


def conversion_practices_are_not_listed(provider: ProviderFacts) -> None:
    """Nobody is listed who offers conversion practices, by their word or by their texts."""
    if provider.offers_conversion_practices:
        message = "nobody is listed who offers conversion practices"
        raise FieldError("offers_conversion_practices", message)
    texts = {
        "name": provider.name,
        "bio": provider.bio,
        "practice": provider.practice.name if provider.practice else "",
        "groups": "\n".join(f"{group.name}\n{group.schedule}" for group in provider.groups),
    }
    for field, text in texts.items():
        if offers_conversion(text):
            raise FieldError(field, _OFFERS_CONVERSION)


def conversion_practices_are_ruled_out(provider: ProviderFacts) -> None:
    """Whoever publishes their own listing has said that they offer no conversion practices.

    An import may leave it open, for there whoever imports answers for the listings.
    """
    if provider.offers_conversion_practices is not False:
        message = "say that you offer no conversion practices to publish"
        raise FieldError("offers_conversion_practices", message)


ALL: tuple[Callable[[ProviderFacts], None], ...] = (
    coach_holds_no_license,
    coach_offers_support_only,
    license_is_among_licenses,
    medication_needs_prescriber,
    testing_needs_psychologist,
    psychotherapy_names_modality,
    modalities_fit_license,
    groups_are_a_format,
    process_group_has_licensed_leader,
    published_names_service_intent,
    unclaimed_states_register_facts_only,
    conversion_practices_are_not_listed,
)
