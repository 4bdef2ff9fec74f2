# ruff: noqa: INP001
"""The tables of the pages here, written from the data: `python -m docs.tables`."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from directory.matching import RANKING
from directory.matching.described import (
    described_evidence,
    described_figures,
    described_groups,
    described_help_sources,
    described_kinds,
    described_lengths,
    described_limits,
    described_programs,
    described_sentences,
)
from directory.triage.described import described_concerns, described_instruments, described_rules
from directory.vocabulary.described import Described

Tables = Mapping[str, Callable[[], Sequence[Described]]]

HERE = Path(__file__).parent
PAGES: Mapping[str, Tables] = {
    "triage.md": {
        "rules": described_rules,
        "instruments": described_instruments,
        "concerns": described_concerns,
    },
    "matching.md": {
        "figures": lambda: described_figures(RANKING),
        "limits": described_limits,
        "groups": described_groups,
        "programs": described_programs,
        "help sources": described_help_sources,
        "sentences": described_sentences,
    },
    "evidence.md": {
        "evidence": described_evidence,
        "kinds": described_kinds,
        "lengths": described_lengths,
    },
}


def table_of(rows: Sequence[Described]) -> str:
    """Return rows as a Markdown table; what is said of each stands in a column of its own."""
    titles = ("", *(fact.name for fact in rows[0].facts))
    lines = [titles, ["---"] * len(titles)]
    lines += [(_title(row), *(fact.text for fact in row.facts)) for row in rows]
    waiting = sum(row.awaits_a_clinician for row in rows)
    table = "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
    return f"{waiting} of {len(rows)} rows await a clinician.\n\n{table}"


def with_tables(page: str, tables: Tables) -> str:
    """Return a page with each of its tables as the data has it now."""
    for name, rows in tables.items():
        start, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"
        before, _, rest = page.partition(start)
        page = before + start + table_of(rows()) + end + rest.partition(end)[2]
    return page


def _title(row: Described) -> str:
    return f"`{row.code}` {row.name}".strip()


if __name__ == "__main__":
    for name, tables in PAGES.items():
        page = HERE / name
        page.write_text(with_tables(page.read_text(encoding="utf-8"), tables), encoding="utf-8")
