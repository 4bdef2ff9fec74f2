"""Reading a roster: which listings it names, and what it means for each; nothing is changed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from directory.jobs import Job, Progress
from directory.providers.roster_files import RosterFile, RosterFinding
from directory.providers.roster_verdicts import judge
from directory.providers.rosters import Entry, by_key, license_key, read_entry, said_by_word
from directory.storage import Providers, Rosters
from directory.workflows.desk.license_checks import known_licenses
from directory.workflows.opening import Directory
from directory.workflows.rosters.bring_roster import roster_of, rows_of

_LOOKED_AT = 1000  # listings in one reading
_NOTED = 200  # in one transaction


def read_roster(directory: Directory, job: Job, progress: Progress) -> str:
    """Find the listings that a roster names, and keep what it means for them to be looked at.

    What was found before is forgotten, so it may be run again.
    """
    with directory.database.writing() as session:
        roster = roster_of(session, job.subject)
        Rosters(session).drop_findings(roster.id)
    rows, entries = _entries(directory, roster)
    named_rows = sum(map(len, entries.values()))
    named = 0
    for some in _holders(directory, roster, entries):
        findings = _judged(directory, roster, some, entries)
        named += len(findings)
        progress(named, 0)
        for start in range(0, len(findings), _NOTED):
            with directory.database.writing() as session:
                Rosters(session).note(findings[start : start + _NOTED])
    with directory.database.writing() as session:
        counts = {**Rosters(session).counts(roster.id), "rows": rows, "unread": rows - named_rows}
        if roster_of(session, roster.id).stage == "reading":
            Rosters(session).save(replace(roster, stage="read", counts=counts))
    return f"Rows read: {rows:,}. Listings that they name: {named:,}."


def _entries(
    directory: Directory, roster: RosterFile
) -> tuple[int, Mapping[str, tuple[Entry, ...]]]:
    """Return how many rows there are, and those that name a license, by its digits."""
    statuses = said_by_word(roster.statuses)
    rows, found = 0, []
    for line, cells in rows_of(directory, roster):
        rows += 1
        entry = read_entry(line, cells, roster.columns, statuses)
        if entry:
            found.append(entry)
    return rows, by_key(found)


def _holders(
    directory: Directory, roster: RosterFile, entries: Mapping[str, Sequence[Entry]]
) -> Iterator[list[str]]:
    """Yield the ids of listings that have a license number of the roster, some at a time."""
    after = ""
    while True:
        with directory.database.reading() as session:
            some = Rosters(session).holders(roster.about.state, after, _LOOKED_AT)
        if not some:
            return
        after = some[-1][0]
        yield [id for id, document in some if _is_named(document, roster, entries)]


def _is_named(document: str, roster: RosterFile, entries: Mapping[str, Sequence[Entry]]) -> bool:
    held = json.loads(document).get("licenses", ())
    return any(
        one["state"] == roster.about.state and license_key(one.get("number")) in entries
        for one in held
    )


def _judged(
    directory: Directory,
    roster: RosterFile,
    ids: Sequence[str],
    entries: Mapping[str, Sequence[Entry]],
) -> list[RosterFinding]:
    found: list[RosterFinding] = []
    with directory.database.reading() as session:
        for listing in Providers(session).get_many(ids):
            seen = known_licenses(session, listing)
            verdict = judge(listing.name, seen, entries, roster.about, directory.today())
            if verdict:
                found.append(
                    RosterFinding(
                        roster_id=roster.id,
                        provider_id=listing.id,
                        outcome=verdict.outcome,
                        words=verdict.words,
                        seen=seen,
                        licenses=verdict.licenses,
                    )
                )
    return found
