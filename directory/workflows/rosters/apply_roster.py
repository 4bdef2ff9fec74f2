"""Doing what a roster means: listings go off the site, keepers are told, checks are noted."""

import secrets
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from directory.jobs import Job, Progress
from directory.providers import Provider
from directory.providers.desk_lines import due_again
from directory.providers.history import Author
from directory.providers.license_checks import LicenseCheck
from directory.providers.notices import NoticeKind
from directory.providers.roster_files import Became, RosterFile, RosterFinding, Stage
from directory.providers.verifications import Verification
from directory.roles import Admin
from directory.sentences import ENGLISH
from directory.storage import (
    Accounts,
    LicenseChecks,
    Providers,
    Rosters,
    Verifications,
)
from directory.workflows.desk.desk_letters import DeskLetters
from directory.workflows.desk.desk_notices import open_notice
from directory.workflows.desk.findings import with_licenses
from directory.workflows.desk.hide_listing import tell_keepers
from directory.workflows.desk.license_checks import known_licenses
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory
from directory.workflows.rosters.bring_roster import roster_of

AT_ONCE = 20  # listings in one transaction


def apply_roster(directory: Directory, job: Job, progress: Progress) -> str:
    """Do what was shown, some listings at a time; one that was edited since is left as it is."""
    done, whole = 0, whole_of(directory, job.subject)
    while True:
        with directory.database.writing() as session:
            roster, admin = roster_of(session, job.subject), asking_admin(session, job)
            some = Rosters(session).findings(roster.id, most=AT_ONCE, became="")
            for finding in some:
                became = _apply(directory, session, roster, finding, admin)
                Rosters(session).note([replace(finding, became=became)])
            if not some:
                return end_roster(session, roster, "applied")
        done += len(some)
        progress(done, whole)


def _apply(
    directory: Directory, session: Session, roster: RosterFile, finding: RosterFinding, admin: Admin
) -> Became:
    """Do what a roster means for one listing."""
    now, origin = directory.clock(), origin_of(roster.id)
    stored = Providers(session).get(finding.provider_id)
    if stored is None or known_licenses(session, stored) != finding.seen:
        return "changed"
    if finding.outcome == "unsure":
        open_notice(session, stored.id, "unsure", finding.words, origin, now)
        return "applied"
    was = LicenseChecks(session).get(stored.id)
    after = _after(stored, finding, was)
    check = _check(roster, finding, was, stored.id, now)
    if check:
        LicenseChecks(session).save(check)
    record_change(session, stored, after, Author("admin", admin.account_id), now)
    after = Providers(session).one(stored.id)
    verification = _verification(roster, finding, stored, after, was, now)
    Verifications(session).save(replace(verification, by=admin.account_id))
    if finding.outcome == "lapsed" or (stored.is_public and not after.is_public):
        kind: NoticeKind = "off" if finding.outcome == "off" else "lapsed"
        open_notice(session, stored.id, kind, _words(finding), origin, now)
    if stored.published and not after.published:
        tell_keepers(session, DeskLetters(directory), stored, finding.words, now)
    return "applied"


def _after(stored: Provider, finding: RosterFinding, was: LicenseCheck | None) -> Provider:
    """Return the listing as the roster leaves it; what nobody checked before is not raised."""
    is_checked = was is not None and was.checked_at is not None
    if finding.outcome == "confirmed" and not (is_checked or stored.claimed):
        return stored
    after = with_licenses(stored, finding.licenses)
    return after.model_copy(update={"published": False}) if finding.outcome == "off" else after


def _check(
    roster: RosterFile,
    finding: RosterFinding,
    was: LicenseCheck | None,
    provider_id: str,
    now: datetime,
) -> LicenseCheck | None:
    """Return the check as it stands after the roster, None where that stays as it is.

    A roster holds a listing off the site, but checks none that no person has ever checked.
    """
    check = was or LicenseCheck(provider_id, "", now)
    if finding.outcome == "off":
        return replace(check, held_since=now, reason=finding.words, licenses=finding.licenses)
    if check.checked_at is None or check.held_since:
        return None
    ends = (held.expires for held in finding.licenses if held.expires)
    again = due_again(roster.as_of, ends)
    seen = replace(check, licenses=finding.licenses, source=_source(roster), checked_at=now)
    is_asked = check.is_waiting  # a keeper waits for a person, whom no roster stands in for
    return replace(seen, due_on=again, checked_at=check.checked_at if is_asked else now)


def _verification(
    roster: RosterFile,
    finding: RosterFinding,
    before: Provider,
    after: Provider,
    was: LicenseCheck | None,
    now: datetime,
) -> Verification:
    return Verification(
        id=secrets.token_hex(12),
        provider_id=before.id,
        at=now,
        by=None,
        looked_on=roster.as_of,
        source=f"{_source(roster)}. {finding.words}",
        licenses=finding.licenses,
        due_on=None,
        before=before,
        after=after,
        was=was,
        origin="roster",
        origin_id=roster.id,
    )


def end_roster(session: Session, roster: RosterFile, stage: Stage) -> str:
    """Note that a roster is done with, and say what became of its listings."""
    changed = len(Rosters(session).findings(roster.id, became="changed", most=100_000))
    counts = {**roster.counts, "changed": changed}
    Rosters(session).save(replace(roster, stage=stage, counts=counts))
    left = f" Edited meanwhile, so they stay as they are: {changed:,}." if changed else ""
    return f"Done.{left}"


def whole_of(directory: Directory, roster_id: str) -> int:
    with directory.database.reading() as session:
        return sum(Rosters(session).counts(roster_id).values())


def asking_admin(session: Session, job: Job) -> Admin:
    """Return who asked for a job; whoever has no role by now is named nevertheless."""
    account = Accounts(session).get(job.asked_by or "")
    return Admin(job.asked_by or "", account.role if account and account.role else "verifier")


def _words(finding: RosterFinding) -> str:
    gone = "Patients no longer see it: " if finding.outcome == "off" else ""
    return f"{gone}{finding.words}"


def _source(roster: RosterFile) -> str:
    return f"Roster of {roster.about.state}, {roster.source}, {ENGLISH.day(roster.as_of)}"


def origin_of(roster_id: str) -> str:
    return f"roster/{roster_id}"
