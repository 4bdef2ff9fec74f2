"""What makes an NPPES row unusable; every row is checked, whether or not it becomes a listing."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from directory.exchange.mending import read_digits
from directory.exchange.nppes import columns as c
from directory.exchange.outcomes import RowRefused
from directory.providers import is_valid_npi

PERSON, ORGANISATION = "1", "2"
_EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a sound row is about."""

    npi: str
    is_person: bool
    is_deactivated: bool


def check_row(cells: c.Cells) -> Identity:
    """Return whom the row is about, or refuse it at the first fault."""
    npi = _npi(cells)
    days = {column: _day(cells, column) for column in c.DATES}
    ended, resumed = days[c.DEACTIVATED], days[c.REACTIVATED]
    deactivated = ended is not None and (resumed is None or resumed < ended)
    if deactivated and not cells[c.ENTITY_TYPE]:  # the register empties what it takes out
        return Identity(npi, is_person=False, is_deactivated=True)
    is_person = _entity_type(cells) == PERSON
    _check_name(cells, c.LAST_NAME if is_person else c.ORGANISATION)
    return Identity(npi, is_person, deactivated)


def _npi(cells: c.Cells) -> str:
    found = read_digits(cells[c.NPI])
    npi = found.value or ""
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()):
        raise RowRefused(c.NPI, npi, "an NPI has ten digits: take it from the NPI registry")
    if not is_valid_npi(npi):
        message = "the check digit of this NPI is wrong: take it from the NPI registry"
        raise RowRefused(c.NPI, npi, message)
    cells.warn(c.NPI, found.note)
    return npi


def _entity_type(cells: c.Cells) -> str:
    found = read_digits(cells[c.ENTITY_TYPE])
    if found.value not in {PERSON, ORGANISATION}:
        message = "the entity type is 1 for a person or 2 for an organisation"
        raise RowRefused(c.ENTITY_TYPE, cells[c.ENTITY_TYPE], message)
    cells.warn(c.ENTITY_TYPE, found.note)
    return found.value


def _check_name(cells: c.Cells, column: str) -> None:
    if not any(map(str.isalpha, cells[column])):
        raise RowRefused(column, cells[column], "there is no name: take it from the NPI registry")


def _day(cells: c.Cells, column: str) -> date | None:
    text = cells[column]
    day = _date(text) if text else None
    if text and day is None:
        message = "this is no day of the calendar: write it as MM/DD/YYYY"
        raise RowRefused(column, text, message)
    return day


@lru_cache(maxsize=10_000)
def _date(text: str) -> date | None:
    try:
        day = datetime.strptime(text, "%m/%d/%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
    return day if day.year >= _EARLIEST else None
