"""The pairs of listings that may be one."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session, col, delete, func, or_, select

from directory.likeness import Certainty, Likeness, Reason
from directory.likeness.duplicate import Duplicate, DuplicateState
from directory.storage.merge_tables import DuplicateRow
from directory.storage.tables import ProviderRow


class Duplicates:
    """The pairs, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def note(self, a: str, b: str, likeness: Likeness, search: int, at: datetime) -> int:
        """Write down how alike two listings are, found by a search; what was decided stays."""
        first, second = sorted((a, b))
        query = select(DuplicateRow).where(
            DuplicateRow.first_id == first, DuplicateRow.second_id == second
        )
        row = self._session.exec(query).first()
        if row is None:
            row = DuplicateRow(
                first_id=first,
                second_id=second,
                likeness=0,
                certainty="",
                reasons="",
                state="open",
                found_at=at,
                search=search,
            )
        row.likeness, row.certainty, row.search = likeness.likeness, likeness.certainty, search
        row.reasons = json.dumps([(one.code, one.points) for one in likeness.reasons])
        self._session.add(row)
        self._session.flush()
        return cast(int, row.id)

    def get(self, id: int) -> Duplicate | None:
        """Return one pair, or None where there is no such number."""
        row = self._session.get(DuplicateRow, id)
        return _duplicate(row) if row else None

    def in_state(
        self,
        state: DuplicateState,
        certainty: Certainty | None = None,
        skip: int = 0,
        limit: int = 50,
    ) -> tuple[Duplicate, ...]:
        """Return pairs whose listings both exist, the surest first."""
        query = select(DuplicateRow).where(*self._where(state), _both_exist())
        if certainty:
            query = query.where(DuplicateRow.certainty == certainty)
        query = query.order_by(
            col(DuplicateRow.certainty),  # by the alphabet, which is by how sure
            col(DuplicateRow.likeness).desc(),
            col(DuplicateRow.id),
        )
        return tuple(map(_duplicate, self._session.exec(query.offset(skip).limit(limit))))

    def counts(self, state: DuplicateState) -> Mapping[str, int]:
        """Return how many pairs in a state there are whose listings both exist, by certainty."""
        query = (
            select(DuplicateRow.certainty, func.count())
            .where(*self._where(state), _both_exist())
            .group_by(col(DuplicateRow.certainty))
        )
        return dict(iter(self._session.exec(query)))

    def between(self, a: str, b: str) -> Duplicate | None:
        """Return the pair of two listings, None where nobody has put them together."""
        first, second = sorted((a, b))
        query = select(DuplicateRow).where(
            DuplicateRow.first_id == first, DuplicateRow.second_id == second
        )
        row = self._session.exec(query).first()
        return _duplicate(row) if row else None

    def decide(self, id: int, state: DuplicateState, account_id: str, at: datetime) -> None:
        """Write down what somebody decided of a pair; `open` takes it back."""
        row = self._session.get(DuplicateRow, id)
        if row is not None:
            row.state = state
            row.decided_at = None if state == "open" else at
            row.decided_by = None if state == "open" else account_id
            self._session.add(row)
            self._session.flush()

    def drop_unseen(self, search: int) -> None:
        """Forget the open pairs that a search, which is over now, did not find any more."""
        self._session.exec(
            delete(DuplicateRow).where(
                col(DuplicateRow.state) == "open", col(DuplicateRow.search) < search
            )
        )

    def forget(self, provider_ids: Iterable[str]) -> None:
        """Forget every pair of some listings that are removed."""
        ids = list(provider_ids)
        self._session.exec(
            delete(DuplicateRow).where(
                or_(col(DuplicateRow.first_id).in_(ids), col(DuplicateRow.second_id).in_(ids))
            )
        )

    def _where(self, state: DuplicateState) -> tuple[ColumnElement[bool], ...]:
        return (col(DuplicateRow.state) == state,)


def _both_exist() -> ColumnElement[bool]:
    first, second = aliased(ProviderRow), aliased(ProviderRow)
    return (
        select(first.id).where(col(first.id) == col(DuplicateRow.first_id)).exists()
        & select(second.id).where(col(second.id) == col(DuplicateRow.second_id)).exists()
    )


def _duplicate(row: DuplicateRow) -> Duplicate:
    reasons = tuple(Reason(code, points) for code, points in json.loads(row.reasons))
    return Duplicate(
        id=cast(int, row.id),
        first_id=row.first_id,
        second_id=row.second_id,
        likeness=Likeness(row.likeness, cast(Certainty, row.certainty), reasons),
        state=cast(DuplicateState, row.state),
        found_at=row.found_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
    )
