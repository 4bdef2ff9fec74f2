"""Having a roster applied or taken back by the worker; many listings need a second admin."""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from sqlmodel import Session

from directory.errors import Conflict
from directory.providers.roster_files import SHARED_FROM, RosterFile
from directory.roles import Admin
from directory.sentences import ENGLISH
from directory.storage import AuditLog, Jobs, Rosters
from directory.workflows.opening import Directory
from directory.workflows.rosters.bring_roster import roster_of

APPLY = "roster.apply"  # the kinds of its jobs
TAKE_BACK = "roster.take_back"
STEP = "roster.applied"  # the kind of its dangerous step
_READ_AGAIN = "the roster was read again since: look at what it means now"


def needs_another(roster: RosterFile) -> bool:
    """Tell whether a roster hides so many listings that a second admin has to agree."""
    return roster.counts.get("off", 0) > SHARED_FROM


def step_document(roster: RosterFile) -> dict[str, Any]:
    """Return what a second admin agrees to: a roster, as it is read now."""
    return {"roster": roster.id, "as_read": _as_read(roster)}


def ask_to_apply(
    directory: Directory, roster_id: str, admin: Admin, agreed: str | None = None
) -> None:
    """Have the worker do what a roster means; `agreed` says how it was read when two agreed.

    Raises Conflict where it is not read or is done, and where it means something else by now.
    """
    now = directory.clock()
    with directory.database.writing() as session:
        roster = roster_of(session, roster_id)
        if roster.stage != "read":
            raise Conflict("this roster cannot be applied as it stands")
        if needs_another(roster) if agreed is None else agreed != _as_read(roster):
            raise Conflict(_READ_AGAIN)
        Rosters(session).save(replace(roster, stage="applying"))
        Jobs(session).ask(APPLY, roster_id, admin.account_id, now)
        details = {"off": roster.counts.get("off", 0)}
        AuditLog(session).append(now, admin, "roster.applied", f"roster/{roster_id}", details)


def ask_to_take_back(directory: Directory, roster_id: str, admin: Admin) -> None:
    """Have the worker take a roster back; raise Conflict where it was not applied."""
    now = directory.clock()
    with directory.database.writing() as session:
        roster = roster_of(session, roster_id)
        if roster.stage != "applied":
            raise Conflict("this roster is not applied")
        Rosters(session).save(replace(roster, stage="undoing"))
        Jobs(session).ask(TAKE_BACK, roster_id, admin.account_id, now)
        AuditLog(session).append(now, admin, "roster.taken_back", f"roster/{roster_id}")


def told_step(session: Session, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what a roster would do, for a second admin."""
    roster = roster_of(session, str(document["roster"]))
    is_another = roster.stage == "read" and document.get("as_read") != _as_read(roster)
    return (
        f"The roster {roster.name} of {roster.about.state}, as of {ENGLISH.day(roster.as_of)}.",
        f"It takes {roster.counts.get('off', 0):,} listings off the site.",
        "It can be taken back.",
        *((f"But {_READ_AGAIN}.",) if is_another else ()),
    )


def carry_out_step(directory: Directory, document: Mapping[str, Any], admin: Admin) -> str:
    """Begin what a second admin agreed to."""
    agreed = str(document.get("as_read", ""))
    ask_to_apply(directory, str(document["roster"]), admin, agreed)
    return "The worker does it now."


def _as_read(roster: RosterFile) -> str:
    """Return a mark of how a roster was read, and of what it was found to mean."""
    read = [dict(one) for one in (roster.columns, roster.statuses, roster.counts)]
    return sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()
