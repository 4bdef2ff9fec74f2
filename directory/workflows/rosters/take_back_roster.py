"""Taking a roster back: every listing is as it was, but for those that were edited since."""

from dataclasses import replace

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.jobs import Job, Progress
from directory.providers.roster_files import Became, RosterFinding
from directory.roles import Admin
from directory.storage import Notices, Providers, Rosters, Verifications
from directory.workflows.desk.desk_letters import DeskLetters
from directory.workflows.desk.hide_listing import tell_it_is_back
from directory.workflows.desk.verify_listing import undo_verification
from directory.workflows.opening import Directory
from directory.workflows.rosters.apply_roster import (
    AT_ONCE,
    asking_admin,
    end_roster,
    origin_of,
    whole_of,
)
from directory.workflows.rosters.bring_roster import roster_of


def take_back_roster(directory: Directory, job: Job, progress: Progress) -> str:
    """Set every listing back to what it was, but for those that were edited since."""
    done, whole = 0, whole_of(directory, job.subject)
    while True:
        with directory.database.writing() as session:
            roster, admin = roster_of(session, job.subject), asking_admin(session, job)
            some = Rosters(session).findings(roster.id, most=AT_ONCE, became="applied")
            for finding in some:
                became = _take_back(directory, session, finding, admin)
                Rosters(session).note([replace(finding, became=became)])
            if not some:
                Notices(session).drop_waiting_of(origin_of(roster.id))
                return end_roster(session, roster, "undone")
        done += len(some)
        progress(done, whole)


def _take_back(
    directory: Directory, session: Session, finding: RosterFinding, admin: Admin
) -> Became:
    """Set one listing back, unless it was checked or edited after the roster."""
    found = Verifications(session).of_listing(finding.provider_id)
    standing = [one for one in found if one.taken_back_at is None]
    own = next((one for one in standing if one.origin_id == finding.roster_id), None)
    if own is None:
        return "undone"
    if standing[0].id != own.id:
        return "changed"
    stored = Providers(session).get(finding.provider_id)
    try:
        undo_verification(session, own, admin, directory.clock())
    except (Conflict, NotFound):
        return "changed"
    after = Providers(session).one(finding.provider_id)
    if stored and after.published and not stored.published:
        tell_it_is_back(session, DeskLetters(directory), after, directory.clock())
    return "undone"
