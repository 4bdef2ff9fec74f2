"""Who is in the room, and the groups that a provider leads."""

from directory.providers.history import Json
from directory.providers.scope import group_kinds_for
from directory.vocabulary import FORMATS, KINDS, THEMES
from directory.web.provider.listing.sections.choosing import (
    Choices,
    Code,
    Codes,
    about,
    choices,
    options,
)
from directory.web.provider.listing.sections.listing_form import ListingForm, Values, section_form
from directory.web.provider.listing.sections.rows import Row, Rows
from directory.web.provider.listing.sections.typed import Day, Line, Whole

_MOST_GROUPS = 20
_FORMAT_HINTS = {
    "individual": "You and one person.",
    "couples": "You and two partners. It is never offered where one partner fears the other.",
    "family": "You and two or more people of a family.",
    "group": "Name the groups that run, or are about to, below.",
}


def _themes() -> Choices:
    return [*options(("", "Choose a theme", "")), *choices(THEMES)]


class GroupRow(Row):
    """One group."""

    name = Line("Name of the group", needed="Give the group a name.")
    theme = Code("Theme", choices=_themes, needed="Choose what the group is about.")
    kind = Code(
        "Kind of group",
        choices=lambda: choices(KINDS, hints=about(KINDS)),
        needed="Say if it is a class or open talk.",
    )
    seats = Whole("Seats", 2, 200, needed="Write how many seats the group has.")
    open = Whole("Open seats", 0, 200, needed="Write how many seats are open. 0 is fine.")
    starts = Day("Starts on", description="Leave empty if people can join at any time.")
    schedule = Line(
        "When it meets",
        needed="Write when the group meets.",
        description="For example Tuesdays at 6 pm, for 8 weeks.",
    )

    def validate(self, extra_validators: Json = None) -> bool:
        """Check that no more seats are open than there are."""
        is_valid = super().validate(extra_validators)
        if self.is_blank or self.seats.errors or self.open.errors:
            return is_valid
        if self.open.data > self.seats.data:
            self.open.errors = [f"The group has {self.seats.data} seats. Write that many or fewer."]
            return False
        return is_valid

    def value(self) -> dict[str, Json]:
        """Return the group as a listing holds it."""
        return {
            "name": self.name.data,
            "theme": self.theme.data,
            "kind": self.kind.data,
            "seats": self.seats.data,
            "open": self.open.data,
            "starts": self.starts.data,
            "schedule": self.schedule.data,
        }


class FormatsForm(ListingForm):
    """Formats and groups."""

    formats = Codes(
        "Who is in the room",
        choices=lambda: choices(FORMATS, hints=_FORMAT_HINTS.__getitem__),
        description="Whoever asks for one of these finds only those who tick it.",
    )
    groups = Rows(GroupRow, "Your groups", "Group", _MOST_GROUPS)

    def suit(self) -> None:
        """Offer the kinds of groups that the license lets one lead."""
        kinds = choices(KINDS, group_kinds_for(self.license), about(KINDS))
        for entry in self.groups:
            entry.form.kind.choices = kinds

    def validate(self, extra_validators: Values | None = None) -> bool:
        """Check that whoever names a group offers groups."""
        is_valid = super().validate(extra_validators)
        if self.groups.written() and "group" not in self.formats.data and not self.is_rearranged:
            self.formats.errors = ["You name a group below, so tick Group here too."]
            return False
        return is_valid

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {
            "formats": self.formats.in_order_of(self.listing.get("formats")),
            "groups": [entry.form.value() for entry in self.groups.written()],
        }


SECTION = section_form("formats", "One on one, couples, families, or a group.", FormatsForm)
