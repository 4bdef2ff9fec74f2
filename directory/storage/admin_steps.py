"""Dangerous steps: those that wait for a second admin, and what became of the others."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select

from directory.steps import Step
from directory.storage.role_tables import AdminStepRow


class AdminSteps:
    """The steps, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, step: Step) -> None:
        """Store a step, in place of what was stored under its id."""
        self._session.merge(AdminStepRow(**_values(step)))
        self._session.flush()

    def get(self, id: str, now: datetime) -> Step | None:
        """Return a step as it stands, None where there is none."""
        row = self._session.get(AdminStepRow, id)
        return _step(row).at(now) if row else None

    def newest(self, now: datetime, limit: int = 100) -> tuple[Step, ...]:
        """Return the newest steps as they stand, the newest first."""
        query = select(AdminStepRow).order_by(col(AdminStepRow.asked_at).desc(), AdminStepRow.id)
        return tuple(_step(row).at(now) for row in self._session.exec(query.limit(limit)))

    def waiting(self, now: datetime) -> tuple[Step, ...]:
        """Return the steps that wait for a second admin, the oldest first."""
        query = select(AdminStepRow).where(col(AdminStepRow.state).in_(("waiting", "agreed")))
        found = (_step(row).at(now) for row in self._session.exec(query))
        return tuple(sorted((one for one in found if one.state == "waiting"), key=_age))

    def forget_account(self, account_id: str) -> None:
        """Forget the steps that an account asked for."""
        self._session.exec(delete(AdminStepRow).where(col(AdminStepRow.asked_by) == account_id))

    def forget_before(self, time: datetime) -> None:
        """Forget the steps that were asked for before a time."""
        self._session.exec(delete(AdminStepRow).where(col(AdminStepRow.asked_at) < time))


def _age(step: Step) -> tuple[datetime, str]:
    return step.asked_at, step.id


def _values(step: Step) -> dict[str, Any]:
    return asdict(step) | {"document": json.dumps(dict(step.document), sort_keys=True)}


def _step(row: AdminStepRow) -> Step:
    return Step(**row.model_dump() | {"document": json.loads(row.document)})
