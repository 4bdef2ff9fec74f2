"""What somebody says the columns of tables are, and what they seem to be where nobody has."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from directory.errors import Unusable
from directory.exchange.listings.reader import is_json
from directory.exchange.recognising import recognise
from directory.exchange.tables import open_table


def check_columns(paths: Sequence[Path], columns: Mapping[str, str]) -> None:
    """Raise Unusable where the columns said are not just those of the files.

    A title that was mistyped would lose a column without a word.
    """
    found: dict[str, None] = {}
    for path in paths:
        titles = _titles(path)
        if absent := next((title for title in titles if title not in columns), None):
            raise Unusable(f'{path.name}: say what `{absent}` is, or "" to leave it out')
        found |= dict.fromkeys(titles)
    if unknown := next((title for title in columns if title not in found), None):
        raise Unusable(f"no file has a column `{unknown}`")


def proposed_columns(path: Path) -> dict[str, str]:
    """Return what the columns of a table with titles of its own seem to be; {} for other files."""
    proposals = recognise(path).proposals
    known = any(one.column for one in proposals)
    return {one.title: one.column for one in proposals} if known else {}


def _titles(path: Path) -> tuple[str, ...]:
    if is_json(path):
        raise Unusable(f"{path.name} is JSON, which has no columns: leave them out")
    with closing(open_table(path)) as table:
        return table.titles
