"""Whether a provider has room, how much, and how soon."""

from collections.abc import Mapping
from typing import ClassVar

from directory.providers.history import Json
from directory.providers.parts import MOST_DAYS, MOST_PLACES
from directory.web.provider.listing.sections.choosing import Code, options
from directory.web.provider.listing.sections.listing_form import ListingForm, Values, section_form
from directory.web.provider.listing.sections.typed import Whole

_WEEK = 7  # days
_FEWEST_IN_WEEKS = 14  # days that are better told in weeks
_ACCEPTING = options(
    ("yes", "Yes, I take new people", "You are shown to everybody whom you fit."),
    ("waitlist", "I keep a wait list", "People who have room most often come before you."),
    ("no", "No, I am full", "Nobody new is sent to you until you change this."),
    (
        "unknown",
        "I would rather not say",
        "People who say yes come before you, and patients call them first.",
    ),
)
_UNITS = options(("days", "days", ""), ("weeks", "weeks", ""))


class AvailabilityForm(ListingForm):
    """Openings."""

    accepting = Code(
        "Do you take new people?",
        choices=lambda: _ACCEPTING,
        needed="Say if you take new people.",
    )
    next_opening = Whole(
        "How soon could somebody new start?",
        0,
        MOST_DAYS,
        description=(
            "A number: 0 is today. With a wait list, about how long it is. People who need help "
            "soon see the soonest first."
        ),
    )
    unit = Code("Days or weeks", choices=lambda: _UNITS)
    open_places = Whole(
        "How many new people could you take?",
        0,
        MOST_PLACES,
        description=(
            "If you know it. Among people who fit as well as you, whoever has more room is shown "
            "more often."
        ),
    )
    told_at: ClassVar[Mapping[str, str]] = {
        "availability": "accepting",
        "availability.accepting": "accepting",
        "availability.next_opening_days": "next_opening",
        "availability.open_places": "open_places",
    }

    def shown(self, listing: Values) -> dict[str, Json]:
        """Show whole weeks as weeks."""
        said = listing.get("availability") or {}
        days: Json = said.get("next_opening_days")
        in_weeks = days is not None and days >= _FEWEST_IN_WEEKS and days % _WEEK == 0
        return {
            "accepting": said.get("accepting"),
            "next_opening": days // _WEEK if in_weeks else days,
            "unit": "weeks" if in_weeks else "days",
            "open_places": said.get("open_places"),
        }

    def validate(self, extra_validators: Values | None = None) -> bool:
        """Check that weeks are not more days than there may be."""
        is_valid = super().validate(extra_validators)
        if not self.next_opening.errors and (self._days() or 0) > MOST_DAYS:
            self.next_opening.errors = ["Write a shorter time, or leave it empty."]
            return False
        return is_valid

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        said = {
            "accepting": self.accepting.data,
            "next_opening_days": self._days(),
            "open_places": self.open_places.data,
        }
        return {"availability": {**(self.listing.get("availability") or {}), **said}}

    def _days(self) -> int | None:
        number: int | None = self.next_opening.data
        return number * _WEEK if number and self.unit.data == "weeks" else number


SECTION = section_form(
    "availability",
    "It takes ten seconds, and counts more than most facts. Say it again every three weeks.",
    AvailabilityForm,
)
