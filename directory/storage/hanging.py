"""What hangs on listings, wherever it is kept: most of those of an import have nothing."""

from collections.abc import Sequence

from sqlmodel import Session, SQLModel, col, select

from directory.storage.attachment_rules import OUTLIVING, RULES
from directory.storage.merge_tables import DuplicateRow, MergeRow

_OF_TWO = (DuplicateRow.first_id, DuplicateRow.second_id, MergeRow.survivor_id, MergeRow.gone_id)


def with_anything_hanging(session: Session, ids: Sequence[str]) -> frozenset[str]:
    """Return those listings with anything to forget beside what an import itself wrote."""
    tables = [SQLModel.metadata.tables[name] for name in RULES.keys() - OUTLIVING]
    of_one = [table.c.provider_id for table in tables if table.name != "import_change"]
    found: set[str] = set()
    for column in (*of_one, *map(col, _OF_TWO)):
        found.update(session.exec(select(column).where(column.in_(ids)).distinct()))
    return frozenset(found)
