"""What a provider offers: services, therapy or psychotherapy, and for whom in danger."""

from collections.abc import Mapping
from typing import ClassVar

from wtforms import BooleanField
from wtforms.validators import ValidationError

from directory.providers.history import Json
from directory.providers.scope import intents_for, services_for
from directory.vocabulary import SERVICE_INTENTS, SERVICES
from directory.web.provider.listing.sections.choosing import (
    Choices,
    Code,
    Codes,
    choices,
    options,
)
from directory.web.provider.listing.sections.listing_form import ListingForm, Values, section_form

_SERVICE_HINTS = {
    "psychotherapy": "Talk that treats a condition. Name at least one kind of therapy with it.",
    "medication": "You see people to decide on medicine and to follow up on it.",
    "testing": "You test and write a report.",
    "support": "Skills, coaching or a class. It does not treat a condition.",
    "complementary": "Such as yoga or meditation, next to other care.",
}
_INTENT_HINTS = {
    "psychotherapy": "Patients read that you treat conditions and look at what lies beneath.",
    "support": "Patients read that you help with skills, goals and daily stress.",
    "both": "Patients read that you do deeper work, and skills and goals too.",
}
_WANTS_LICENSE = {
    "psychotherapy": "Psychotherapy takes a license to treat.",
    "medication": "Medication takes a license to prescribe.",
    "testing": "Testing takes a psychologist’s license.",
}
_SUICIDALITY = options(
    ("yes", "Yes", "People who told us of such thoughts may be sent to you, after crisis lines."),
    ("no", "No", "They are not sent to you, and your page says no."),
    ("", "I would rather not say", "They are not sent to you either."),
)
_SAID: Mapping[Json, str] = {True: "yes", False: "no"}


def _services(form: ListingForm, _field: Codes) -> Choices:
    return choices(SERVICES, services_for(form.license), _SERVICE_HINTS.__getitem__)


def _intents(form: ListingForm, _field: Code) -> Choices:
    return choices(SERVICE_INTENTS, intents_for(form.license), _INTENT_HINTS.__getitem__)


class ServicesForm(ListingForm):
    """Services, intent, thoughts of suicide, and the word on conversion practices."""

    services = Codes(
        "Services",
        choices=_services,
        description="People are sent to you only for what you tick.",
    )
    service_intent = Code(
        "Therapy, psychotherapy, or both?",
        choices=_intents,
        needed="Say if you offer psychotherapy, support or both.",
        description="Your listing cannot be published without it.",
    )
    accepts_suicidality = Code(
        "Do you take people with thoughts of suicide?", choices=lambda: _SUICIDALITY
    )
    offers_none = BooleanField(
        "I offer no conversion practices",
        description=(
            "No attempts to change whom people love, or the gender that they are. Nobody is listed "
            "who offers them, and your listing cannot be published before you say so."
        ),
    )
    told_at: ClassVar[Mapping[str, str]] = {"offers_conversion_practices": "offers_none"}

    def shown(self, listing: Values) -> dict[str, Json]:
        """Show yes and no in words."""
        return {
            **listing,
            "accepts_suicidality": _SAID.get(listing.get("accepts_suicidality"), ""),
            "offers_none": listing.get("offers_conversion_practices") is False,
        }

    def suit(self) -> None:
        """A coach is sent nobody in danger, so is not asked."""
        if self.is_coach:
            del self.accepts_suicidality

    def validate_offers_none(self, field: BooleanField) -> None:
        """Refuse to take the word back while patients see the listing because of it."""
        said = self.listing.get("offers_conversion_practices") is False
        if said and not field.data and self.listing.get("published"):
            raise ValidationError(
                "Tick this again, or take your listing off the site: nobody is listed who offers "
                "conversion practices."
            )

    @property
    def left_out(self) -> tuple[str, ...]:
        """Why some services are not on the list."""
        offered = services_for(self.license)
        return tuple(why for code, why in _WANTS_LICENSE.items() if code not in offered)

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        stored = self.listing
        return {
            "services": self.services.in_order_of(stored.get("services")),
            "service_intent": self.service_intent.code,
            "accepts_suicidality": self._accepts_suicidality(),
            "offers_conversion_practices": False if self.offers_none.data else None,
        }

    def _accepts_suicidality(self) -> Json:
        if self.is_coach:
            return self.listing.get("accepts_suicidality")
        said = self.accepts_suicidality.data
        return None if said == "" else said == "yes"


SECTION = section_form(
    "services", "This decides who is sent to you, so say only what you do.", ServicesForm
)
