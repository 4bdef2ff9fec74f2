"""What hangs on listings, wherever it is kept: most of those of an import have nothing."""

from collections.abc import Sequence

from sqlmodel import Session, SQLModel, select

# The columns by which rows belong to a listing.
_NAMES = frozenset({"provider_id", "first_id", "second_id", "survivor_id", "gone_id"})
# What stays where a listing goes, and what an import itself wrote.
_APART = frozenset(
    {
        "contact_report",
        "exposure",
        "import_change",
        "import_staged",
        "removal",
        "search_log",
        "tombstone",
        "view_count",
    }
)


def with_anything_hanging(session: Session, ids: Sequence[str]) -> frozenset[str]:
    """Return those listings about which anything is kept beside their own row."""
    found: set[str] = set()
    for table in SQLModel.metadata.tables.values():
        for column in table.columns if table.name not in _APART else ():
            if column.name in _NAMES:
                found.update(session.exec(select(column).where(column.in_(ids)).distinct()))
    return frozenset(found)
