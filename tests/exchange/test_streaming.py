"""Files of any length are read in constant memory, and say how far they have got."""

import gzip
import tracemalloc
from pathlib import Path

from directory.exchange.formats import read_file
from directory.exchange.nppes.columns import REQUIRED
from directory.geography import point_of_zip

ROWS = 50_000
MEGABYTE = 1024 * 1024


def _nppes_line(number: int) -> str:
    code = "1041C0700X" if number % 50 == 0 else "207Q00000X"
    values = {
        "NPI": "1922001973",
        "Entity Type Code": "1",
        "Provider Last Name (Legal Name)": f"DOE {number}",
        "Provider First Name": "ANN",
        "Provider Enumeration Date": "05/23/2005",
        "Healthcare Provider Taxonomy Code_1": code,
    }
    return ",".join(values.get(name, "") for name in REQUIRED)


def _peak_of_reading(path: Path) -> tuple[int, int]:
    """Return the number of outcomes, and the most memory in bytes that reading them took."""
    point_of_zip("94110")  # the table of ZIPs is read once and kept
    tracemalloc.start()
    try:
        count = sum(1 for _ in read_file(path))
        return count, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_fifty_thousand_rows_take_no_more_memory_than_a_few(tmp_path: Path) -> None:
    path = tmp_path / "big.csv.gz"
    with gzip.open(path, "wt", compresslevel=1) as file:
        file.write(",".join(f'"{name}"' for name in REQUIRED) + "\n")
        file.writelines(f"{_nppes_line(number)}\n" for number in range(ROWS))
    count, peak = _peak_of_reading(path)
    assert count == ROWS
    assert peak < 2 * MEGABYTE


def test_progress_goes_from_bytes_read_to_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    path.write_text('{"id": "a", "name": "A", "license": "coach"}\n' * 2000)
    seen: list[tuple[int, int]] = []
    count = sum(1 for _ in read_file(path, progress=lambda done, whole: seen.append((done, whole))))
    size = path.stat().st_size
    assert count == 2000
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (size, size)
    assert {whole for _, whole in seen} == {size}
