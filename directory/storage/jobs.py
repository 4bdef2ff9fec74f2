"""The jobs of the worker."""

from datetime import datetime
from typing import cast

from sqlmodel import Session, col, or_, select, update

from directory.jobs import SILENT_FOR, Job, JobState
from directory.storage.job_tables import JobRow


class Jobs:
    """The jobs, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ask(self, kind: str, subject: str, asked_by: str | None, at: datetime) -> int:
        """Put a job at the end of the line; return its id."""
        row = JobRow(kind=kind, subject=subject, state="waiting", asked_by=asked_by, asked_at=at)
        self._session.add(row)
        self._session.flush()
        return cast(int, row.id)

    def begin(self, kind: str, subject: str, asked_by: str | None, at: datetime) -> Job:
        """Begin a job that whoever asks does themselves; a worker takes it up where they die."""
        row = JobRow(kind=kind, subject=subject, state="running", asked_by=asked_by, asked_at=at)
        row.alive_at = at
        self._session.add(row)
        self._session.flush()
        return _job(row)

    def get(self, id: int) -> Job | None:
        """Return one job, or None where there is no such id."""
        row = self._session.get(JobRow, id)
        return _job(row) if row else None

    def newest(self, kind: str, subject: str) -> Job | None:
        """Return the last job of a kind about a subject."""
        query = select(JobRow).where(JobRow.kind == kind, JobRow.subject == subject)
        row = self._session.exec(query.order_by(col(JobRow.id).desc()).limit(1)).first()
        return _job(row) if row else None

    def in_state(self, state: JobState, limit: int = 50) -> tuple[Job, ...]:
        """Return the jobs in a state, the newest first."""
        query = select(JobRow).where(JobRow.state == state).order_by(col(JobRow.id).desc())
        return tuple(map(_job, self._session.exec(query.limit(limit))))

    def take(self, now: datetime) -> Job | None:
        """Begin the next job, also one whose worker has died; return it, None where none waits."""
        has_died = (col(JobRow.state) == "running") & (col(JobRow.alive_at) < now - SILENT_FOR)
        query = select(JobRow).where(or_(col(JobRow.state) == "waiting", has_died))
        row = self._session.exec(query.order_by(col(JobRow.id)).limit(1)).first()
        if row is None:
            return None
        row.state, row.alive_at, row.done, row.whole = "running", now, 0, 0
        row.tries += 1
        self._session.add(row)
        self._session.flush()
        return _job(row)

    def advance(self, id: int, done: int, whole: int, now: datetime) -> None:
        """Note how far a job is, and that its worker lives."""
        self._change(id, done=done, whole=whole, alive_at=now)

    def note_alive(self, id: int, now: datetime) -> None:
        """Note that the worker of a job lives."""
        self._change(id, alive_at=now)

    def end(self, id: int, state: JobState, note: str, now: datetime) -> None:
        """Note what came of a job."""
        self._change(id, state=state, note=note, ended_at=now)

    def _change(self, id: int, **values: object) -> None:
        self._session.exec(update(JobRow).where(col(JobRow.id) == id).values(**values))


def _job(row: JobRow) -> Job:
    return Job(**row.model_dump())
