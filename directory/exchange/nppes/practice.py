"""The practice location of an NPPES row: its place and its phone."""

import re
from dataclasses import dataclass

from directory.exchange.mending import read_phone, read_state, read_zip
from directory.exchange.names import place_name
from directory.exchange.nppes import columns as c
from directory.geography import point_of_zip
from directory.providers import Location

# The United States, and the islands that a register writes as countries.
_US = frozenset({"", "US", "AS", "GU", "MP", "PR", "UM", "VI"})
_TEN_DIGITS = re.compile(r"[0-9]{10}")


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """Where a row says that its provider works; an empty text is not known."""

    lines: tuple[str, str]
    city: str
    state: str
    zip: str
    phone: str

    def location(self) -> Location | None:
        """Return the place; None without a city and a state."""
        if not (self.city and self.state):
            return None
        street = ", ".join(place_name(line) for line in self.lines if line)
        lat, lon = point_of_zip(self.zip) or (None, None)
        return Location(
            street=street or None,
            city=place_name(self.city),
            state=self.state,
            zip=self.zip or None,
            lat=lat,
            lon=lon,
            phone=self.phone or None,
        )


def read_practice(cells: c.Cells, listed: bool) -> PracticeFacts | None:
    """Read the practice location and note what is damaged; None outside the United States.

    `listed` says that the row becomes a listing: only then is it worth a note that a sound
    value is of no use to us.
    """
    country = cells[c.COUNTRY].upper()
    if country not in _US:
        if listed or not re.fullmatch("[A-Z]{2}", country):
            cells.warn(c.COUNTRY, f"{country!r} is not the US: the place was left out")
        return None
    state = _state(cells)
    return PracticeFacts(
        lines=(cells[c.STREET], cells[c.STREET_2]),
        city=cells[c.CITY],
        state=state,
        zip=_zip(cells, state),
        phone=_phone(cells, listed),
    )


def _state(cells: c.Cells) -> str:
    if not cells[c.STATE]:
        return ""
    found = read_state(cells[c.STATE])
    cells.warn(c.STATE, found.note)
    return found.value or ""


def _zip(cells: c.Cells, state: str) -> str:
    if not cells[c.ZIP]:
        return ""
    found = read_zip(cells[c.ZIP], state)
    cells.warn(c.ZIP, found.note)
    return found.value or ""


def _phone(cells: c.Cells, listed: bool) -> str:
    text = cells[c.PHONE]
    if not text or (not listed and _TEN_DIGITS.fullmatch(text)):
        return ""
    found = read_phone(text)
    cells.warn(c.PHONE, found.note)
    return found.value or ""
