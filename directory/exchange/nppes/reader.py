"""NPPES rows into unclaimed listings: what the public register states, and no more."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from directory.errors import problems_of
from directory.exchange.identity import id_of_npi
from directory.exchange.lines import Progress
from directory.exchange.names import person_name
from directory.exchange.nppes import columns as c
from directory.exchange.nppes.checks import Identity, check_row
from directory.exchange.nppes.practice import read_practice
from directory.exchange.nppes.slots import Claim, headline, licenses, read_claims
from directory.exchange.outcomes import Outcome, Record, RowError, RowRefused, Skipped, kept_cells
from directory.exchange.read_as import ReadAs, mends_by_line
from directory.exchange.tables import open_table
from directory.providers import Provider

_GENDERS = {"M": "male", "F": "female", "U": None, "X": None, "": None}
_NAME_PARTS = (c.FIRST_NAME, c.MIDDLE_NAME, c.LAST_NAME, c.NAME_SUFFIX)


def read_nppes(path: Path, read_as: ReadAs, progress: Progress | None = None) -> Iterator[Outcome]:
    """Yield what becomes of each row; raise Unusable where the file is no NPPES file."""
    table = open_table(path, progress)
    layout = c.read_layout(table, path.name)
    for row in table.rows(mends_by_line(read_as.mends), c.ROW_START):
        yield row if isinstance(row, RowError) else _outcome(c.Cells(row, layout))


def _outcome(cells: c.Cells) -> Outcome:
    try:
        return _checked(cells)
    except RowRefused as fault:
        return fault.on_line(cells.row.line, cells.row.values)
    except ValidationError as error:
        problem = problems_of(error)[0]
        message = f"{problem.field}: {problem.message}"
        return RowError(cells.row.line, c.NPI, cells[c.NPI], message, kept_cells(cells.row.values))


def _checked(cells: c.Cells) -> Outcome:
    """Check the whole row before it is decided whether it is one of ours."""
    person = check_row(cells)
    claims = read_claims(cells)
    named_by = headline(claims)
    reason = _reason_to_skip(person, named_by)
    facts = _facts(cells, listed=not reason)
    if reason or named_by is None:
        return Skipped(cells.row.line, reason, tuple(cells.warnings))
    held = licenses(cells, claims, named_by.license)
    provider = _provider(person.npi, license=named_by.license, licenses=held, **facts)
    return Record(cells.row.line, provider, tuple(cells.warnings), tuple(cells.row.values))


def _reason_to_skip(person: Identity, named_by: Claim | None) -> str:
    if person.is_deactivated:
        return "the NPI was deactivated and not reactivated"
    if not person.is_person:
        return "an organisation, not a person"
    return "" if named_by else "no behavioral health licence code in any taxonomy slot"


def _facts(cells: c.Cells, listed: bool) -> dict[str, object]:
    practice, gender = read_practice(cells, listed), _gender(cells)
    if not listed:
        return {}
    place = practice.location() if practice else None
    return {
        "name": person_name(*(cells[part] for part in _NAME_PARTS)),
        "gender": gender,
        "locations": (place,) if place else (),
        "phone": practice.phone or None if practice else None,
    }


def _gender(cells: c.Cells) -> str | None:
    code = cells[cells.layout.sex].upper()
    if code not in _GENDERS:
        cells.warn(cells.layout.sex, f"{code!r} is neither M nor F nor U nor X and was left out")
    return _GENDERS.get(code)


def _provider(npi: str, **facts: object) -> Provider:
    register = {"id": id_of_npi(npi), "npi": npi, "claimed": False, "published": True}
    return Provider.model_validate({**register, **facts})
