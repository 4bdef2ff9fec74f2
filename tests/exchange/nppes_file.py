"""Real NPPES rows as a file that a test can damage."""

import csv
import gzip
from collections.abc import Callable
from pathlib import Path

from directory.exchange.formats import read_file
from directory.exchange.outcomes import Outcome, Record, RowError, RowWarning, Skipped
from directory.vocabulary.taxonomy import license_for_taxonomy

DATA = Path(__file__).parents[1] / "data" / "nppes"
PRACTITIONERS = DATA / "practitioners_v1.csv.gz"
DAMAGED_V2 = DATA / "pandas_damaged_v2.csv.gz"
ORGANISATIONS = DATA / "organizations_v1.csv.gz"

CITY = "Provider Business Practice Location Address City Name"
STATE = "Provider Business Practice Location Address State Name"
ZIP = "Provider Business Practice Location Address Postal Code"
COUNTRY = "Provider Business Practice Location Address Country Code (If outside U.S.)"
PHONE = "Provider Business Practice Location Address Telephone Number"
LAST_NAME = "Provider Last Name (Legal Name)"

Row = dict[str, str]


def real_rows(path: Path = PRACTITIONERS) -> list[Row]:
    """Return the rows of a committed file by column name."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def slot(place: int, code: str, number: str, state: str, switch: str) -> Row:
    """Return the four columns of one taxonomy slot."""
    return {
        f"Healthcare Provider Taxonomy Code_{place}": code,
        f"Provider License Number_{place}": number,
        f"Provider License Number State Code_{place}": state,
        f"Healthcare Provider Primary Taxonomy Switch_{place}": switch,
    }


def a_therapist(**changes: str) -> Row:
    """Return a real row of one social worker with one slot, changed by column name."""
    row = next(row for row in real_rows() if taxonomies(row) == ["1041C0700X"])
    return {**row, **changes}


def taxonomies(row: Row) -> list[str]:
    """Return the taxonomy codes of a row."""
    codes = (row[f"Healthcare Provider Taxonomy Code_{place}"] for place in range(1, 16))
    return [code for code in codes if code]


def is_ours(row: Row) -> bool:
    """Tell whether a row has a code of one of our licences in any slot."""
    return any(map(license_for_taxonomy, taxonomies(row)))


def line_of(values: list[str]) -> str:
    """Write values as NPPES does: every one between quote marks."""
    return ",".join('"' + value.replace('"', '""') + '"' for value in values)


def write_rows(path: Path, rows: list[Row], edit: Callable[[list[str]], list[str]] = list) -> Path:
    """Write rows as an NPPES file; `edit` changes its lines, the header being line 0."""
    lines = [line_of(list(rows[0])), *(line_of(list(row.values())) for row in rows)]
    text = "".join(f"{line}\n" for line in edit(lines))
    path.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
    return path


class Result:
    """The outcomes of a file, sorted by their kind."""

    def __init__(self, path: Path, format: str | None = None) -> None:
        self.outcomes: list[Outcome] = list(read_file(path, format))
        self.records = [one for one in self.outcomes if isinstance(one, Record)]
        self.skipped = [one for one in self.outcomes if isinstance(one, Skipped)]
        self.errors = [one for one in self.outcomes if isinstance(one, RowError)]
        self.warnings: list[RowWarning] = [
            warning for one in (*self.records, *self.skipped) for warning in one.warnings
        ]
