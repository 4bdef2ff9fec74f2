"""The files of an operator's first hour: the register with faults, and an old list of a clinic."""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from directory.exchange.formats import read_file
from directory.exchange.outcomes import Record
from directory.providers import Provider
from directory.vocabulary import LICENSES

INDIVIDUALS = Path(__file__).parents[1] / "data" / "nppes" / "individuals_v1.csv.gz"
FAULTS = 100
TWINS = 40
_NPI, _KIND, _LAST_NAME, _BEGUN = 0, 1, 5, 36  # places of columns
_TITLES = ["Ref", "First", "Last", "Credential", "Street", "City", "State", "ZIP", "Phone #"]


@dataclass(frozen=True)
class Fault:
    """What was damaged: the line as it reads now, and what belongs into the field that mends it."""

    damaged: str
    right: str


def damaged_register() -> tuple[bytes, dict[str, str]]:
    """Return 2,000 real rows of which a hundred are damaged, and what mends each, by its field."""
    lines = gzip.decompress(INDIVIDUALS.read_bytes()).decode().splitlines()
    step = (len(lines) - 1) // FAULTS
    mends = {}
    for number in range(FAULTS):
        place = 1 + number * step
        fault = _damage(lines[place], number)
        lines[place] = fault.damaged
        mends[f"line-{place + 1}"] = fault.right
    return gzip.compress("\r\n".join(lines).encode(), 1), mends


def _damage(line: str, number: int) -> Fault:
    """Damage a row in one of seven ways."""
    cells = next(csv.reader([line]))
    kind = number % 7
    if kind == 5:
        return Fault(line.rsplit(",", 3)[0], line)  # three values are missing
    if kind == 6:
        return Fault(line.replace(f'"{cells[_LAST_NAME]}"', f'"{cells[_LAST_NAME]}', 1), line)
    column, wrong = (
        (_NPI, cells[_NPI][:9] + str((int(cells[_NPI][9]) + 1) % 10)),
        (_NPI, cells[_NPI][:9]),
        (_KIND, "person"),
        (_LAST_NAME, ""),
        (_BEGUN, "02/30/2006"),
    )[kind]
    right, cells[column] = cells[column], wrong
    return Fault(",".join('"' + cell.replace('"', '""') + '"' for cell in cells), right)


def listed_people() -> list[Provider]:
    """Return whom the sound register brings, in its order."""
    return [one.provider for one in read_file(INDIVIDUALS) if isinstance(one, Record)]


def old_list(people: list[Provider]) -> bytes:
    """Return a clinic's own table of some of them: no NPI, no license number, small slips."""
    text = StringIO()
    table = csv.writer(text)
    table.writerow(_TITLES)
    for number, person in enumerate(islice(_with_an_office(people), TWINS)):
        table.writerow(_twin(number, person))
    return text.getvalue().encode()


def _with_an_office(people: list[Provider]) -> Iterator[Provider]:
    return (one for one in people if one.locations and one.locations[0].phone)


def _twin(number: int, person: Provider) -> tuple[str, ...]:
    place, names = person.locations[0], person.name.split()
    first, last = names[0], names[-1]
    street, digits = place.street or "", (place.phone or "")[-10:]
    phone = f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
    if number % 4 == 1:
        last = last.upper()
    elif number % 4 == 2:
        street = street.removesuffix("Street").removesuffix("St").strip() + " St."
    elif number % 4 == 3:
        phone = digits
    license = LICENSES.label(person.license)
    ref = f"old-{number + 1}"
    return (ref, first, last, license, street, place.city, place.state, place.zip or "", phone)
