"""The listings CSV: one row a provider, comma, semicolon or tab between the values."""

from collections.abc import Iterator, Mapping
from typing import Any

from directory.exchange.lines import Line
from directory.exchange.listings.cells import read_cell
from directory.exchange.listings.columns import Column, Place, column_named, name_of_field, path_of
from directory.exchange.listings.documents import read_document
from directory.exchange.listings.header import Header, read_header
from directory.exchange.outcomes import Outcome, Record, RowError, RowRefused, RowWarning, shown
from directory.exchange.rows import Row, read_rows

_LISTS = ("licenses", "locations", "groups")
Values = Mapping[Column, object]


def read_table(lines: Iterator[Line], file_name: str) -> Iterator[Outcome]:
    """Yield what becomes of each row; raise Unusable where the header does not serve."""
    header = read_header(lines, file_name)
    for row in read_rows(lines, header.sheet):
        yield row if isinstance(row, RowError) else _outcome(row, header)


def _outcome(row: Row, header: Header) -> Outcome:
    values, warnings = _values(row, header)
    places = _places(values)
    titles = {path_of(place): header.title(column) for column, place in places.items()}
    document = _document({places[column]: value for column, value in values.items()})
    for number in range(len(document.get("licenses", ()))):  # a code that the row left out
        titles.setdefault(f"licenses[{number}].license", titles.get("license", "license"))
    try:
        record = read_document(document, row.line, lambda field: name_of_field(field, titles))
    except RowRefused as fault:
        return RowError(row.line, fault.column, _cell(row, header, fault.column), fault.message)
    return Record(row.line, record.provider, (*warnings, *record.warnings))


def _cell(row: Row, header: Header, column: str) -> str:
    """Return the cell of a column as an error shows it; empty where the file lacks the column."""
    titles = header.sheet.header
    return shown(row.values[titles.index(column)]) if column in titles else ""


def _values(row: Row, header: Header) -> tuple[dict[Column, object], list[RowWarning]]:
    cells = {
        column: text.strip()
        for column, text in zip(header.columns, row.values, strict=True)
        if column and text.strip()
    }
    values: dict[Column, object] = {}
    warnings = []
    for column, text in cells.items():
        values[column], note = read_cell(text, column.kind, _state_beside(column, cells))
        if note:
            warnings.append(RowWarning(row.line, header.title(column), note))
    return values, warnings


def _state_beside(zip: Column, cells: Mapping[Column, str]) -> str:
    """Return the state of the location whose ZIP this is."""
    state = column_named(zip.name.removesuffix("zip") + "state") if zip.kind == "zip" else None
    return cells.get(state, "") if state else ""


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
    """Return the listing as JSON; a licence without a code has that of the listing."""
    document: dict[str, Any] = {}
    for place in sorted(values):
        _put(document, place, values[place])
    for license in document.get("licenses", ()):
        license.setdefault("license", document.get("license"))
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
