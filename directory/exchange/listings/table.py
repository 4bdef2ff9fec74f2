"""Listings as a table: one row a provider, by our own titles or by those of others."""

from collections.abc import Iterator, Mapping
from typing import Any

from directory.exchange.listings.cells import read_cell
from directory.exchange.listings.columns import (
    LICENSE,
    NAME,
    NAME_PARTS,
    Column,
    Place,
    column_named,
    name_of_field,
    path_of,
)
from directory.exchange.listings.documents import read_document
from directory.exchange.listings.header import Header, read_header
from directory.exchange.listings.license_parts import complete_licenses, with_id_of_license
from directory.exchange.listings.template import is_hints
from directory.exchange.mending import read_state
from directory.exchange.names import person_name
from directory.exchange.outcomes import (
    Outcome,
    Record,
    RowError,
    RowRefused,
    RowWarning,
    Skipped,
    kept_cells,
    shown,
)
from directory.exchange.read_as import LineMends, ReadAs, mends_by_line
from directory.exchange.rows import Row
from directory.exchange.tables import Table

_LISTS = ("licenses", "locations", "groups")
_STATES = ("license_1_state", "location_1_state")
Values = Mapping[Column, object]


def read_table(table: Table, read_as: ReadAs, file_name: str) -> Iterator[Outcome]:
    """Yield what becomes of each row; raise Unusable where the header does not serve."""
    header, mends = read_header(table, read_as, file_name), mends_by_line(read_as.mends)
    for row in table.rows(mends):
        yield row if isinstance(row, RowError) else _outcome(row, header, mends)


def _outcome(row: Row, header: Header, mends: LineMends) -> Outcome:
    cells = _cells(row, header, mends)
    if is_hints(cells):
        return Skipped(row.line, "the row of hints of the template")
    values, warnings = _values(row, cells, header)
    places = _places(values)
    titles = {path_of(place): header.title(column) for column, place in places.items()}
    document = _document({places[column]: value for column, value in values.items()})
    words = cells.get(LICENSE, "")
    document = with_id_of_license(complete_licenses(document, words))
    for number in range(len(document.get("licenses", ()))):  # a code that the row left out
        titles.setdefault(f"licenses[{number}].license", titles.get("license", "license"))
    try:
        record = read_document(document, row.line, lambda field: name_of_field(field, titles))
    except RowRefused as fault:
        value = _cell(row, header, fault.column)
        return RowError(row.line, fault.column, value, fault.message, kept_cells(row.values))
    warnings = [*warnings, *record.warnings]
    return Record(row.line, record.provider, tuple(warnings), tuple(row.values))


def _cell(row: Row, header: Header, column: str) -> str:
    """Return the cell of a column as an error shows it; empty where the file lacks the column."""
    titles = header.titles
    return shown(row.values[titles.index(column)]) if column in titles else ""


def _cells(row: Row, header: Header, mends: LineMends) -> dict[Column, str]:
    """Return the cells that are not blank by column; a mend may fill one that the file lacks."""
    cells = {
        **header.everywhere,
        **{
            column: text.strip()
            for column, text in zip(header.columns, row.values, strict=True)
            if column and text.strip()
        },
    }
    for title, value in mends.get(row.line, {}).items():
        column = column_named(title) if title not in header.titles else None
        if column and value.strip():
            cells[column] = value.strip()
    return _with_name(cells)


def _with_name(cells: dict[Column, str]) -> dict[Column, str]:
    """Join the parts of a name, where there is no whole one."""
    parts = [cells.pop(part, "") for part in NAME_PARTS]
    if any(parts) and NAME not in cells:
        cells[NAME] = person_name(*parts)
    return cells


def _values(
    row: Row, cells: Mapping[Column, str], header: Header
) -> tuple[dict[Column, object], list[RowWarning]]:
    values: dict[Column, object] = {}
    warnings = []
    for column, text in cells.items():
        values[column], note = read_cell(text, column, _state_beside(column, cells))
        if note:
            warnings.append(RowWarning(row.line, header.title(column), note))
    return values, warnings


def _state_beside(column: Column, cells: Mapping[Column, str]) -> str:
    """Return the state of the location whose ZIP, or of the licence whose words, this is.

    Words for a licence whose state nobody gives mean what they mean where the person works.
    """
    if column.kind not in {"zip", "license"}:
        return ""
    names = _STATES if column is LICENSE else (f"{column.name.rpartition('_')[0]}_state",)
    states = (state for name in names if (state := column_named(name)))
    found = (cells[state] for state in states if state in cells)
    return read_state(next(found, "")).value or ""


def _places(values: Values) -> dict[Column, Place]:
    """Return where each value goes; licences and the like close up where numbers are left out."""
    numbers: dict[int | str, list[int | str]] = {}
    for part in _LISTS:
        numbers[part] = sorted({c.place[1] for c in values if c.place[0] == part}, key=int)
    return {column: _closed_up(column.place, numbers) for column in values}


def _closed_up(place: Place, numbers: Mapping[int | str, list[int | str]]) -> Place:
    if place[0] not in numbers:
        return place
    part, number, *rest = place
    return (part, numbers[part].index(number), *rest)


def _document(values: Mapping[Place, object]) -> dict[str, Any]:
    document: dict[str, Any] = {}
    for place in sorted(values):
        _put(document, place, values[place])
    return document


def _put(document: dict[str, Any], place: Place, value: object) -> None:
    match place:
        case (str(field),):
            document[field] = value
        case (str(part), str(field)):
            document.setdefault(part, {})[field] = value
        case (str(part), int(number), str(field)):
            parts = document.setdefault(part, [])
            if number == len(parts):
                parts.append({})
            parts[number][field] = value
