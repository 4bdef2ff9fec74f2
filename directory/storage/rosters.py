"""The rosters of state boards, and what they mean for the listings."""

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, cast

from pydantic import TypeAdapter
from sqlalchemy import func, text
from sqlalchemy.orm import defer
from sqlmodel import Session, col, delete, select

from directory.providers import License
from directory.providers.roster_files import Became, RosterFile, RosterFinding, Stage
from directory.providers.roster_verdicts import Outcome, Roster
from directory.storage.roster_tables import RosterColumnsRow, RosterFindingRow, RosterRow

_LICENSES = TypeAdapter(tuple[License, ...])
# Licences stand in the documents as they are written there, without spaces.
_HOLDERS = text(
    "SELECT id, document FROM provider WHERE id > :after AND document LIKE :state ESCAPE '\\'"
    " ORDER BY id LIMIT :most"
)


_NO_FILE = defer(RosterRow.file)  # type: ignore[arg-type]


class Rosters:
    """The rosters, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, roster: RosterFile, file: bytes) -> None:
        """Keep a roster with its file."""
        self._session.add(RosterRow(**_facts(roster), id=roster.id, file=zlib.compress(file)))
        self._session.flush()

    def save(self, roster: RosterFile) -> None:
        """Write what is known of a roster by now; its file stays."""
        row = self._session.get_one(RosterRow, roster.id)
        for name, value in _facts(roster).items():
            setattr(row, name, value)
        self._session.add(row)
        self._session.flush()

    def get(self, id: str) -> RosterFile | None:
        """Return one roster, or None where there is no such id."""
        query = select(RosterRow).where(RosterRow.id == id)
        row = self._session.exec(query.options(_NO_FILE)).first()
        return _roster(row) if row else None

    def file_of(self, id: str) -> bytes | None:
        """Return the file of a roster as it was sent."""
        packed = self._session.exec(select(RosterRow.file).where(RosterRow.id == id)).first()
        return zlib.decompress(packed) if packed is not None else None

    def newest(self, most: int = 50) -> tuple[RosterFile, ...]:
        """Return the rosters, the newest first."""
        query = select(RosterRow).options(_NO_FILE)
        query = query.order_by(col(RosterRow.added_at).desc()).limit(most)
        return tuple(map(_roster, self._session.exec(query)))

    def remove(self, id: str) -> None:
        """Delete a roster that was never applied."""
        self.drop_findings(id)
        self._session.exec(delete(RosterRow).where(col(RosterRow.id) == id))

    def holders(self, state: str, after: str, most: int) -> tuple[tuple[str, str], ...]:
        """Return ids and documents of the listings after an id that name a state, in order."""
        asked = {"after": after, "state": f'%"state":"{state}"%', "most": most}
        return tuple((id, document) for id, document in self._session.execute(_HOLDERS, asked))

    def drop_findings(self, id: str) -> None:
        """Forget what a roster means for the listings, as before it is read anew."""
        self._session.exec(delete(RosterFindingRow).where(col(RosterFindingRow.roster_id) == id))

    def note(self, findings: Iterable[RosterFinding]) -> None:
        """Insert what a roster means for some listings, or replace it."""
        for one in findings:
            self._session.merge(
                RosterFindingRow(
                    roster_id=one.roster_id,
                    provider_id=one.provider_id,
                    outcome=one.outcome,
                    words=one.words,
                    seen=_LICENSES.dump_json(one.seen).decode(),
                    licenses=_LICENSES.dump_json(one.licenses).decode(),
                    became=one.became,
                )
            )
        self._session.flush()

    def findings(
        self, id: str, outcome: str = "", after: str = "", most: int = 50, became: str | None = None
    ) -> tuple[RosterFinding, ...]:
        """Return what a roster means for the listings after an id, narrowed where asked."""
        query = select(RosterFindingRow).where(
            col(RosterFindingRow.roster_id) == id, col(RosterFindingRow.provider_id) > after
        )
        if outcome:
            query = query.where(RosterFindingRow.outcome == outcome)
        if became is not None:
            query = query.where(RosterFindingRow.became == became)
        query = query.order_by(col(RosterFindingRow.provider_id)).limit(most)
        return tuple(map(_finding, self._session.exec(query)))

    def counts(self, id: str) -> Mapping[str, int]:
        """Return how many listings each outcome is for."""
        query = (
            select(RosterFindingRow.outcome, func.count())
            .where(col(RosterFindingRow.roster_id) == id)
            .group_by(RosterFindingRow.outcome)
        )
        return {outcome: int(count) for outcome, count in self._session.exec(query)}

    def remembered(self, header: str) -> tuple[Mapping[str, str], Mapping[str, str]] | None:
        """Return how a header was read last, None where it is new."""
        row = self._session.get(RosterColumnsRow, header)
        return (json.loads(row.columns), json.loads(row.statuses)) if row else None

    def remember(
        self, header: str, columns: Mapping[str, str], statuses: Mapping[str, str]
    ) -> None:
        """Keep how a header was read."""
        told = {"columns": json.dumps(dict(columns)), "statuses": json.dumps(dict(statuses))}
        self._session.merge(RosterColumnsRow(header=header, **told))


def _facts(roster: RosterFile) -> dict[str, Any]:
    return {
        "name": roster.name,
        "state": roster.about.state,
        "license": roster.about.license,
        "as_of": roster.as_of,
        "source": roster.source,
        "added_at": roster.added_at,
        "added_by": roster.added_by,
        "titles": json.dumps(roster.titles),
        "columns": json.dumps(dict(roster.columns)),
        "statuses": json.dumps(dict(roster.statuses)),
        "stage": roster.stage,
        "counts": json.dumps(dict(roster.counts)),
        "sha256": roster.sha256,
    }


def _roster(row: RosterRow) -> RosterFile:
    return RosterFile(
        id=row.id,
        name=row.name,
        about=Roster(row.state, row.license, row.as_of),
        source=row.source,
        added_at=row.added_at,
        added_by=row.added_by,
        titles=tuple(json.loads(row.titles)),
        sha256=row.sha256,
        columns=json.loads(row.columns),
        statuses=json.loads(row.statuses),
        stage=cast(Stage, row.stage),
        counts=json.loads(row.counts),
    )


def _finding(row: RosterFindingRow) -> RosterFinding:
    return RosterFinding(
        roster_id=row.roster_id,
        provider_id=row.provider_id,
        outcome=cast(Outcome, row.outcome),
        words=row.words,
        seen=_LICENSES.validate_json(row.seen),
        licenses=_LICENSES.validate_json(row.licenses),
        became=cast(Became, row.became),
    )
