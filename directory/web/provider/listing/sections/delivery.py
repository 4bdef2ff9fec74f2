"""How a provider meets people: in person, by video, by phone."""

from directory.providers.history import Json
from directory.vocabulary import DELIVERY
from directory.web.provider.listing.sections.choosing import Codes, choices
from directory.web.provider.listing.sections.listing_form import ListingForm, section_form

_HINTS = {
    "in_person": "Add at least one place, so that people nearby find you.",
    "video": "For people in every state where your license counts.",
    "phone": "For people in every state where your license counts. No camera needed.",
}
_COACH_HINTS = {
    "in_person": "For people in the states of your places.",
    "video": "For people in every state.",
    "phone": "For people in every state. No camera needed.",
}


class DeliveryForm(ListingForm):
    """Ways to meet."""

    delivery = Codes(
        "Ways to meet",
        choices=lambda form, _field: choices(
            DELIVERY, hints=(_COACH_HINTS if form.is_coach else _HINTS).__getitem__
        ),
        description=(
            "Many people ask for one way alone, and find only those who name it. Leave all empty, "
            "and they read that it is not known."
        ),
    )

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {"delivery": self.delivery.in_order_of(self.listing.get("delivery"))}


SECTION = section_form("delivery", "In a room, on a screen or by phone.", DeliveryForm)
