# ruff: noqa: INP001
"""The tables of triage.md, written from the data: `python -m docs.tables`."""

from collections.abc import Sequence
from pathlib import Path

from directory.triage.described import (
    Described,
    described_concerns,
    described_instruments,
    described_rules,
)

PAGE = Path(__file__).parent / "triage.md"
TABLES = {
    "rules": described_rules,
    "instruments": described_instruments,
    "concerns": described_concerns,
}


def table_of(rows: Sequence[Described]) -> str:
    """Return rows as a Markdown table; what is said of each stands in a column of its own."""
    titles = ("", *(fact.name for fact in rows[0].facts))
    lines = [titles, ["---"] * len(titles)]
    lines += [(_title(row), *(fact.text for fact in row.facts)) for row in rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def with_tables(page: str) -> str:
    """Return a page with each of its tables as the data has it now."""
    for name, rows in TABLES.items():
        start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
        before, _, rest = page.partition(start)
        page = before + start + table_of(rows()) + end + rest.partition(end)[2]
    return page


def _title(row: Described) -> str:
    return f"`{row.code}` {row.name}".strip()


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
