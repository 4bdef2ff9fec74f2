"""Long work that somebody asked for, and how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

# Told how much is done of how much, whenever something was.
Progress = Callable[[int, int], None]
JobState = Literal["waiting", "running", "done", "failed"]
# A worker that gave no sign of life for so long has died, and its job is begun again.
SILENT_FOR = timedelta(seconds=60)
# A job with which so many workers died takes no other with it.
MOST_TRIES = 4


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: `subject` names the row that holds what it needs.

    `done` of `whole` tells how far it is, in the unit of its kind; `note` is for people: what came
    of it, or why it failed. `tries` tells how often it was begun.
    """

    id: int
    kind: str
    subject: str
    state: JobState
    done: int
    whole: int
    note: str
    asked_by: str | None
    asked_at: datetime
    alive_at: datetime | None
    ended_at: datetime | None
    tries: int = 1

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state in {"done", "failed"}
