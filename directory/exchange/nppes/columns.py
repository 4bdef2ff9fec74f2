"""The columns of the NPPES file that we read, found by name in whatever order they stand.

Source: CMS, NPPES Data Dissemination, versions 1 (329 columns) and 2 (330 columns, 2025).
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from directory.errors import Unusable
from directory.exchange.formulas import unguarded
from directory.exchange.outcomes import RowWarning
from directory.exchange.rows import Row
from directory.exchange.tables import Table

NPI = "NPI"
ENTITY_TYPE = "Entity Type Code"
ORGANISATION = "Provider Organization Name (Legal Business Name)"
LAST_NAME = "Provider Last Name (Legal Name)"
FIRST_NAME = "Provider First Name"
MIDDLE_NAME = "Provider Middle Name"
NAME_SUFFIX = "Provider Name Suffix Text"
STREET = "Provider First Line Business Practice Location Address"
STREET_2 = "Provider Second Line Business Practice Location Address"
CITY = "Provider Business Practice Location Address City Name"
STATE = "Provider Business Practice Location Address State Name"
ZIP = "Provider Business Practice Location Address Postal Code"
COUNTRY = "Provider Business Practice Location Address Country Code (If outside U.S.)"
PHONE = "Provider Business Practice Location Address Telephone Number"
ENUMERATED = "Provider Enumeration Date"
UPDATED = "Last Update Date"
DEACTIVATED = "NPI Deactivation Date"
REACTIVATED = "NPI Reactivation Date"
CERTIFIED = "Certification Date"
DATES = (ENUMERATED, UPDATED, DEACTIVATED, REACTIVATED, CERTIFIED)
SEX = ("Provider Sex Code", "Provider Gender Code")  # version 2, version 1

# A row begins with an NPI, however damaged, and an entity type.
ROW_START = re.compile(r'"?[0-9.]{6,13}"?,"?[0-9.]{0,3}"?,')


@dataclass(frozen=True, slots=True)
class Slot:
    """The columns of one of the fifteen places for a taxonomy code and its licence."""

    taxonomy: str
    number: str
    state: str
    switch: str


SLOTS = tuple(
    Slot(
        f"Healthcare Provider Taxonomy Code_{place}",
        f"Provider License Number_{place}",
        f"Provider License Number State Code_{place}",
        f"Healthcare Provider Primary Taxonomy Switch_{place}",
    )
    for place in range(1, 16)
)
_FIRST = SLOTS[0]
REQUIRED = (
    *(NPI, ENTITY_TYPE, LAST_NAME, FIRST_NAME, ORGANISATION, STREET, CITY, STATE, ZIP, COUNTRY),
    *(PHONE, DEACTIVATED, REACTIVATED),
    *(_FIRST.taxonomy, _FIRST.number, _FIRST.state, _FIRST.switch),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of one file stand."""

    places: Mapping[str, int]
    slots: tuple[Slot, ...]
    sex: str


@dataclass(slots=True)
class Cells:
    """The values of one row by column name, and the warnings that reading them gave."""

    row: Row
    layout: Layout
    warnings: list[RowWarning] = field(default_factory=list)

    def __getitem__(self, column: str) -> str:
        place = self.layout.places.get(column)
        return "" if place is None else unguarded(self.row.values[place].strip())

    def warn(self, column: str, message: str) -> None:
        """Note a value that was mended or left out; an empty message is no warning."""
        if message:
            self.warnings.append(RowWarning(self.row.line, column, message))


def is_header(titles: Collection[str]) -> bool:
    """Tell whether these are the titles of an NPPES file."""
    return {NPI, ENTITY_TYPE} <= set(titles)


def is_whole_header(titles: Collection[str]) -> bool:
    """Tell whether an NPPES file with these titles can be read as one."""
    return set(REQUIRED) <= set(titles)


def read_layout(table: Table, file_name: str) -> Layout:
    """Read the header; raise Unusable where it lacks a column."""
    names = table.header
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise Unusable(
            f"{file_name} is no NPPES file: its header lacks {len(missing)} columns, "
            f"first of them {missing[0]!r}"
        )
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Unusable(f"{file_name} has the column {twice!r} twice")
    return _layout(names)


def _layout(names: tuple[str, ...]) -> Layout:
    places = {name: place for place, name in enumerate(names)}
    slots = tuple(slot for slot in SLOTS if slot.taxonomy in places)
    sex = next((name for name in SEX if name in places), SEX[0])
    return Layout(places, slots, sex)
