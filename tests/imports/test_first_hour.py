"""An editor's first hour: a real file with a hundred faults, mended, imported, all taken back."""

import csv
import gzip
from io import StringIO
from pathlib import Path

from tests.imports.desk import Desk, counts

NPPES = Path(__file__).parents[1] / "data" / "nppes" / "practitioners_v1.csv.gz"
FAULTS = 100


def damaged() -> tuple[bytes, dict[int, str]]:
    """Return rows of the register, a hundred of them with a damaged NPI, and the right ones."""
    rows = list(csv.reader(StringIO(gzip.decompress(NPPES.read_bytes()).decode())))
    right = {line: rows[line - 1][0] for line in range(2, FAULTS + 2)}
    for npi in range(1, FAULTS + 1):
        rows[npi][0] = rows[npi][0][:9] + str((int(rows[npi][0][9]) + 1) % 10)
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue().encode(), right


def test_a_hundred_errors_are_mended_fifty_at_a_time_and_all_is_taken_back(desk: Desk) -> None:
    start = desk.stored()
    file, right = damaged()
    page = desk.bring(file, "npidata.csv")
    assert counts(desk.see(page))["Rows that cannot be used"] == FAULTS
    for _ in range(2):
        fields = desk.fields(f"{page}/errors")
        cells = {name: right[int(name[5:])] for name in fields if name.startswith("line-")}
        assert len(cells) == 50
        assert desk.mend(f"{page}/errors", **cells).status_code == 303
    found = counts(desk.see(page))
    assert found["Rows that cannot be used"] == 0
    assert desk.stored() == start
    batch = desk.confirm(page, new="hidden")
    created = found["New listings"]
    assert created > FAULTS / 2
    assert len(desk.stored()["provider"]) == created
    assert "Taken back" in desk.undo(batch)
    assert desk.stored() == start
