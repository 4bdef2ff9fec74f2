"""A damaged NPPES file: each bad row is named, and no good row is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.nppes_file import (
    LAST_NAME,
    PHONE,
    PRACTITIONERS,
    STATE,
    ZIP,
    Result,
    Row,
    is_ours,
    line_of,
    real_rows,
    write_rows,
)

NAMES = list(real_rows()[0])
Edit = Callable[[Row], str]


def _with(column: str, value: str) -> Edit:
    return lambda row: line_of(list({**row, column: value}.values()))


def _unclosed(row: Row) -> str:
    return line_of(list(row.values())).replace(f'"{row[LAST_NAME]}"', f'"{row[LAST_NAME]}')


UNUSABLE: list[tuple[str, Edit]] = [
    ("NPI", _with("NPI", "12345")),
    ("NPI", _with("NPI", "1234567890")),
    ("NPI", _with("NPI", "")),
    ("Entity Type Code", _with("Entity Type Code", "3")),
    ("Entity Type Code", _with("Entity Type Code", "")),
    (LAST_NAME, _with(LAST_NAME, "")),
    ("Provider Enumeration Date", _with("Provider Enumeration Date", "02/30/2010")),
    ("Last Update Date", _with("Last Update Date", "2010-02-03")),
    (NAMES[-1], lambda row: line_of(list(row.values())[:-1])),
    (NAMES[-1], lambda row: line_of([*row.values(), ""])),
    (LAST_NAME, _unclosed),
    (LAST_NAME, _with(LAST_NAME, "MU\udcd1OZ")),
]
DAMAGED: list[tuple[str, Edit]] = [
    (PHONE, _with(PHONE, "CALL ME")),
    (PHONE, _with(PHONE, "203555")),
    (ZIP, _with(ZIP, "0600A")),
    (ZIP, _with(ZIP, "12")),
    (STATE, _with(STATE, "QQ")),
    ("Provider Gender Code", _with("Provider Gender Code", "W")),
    ("Healthcare Provider Taxonomy Code_15", _with("Healthcare Provider Taxonomy Code_15", "1")),
    (
        "Provider License Number State Code_1",
        _with("Provider License Number State Code_1", "Q9"),
    ),
]


@pytest.mark.parametrize("step", [1, 3])
def test_twelve_unusable_rows_and_eight_damaged_ones_are_named_and_no_other_is_lost(
    tmp_path: Path, step: int
) -> None:
    rows = real_rows()
    edits = dict(zip(range(2, len(rows), step), [*UNUSABLE, *DAMAGED], strict=False))

    def damage(lines: list[str]) -> list[str]:
        for line, (_, edit) in edits.items():
            lines[line - 1] = edit(rows[line - 2])
        return lines

    result = Result(write_rows(tmp_path / "damaged.csv", rows, damage))
    bad, hurt = list(edits.items())[:12], list(edits.items())[12:]
    assert [(one.line, one.column) for one in result.errors] == [
        (line, column) for line, (column, _) in bad
    ]
    assert sorted((one.line, one.column) for one in result.warnings) == sorted(
        (line, column) for line, (column, _) in hurt
    )
    unusable = {line for line, _ in bad}
    good = [line for line, row in enumerate(rows, 2) if is_ours(row) and line not in unusable]
    assert [record.line for record in result.records] == good


def test_every_error_says_how_to_mend_it(tmp_path: Path) -> None:
    rows = real_rows()[: len(UNUSABLE)]

    def damage(lines: list[str]) -> list[str]:
        return [lines[0], *(edit(row) for (_, edit), row in zip(UNUSABLE, rows, strict=True))]

    for error in Result(write_rows(tmp_path / "damaged.csv", rows, damage)).errors:
        assert len(error.message) > 25
        assert len(error.value) <= 80


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_break_inside_quote_marks_is_part_of_its_row(tmp_path: Path, end: str) -> None:
    rows = real_rows()[:3]
    column = "Provider First Line Business Practice Location Address"
    broken = [{**rows[0], column: f"1 MAIN ST{end}SUITE 2"}, *rows[1:]]
    path = write_rows(tmp_path / "broken.csv", broken)
    result = Result(path)
    assert [one.line for one in result.outcomes] == [2, 4, 5]
    assert not result.errors


def test_an_unclosed_quote_mark_in_the_last_row_is_an_error(tmp_path: Path) -> None:
    rows = real_rows()[:3]
    path = write_rows(tmp_path / "end.csv", rows, lambda lines: [*lines[:-1], lines[-1][:-1]])
    result = Result(path)
    assert [(one.line, one.column) for one in result.errors] == [(4, NAMES[-1])]
    assert len(result.outcomes) == 3


def test_two_unclosed_rows_in_a_row_are_two_errors(tmp_path: Path) -> None:
    rows = real_rows()[:4]

    def damage(lines: list[str]) -> list[str]:
        return [lines[0], _unclosed(rows[0]), _unclosed(rows[1]), *lines[3:]]

    result = Result(write_rows(tmp_path / "two.csv", rows, damage))
    assert [one.line for one in result.errors] == [2, 3]
    assert len(result.outcomes) == 4


def test_a_row_broken_over_two_lines_is_one_error(tmp_path: Path) -> None:
    rows = real_rows()[:3]

    def damage(lines: list[str]) -> list[str]:
        return [lines[0], lines[1].replace('","', '",\n"', 1), *lines[2:]]

    result = Result(write_rows(tmp_path / "broken.csv", rows, damage))
    assert [one.line for one in result.errors] == [2]
    assert [one.line for one in result.outcomes] == [2, 4, 5]


def test_blank_lines_count_but_are_no_rows(tmp_path: Path) -> None:
    rows = real_rows()[:2]

    def spaced(lines: list[str]) -> list[str]:
        return ["", lines[0], "", lines[1], ",,,", lines[2]]

    result = Result(write_rows(tmp_path / "spaced.csv", rows, spaced))
    assert [one.line for one in result.outcomes] == [4, 6]


def test_a_row_of_empty_values_is_an_error_and_no_blank_line(tmp_path: Path) -> None:
    rows = [*real_rows()[:1], dict.fromkeys(NAMES, ""), *real_rows()[1:2]]
    result = Result(write_rows(tmp_path / "emptied.csv", rows))
    assert [(one.line, one.column) for one in result.errors] == [(3, "NPI")]
    assert len(result.outcomes) == 3


def test_the_committed_rows_stay_as_they_are() -> None:
    assert len(Result(PRACTITIONERS).records) == 68
