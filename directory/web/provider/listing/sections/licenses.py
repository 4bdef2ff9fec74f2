"""The licences of a provider, state by state, with the rights that compacts and permits give."""

from dataclasses import dataclass

from directory.providers.history import Json
from directory.vocabulary import AUTHORITIES, LICENSE_STATUSES, LICENSES, STATES
from directory.vocabulary.compacts import COMPACTS
from directory.vocabulary.license_titles import licenses_for_title, titles_in
from directory.vocabulary.licenses import LICENSED
from directory.web.provider.listing.sections.choosing import Choices, Code, choices, options
from directory.web.provider.listing.sections.listing_form import (
    ListingForm,
    Values,
    section_form,
)
from directory.web.provider.listing.sections.places import state_choices
from directory.web.provider.listing.sections.rows import Row, Rows
from directory.web.provider.listing.sections.typed import Day, Line, day_in_words

_MOST_LICENSES = 60
_AUTHORITY_HINTS = {
    "license": "The board of this state gave you a license.",
    "compact": "You hold the right on record, such as PSYPACT’s APIT or a counseling privilege. "
    "That your state is a member is not enough.",
    "telehealth": "This state registered you to treat people here by video or phone.",
}


@dataclass(frozen=True, slots=True)
class Held:
    """A licence that somebody has checked, as facts."""

    heading: str
    details: tuple[str, ...]


def _kinds() -> Choices:
    held = [code for code in LICENSES if code in LICENSED]
    return [*options(("", "Choose a license", "")), *choices(LICENSES, held)]


class LicenseRow(Row):
    """One licence that nobody has checked yet."""

    begun = frozenset({"authority"})

    license = Code("Kind of license", choices=_kinds, needed="Choose the kind of license.")
    state = Code("State", choices=state_choices, needed="Choose the state.")
    title = Line("Title", needed="Choose the title, as it stands on your license.")
    number = Line("License number", description="We check it with the board. Patients can read it.")
    expires = Day("Good until")
    authority = Code(
        "What gives you the right to treat people there?",
        choices=lambda: choices(AUTHORITIES, hints=_AUTHORITY_HINTS.__getitem__),
        default="license",
        needed="Say what gives you the right.",
    )

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles that stand for the licence in its state, as far as they are known."""
        return titles_in(self.state.data, self.license.data) if self.state.data else ()

    @property
    def title_choices(self) -> list[dict[str, Json]]:
        """The titles to choose from, with one that stands there already."""
        known = dict.fromkeys([*self.titles, *([self.title.data] if self.title.data else [])])
        return [{"value": "", "text": "Choose a title"}, *({"value": t, "text": t} for t in known)]

    def suit(self) -> None:
        """Write the title where there is only one."""
        if not self.title.data and len(self.titles) == 1:
            self.title.data = self.titles[0]

    def validate(self, extra_validators: Json = None) -> bool:
        """Check the title in its state, and whether there is such a compact."""
        is_valid = super().validate(extra_validators)
        if self.is_blank or self.license.errors or self.state.errors or self.title.errors:
            return is_valid
        granted = licenses_for_title(self.state.data, self.title.data)
        if self.license.data not in granted and granted:
            self.title.errors = [self._title_problem()]
        if self.authority.data == "compact" and (problem := self._compact_problem()):
            self.authority.errors = [problem]
        return is_valid and not (self.title.errors or self.authority.errors)

    def value(self) -> dict[str, Json]:
        """Return the licence as a listing holds it: nobody has checked it."""
        return {
            "license": self.license.data,
            "title": self.title.data,
            "state": self.state.data,
            "number": self.number.text,
            "status": "unverified",
            "expires": self.expires.data,
            "verified_at": None,
            "authority": self.authority.data,
        }

    def _compact_problem(self) -> str:
        compact = COMPACTS.get(self.license.data)
        if compact is None:
            return "There is no compact for this license. Add the license of that state itself."
        if self.state.data in compact.states:
            return ""
        state = STATES.label(self.state.data)
        return f"As far as we know, {state} is not in {compact.name}. Add a license of {state}."

    def _title_problem(self) -> str:
        state = STATES.label(self.state.data)
        titles = " or ".join(self.titles) or "no title that we know"
        return f"In {state} this license is called {titles}. Check the state and the title."


class LicensesForm(ListingForm):
    """Licences: the checked ones as facts, the others to change."""

    licenses = Rows(LicenseRow, "Licenses to check", "License", _MOST_LICENSES)

    def shown(self, listing: Values) -> dict[str, Json]:
        """Show those that nobody has checked."""
        stored = listing.get("licenses") or ()
        return {"licenses": [held for held in stored if not _is_locked(held)]}

    def suit(self) -> None:
        """Write titles that there is no choice of; a coach has no licences to fill in."""
        if self.is_coach:
            del self.licenses
            return
        for entry in self.licenses:
            entry.form.suit()

    @property
    def held(self) -> tuple[Held, ...]:
        """The licences that somebody has checked."""
        return tuple(_as_facts(one) for one in self._stored() if _is_locked(one))

    @property
    def powers(self) -> str:
        """What the headline license lets its holder do, in one sentence."""
        return str(LICENSES[self.license].about)

    @property
    def license_label(self) -> str:
        """The name of the headline license."""
        return str(LICENSES.label(self.license))

    def row_at(self, rows: Rows, index: int) -> Json:
        """Return the row of a licence: the checked ones stand before all rows."""
        locked = sum(map(_is_locked, self._stored()))
        return super().row_at(rows, index - locked) if index >= locked else None

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields, each licence in its place."""
        if self.is_coach:
            return {"licenses": self._stored()}
        rows = iter([entry.form.value() for entry in self.licenses.written()])
        kept = (one if _is_locked(one) else next(rows, None) for one in self._stored())
        return {"licenses": [*(one for one in kept if one is not None), *rows]}

    def _stored(self) -> list[dict[str, Json]]:
        return list(self.listing.get("licenses") or ())


def _is_locked(held: Values) -> bool:
    return held.get("verified_at") is not None or held.get("status") != "unverified"


def _as_facts(held: Values) -> Held:
    details = [
        str(LICENSE_STATUSES.label(held["status"])),
        "" if held["authority"] == "license" else str(AUTHORITIES.label(held["authority"])),
        f"number {held['number']}" if held["number"] else "",
        f"good until {day_in_words(held['expires'])}" if held["expires"] else "",
        f"checked on {day_in_words(held['verified_at'])}" if held["verified_at"] else "",
    ]
    where = STATES.label(held["state"])
    return Held(f"{held['title']}, {where}", tuple(detail for detail in details if detail))


SECTION = section_form("license", "A license counts in its own state.", LicensesForm)
