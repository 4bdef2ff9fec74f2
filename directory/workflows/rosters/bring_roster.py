"""Bringing the roster of a state board: kept as evidence, and its columns understood."""

import json
import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import Session

from directory.errors import Conflict, Invalid, NotFound, Problem, Unusable
from directory.exchange.outcomes import RowError
from directory.exchange.tables import Table, open_table
from directory.providers.roster_files import MOST_BYTES, RosterFile
from directory.providers.roster_verdicts import Roster
from directory.providers.rosters import PARTS, Said, guess_columns, guess_status, said_by_word
from directory.roles import Admin
from directory.storage import AuditLog, Jobs, Rosters
from directory.workflows.opening import Directory

READ = "roster.read"  # the kind of its job
MOST_WORDS = 60  # status words that are shown to be understood
_EXAMPLES = 3
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class BroughtRoster:
    """A file as an admin brings it, and what they say of it; `license` is "" for several kinds."""

    name: str
    file: bytes
    state: str
    license: str
    as_of: date
    source: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a roster holds: examples of each column, and the words of its statuses by how often."""

    examples: Mapping[str, tuple[str, ...]]
    statuses: Mapping[str, int]


def bring_roster(directory: Directory, admin: Admin, brought: BroughtRoster) -> RosterFile:
    """Keep a roster, with a guess at its columns; the same titles are read as they were last.

    Raises Invalid where the file is no table of titles and rows, or is too large.
    """
    if not brought.file or len(brought.file) > MOST_BYTES:
        large = "The file must be smaller than 10 MB"
        raise Invalid((Problem("file", large if brought.file else "Choose a file"),))
    titles, now = _titles(brought), directory.clock()
    with directory.database.writing() as session:
        rosters = Rosters(session)
        columns, statuses = rosters.remembered(_header(titles)) or (guess_columns(titles), {})
        roster = RosterFile(
            id=secrets.token_hex(8),
            name=Path(brought.name).name[-_LONGEST_NAME:] or "roster",
            about=Roster(brought.state, brought.license, brought.as_of),
            source=brought.source,
            added_at=now,
            added_by=admin.account_id,
            titles=titles,
            sha256=sha256(brought.file).hexdigest(),
            columns=dict(columns),
            statuses=statuses,
        )
        rosters.add(roster, brought.file)
        details = {"sha256": roster.sha256, "state": brought.state}
        AuditLog(session).append(now, admin, "roster.brought", f"roster/{roster.id}", details)
    return roster


def look_at(directory: Directory, roster: RosterFile) -> Look:
    """Return what the first rows of a roster hold, and all words of its status column."""
    examples: dict[str, tuple[str, ...]] = dict.fromkeys(roster.titles, ())
    statuses: Counter[str] = Counter()
    status = roster.columns.get("status")
    for _line, cells in rows_of(directory, roster):
        for title, cell in cells.items():
            if cell and len(examples[title]) < _EXAMPLES and cell not in examples[title]:
                examples[title] += (cell[:60],)
        if status and cells:
            statuses[cells.get(status, "").strip()[:100]] += 1
    return Look(examples, dict(statuses.most_common(MOST_WORDS)))


def meanings(look: Look, roster: RosterFile) -> dict[str, Said]:
    """Return what each status word was said to mean, or seems to."""
    said = said_by_word(roster.statuses)
    return {word: said.get(word, guess_status(word)) for word in look.statuses}


def choose_columns(
    directory: Directory,
    roster_id: str,
    admin: Admin,
    columns: Mapping[str, str],
    statuses: Mapping[str, str],
) -> bool:
    """Say what the columns and the status words of a roster mean, and have it read.

    Where another column has the status, its words are to be looked at first; then nothing is read,
    and this returns False. Raises Invalid where the number, the name or the status is missing, and
    Conflict once it is applied.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        roster = _open(session, roster_id)
        chosen: dict[str, str] = {
            part: columns[part] for part in PARTS if columns.get(part) in roster.titles
        }
        _refuse_unread(chosen)
        if chosen.get("status") != roster.columns.get("status"):
            Rosters(session).save(replace(roster, columns=chosen, stage="columns"))
            return False
        statuses = {**roster.statuses, **statuses}
        Rosters(session).remember(_header(roster.titles), chosen, statuses)
        read = replace(roster, columns=chosen, statuses=statuses, stage="reading", counts={})
        Rosters(session).save(read)
        Jobs(session).ask(READ, roster_id, admin.account_id, now)
        AuditLog(session).append(now, admin, "roster.columns_chosen", f"roster/{roster_id}")
    return True


def discard_roster(directory: Directory, roster_id: str, admin: Admin) -> None:
    """Throw away a roster that was never applied."""
    with directory.database.writing() as session:
        _open(session, roster_id)
        Rosters(session).remove(roster_id)
        audit = AuditLog(session)
        audit.append(directory.clock(), admin, "roster.discarded", f"roster/{roster_id}")


def roster_of(session: Session, roster_id: str) -> RosterFile:
    """Return a roster; raise NotFound where there is none of this id."""
    found = Rosters(session).get(roster_id)
    if found is None:
        raise NotFound(f"there is no roster {roster_id}")
    return found


def rows_of(directory: Directory, roster: RosterFile) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a roster with their lines; of one that cannot be read, no cells."""
    with directory.database.reading() as session:
        file = Rosters(session).file_of(roster.id) or b""
    with _table(roster.name, file) as table:
        for row in table.rows():
            cells = () if isinstance(row, RowError) else zip(table.titles, row.values, strict=True)
            yield row.line, dict(cells)


def _open(session: Session, roster_id: str) -> RosterFile:
    roster = roster_of(session, roster_id)
    if roster.stage not in {"columns", "reading", "read"}:
        raise Conflict("this roster is applied already")
    return roster


def _titles(brought: BroughtRoster) -> tuple[str, ...]:
    try:
        with _table(brought.name, brought.file) as table:
            return table.titles
    except Unusable as error:
        raise Invalid((Problem("file", str(error)),)) from error


@contextmanager
def _table(name: str, file: bytes) -> Iterator[Table]:
    """Open a file as a table; it lies in a folder of its own as long as it is read."""
    with TemporaryDirectory() as folder:
        plain = "".join(one for one in name if one.isalnum() or one in "-_ .").strip(". ")
        path = Path(folder) / (plain or "roster")
        path.write_bytes(file)
        with closing(open_table(path)) as table:
            yield table


def _refuse_unread(chosen: Mapping[str, str]) -> None:
    problems = []
    if "number" not in chosen:
        problems.append(Problem("number", "Say which column has the license number"))
    if not {"last", "name"} & set(chosen):
        problems.append(Problem("last", "Say which column has the last name, or the whole name"))
    if "last" in chosen and "first" not in chosen:
        problems.append(Problem("first", "Say which column has the first name"))
    if not {"status", "expires"} & set(chosen):
        problems.append(Problem("status", "Say which column has the status, or the last day"))
    if problems:
        raise Invalid(tuple(problems))


def _header(titles: tuple[str, ...]) -> str:
    return sha256(json.dumps(titles).encode()).hexdigest()
