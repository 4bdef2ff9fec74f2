"""Where a provider sees people, and how to reach them."""

from directory.geography.towns import NO_TOWN, towns
from directory.providers.history import Json
from directory.vocabulary import ACCESSIBILITY, STATES
from directory.web.provider.listing.sections.choosing import (
    Choices,
    Code,
    Codes,
    about,
    choices,
    kept_order,
    options,
)
from directory.web.provider.listing.sections.listing_form import ListingForm, section_form
from directory.web.provider.listing.sections.rows import Row, Rows
from directory.web.provider.listing.sections.typed import (
    Line,
    MailLine,
    PhoneLine,
    WebLine,
    ZipLine,
)

_MOST_PLACES = 20
_ADDRESS = ("street", "city", "state", "zip")


def state_choices() -> Choices:
    """Return every state from A to Z, after one for none."""
    by_name = sorted(STATES, key=lambda code: str(STATES.label(code)))
    return [*options(("", "Choose a state", "")), *choices(STATES, by_name)]


class PlaceRow(Row):
    """One place."""

    street = Line(
        "Street and number",
        description="Everybody can read it. Leave it empty if this is your home.",
    )
    city = Line("City", needed="Write the city of this place.")
    state = Code("State", choices=state_choices, needed="Choose the state of this place.")
    zip = ZipLine(
        "ZIP code", description="We reckon the distance from it. Without it, nobody finds you near."
    )
    phone = PhoneLine("Phone at this place", description="If it has one of its own.")
    accessibility = Codes(
        "Getting in and getting along",
        choices=lambda: choices(ACCESSIBILITY, hints=about(ACCESSIBILITY)),
    )

    def validate(self, extra_validators: Json = None) -> bool:
        """Check that the ZIP code lies in the state."""
        is_valid = super().validate(extra_validators)
        if self.is_blank or self.zip.errors or self.state.errors or not self.zip.data:
            return is_valid
        lies_in = _state_of(self.zip.data)
        if lies_in is None or lies_in == self.state.data:
            return is_valid
        there = STATES.label(lies_in)
        self.zip.errors = [f"This ZIP code is in {there}. Check it, and the state."]
        return False

    def value(self) -> dict[str, Json]:
        """Return the place as a listing holds it, but for its point on the map."""
        return {
            "street": self.street.text,
            "city": self.city.data,
            "state": self.state.data,
            "zip": self.zip.text,
            "phone": self.phone.text,
            "accessibility": self.accessibility.data,
        }


class PlacesForm(ListingForm):
    """Places and contact."""

    locations = Rows(PlaceRow, "Your places", "Place", _MOST_PLACES)
    phone = PhoneLine("Your phone", description="Everybody can read it, and call.")
    website = WebLine("Your website", description="Everybody can read it.")
    email = MailLine(
        "Your email for messages",
        description=(
            "Nobody can read it. We pass on what people write to you. If you answer, they see it."
        ),
    )

    def suit(self) -> None:
        """Begin with one empty place where there is none."""
        if not self.locations.entries and not self.is_rearranged:
            self.locations.append_entry()

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {
            "locations": [self._place(e.form.value()) for e in self.locations.written()],
            "phone": self.phone.text,
            "website": self.website.text,
            "email": self.email.text,
        }

    def _place(self, place: dict[str, Json]) -> dict[str, Json]:
        """Give a place that did not move the point that it had."""
        for known in self.listing.get("locations") or ():
            if all(known.get(name) == place[name] for name in _ADDRESS):
                access = kept_order(place["accessibility"], known["accessibility"])
                point = {name: known.get(name) for name in ("lat", "lon")}
                return {**place, **point, "accessibility": access}
        return {**place, "lat": None, "lon": None}


def _state_of(zip: str) -> str | None:
    number = int(towns().of_zip[int(zip)])
    return None if number == NO_TOWN else towns().states[number]


SECTION = section_form("places", "Where you see people, and how they reach you.", PlacesForm)
