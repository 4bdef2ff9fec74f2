"""Everything that waits for an admin, gathered from wherever it lies."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from sqlmodel import Session

from directory.providers.claims import Claim
from directory.providers.contact_reports import LOOKED_AT_FROM, REPORTS_COUNT_FOR, to_look_at
from directory.providers.desk_lines import TOLD_BEFORE, DeskLine, Harm, Kind, change_due, in_order
from directory.providers.notices import NoticeKind
from directory.providers.removals import Removal
from directory.storage import (
    Claims,
    ContactReports,
    Corrections,
    LicenseChecks,
    Notices,
    Removals,
    ReportLooks,
)
from directory.web.admin.queue.claim_facts import WAYS
from directory.web.admin.queue.report_words import REPORTS
from directory.workflows.claims.decide_claim import is_disputed

_MOST_DUE = 1000  # verifications; there is work for weeks in them
_HARM_OF_NOTICE: dict[NoticeKind, Harm] = {
    "off": "danger",
    "call": "misled",
    "unsure": "misled",
    "lapsed": "waiting",
}


def desk_lines(session: Session, now: datetime) -> tuple[DeskLine, ...]:
    """Return everything that waits, the worst first, then what is due first."""
    return in_order(
        (
            *_claims(session, now),
            *_removals(session),
            *_checks(session, now),
            *_corrections(session),
            *_notices(session),
            *_reports(session, now),
        )
    )


def _claims(session: Session, now: datetime) -> Iterator[DeskLine]:
    written = Claims(session).in_states(("frozen", "proven", "asked", "approved", "settled"))
    for claim in (one.at(now) for one in written):
        if claim.state == "frozen":
            yield _claim(claim, "dispute", "danger", "Stopped by an objection: decide whose it is")
        elif claim.state in {"proven", "asked"}:
            yield _open_claim(claim, is_disputed(session, claim))
        if claim.letter_due:
            yield _claim(claim, "letter", "misled", "Tell the address on file by letter")


def _open_claim(claim: Claim, contests: bool) -> DeskLine:
    step = "Proven: check the license and decide" if claim.state == "proven" else WAYS[claim.way]
    if contests:
        return _claim(claim, "dispute", "danger", f"Dispute. {step}")
    return _claim(claim, "claim", "waiting", step)


def _claim(claim: Claim, kind: Kind, harm: Harm, what: str) -> DeskLine:
    return _line(kind, harm, claim.provider_id, what, claim.since, f"/admin/claims/{claim.id}")


def _removals(session: Session) -> Iterator[DeskLine]:
    for one in Removals(session).waiting():
        yield DeskLine(
            kind="removal",
            harm=_harm_of_removal(one),
            provider_id=one.provider_id,
            what="Asked to be removed" + (", hidden now" if one.hidden_at else ""),
            since=one.asked_at,
            due=one.due,
            href=f"/admin/removals/{one.id}",
            clock="hidden" if one.hidden_at else "changes",
        )


def _harm_of_removal(removal: Removal) -> Harm:
    if removal.hidden_at:
        return "waiting"
    return "danger" if removal.reason == "unsafe" else "misled"


def _checks(session: Session, now: datetime) -> Iterator[DeskLine]:
    checks = LicenseChecks(session)
    for one in checks.waiting():
        what = "A license to check" if one.checked_at else "A listing to check"
        href = f"/admin/checks/{one.provider_id}"
        yield _line("check", "waiting", one.provider_id, what, one.asked_at, href)
    for one in checks.due_by(now.date() + TOLD_BEFORE, _MOST_DUE):
        if one.due_on and one.checked_at:
            yield DeskLine(
                kind="verification",
                harm="misled" if one.due_on < now.date() else "routine",
                provider_id=one.provider_id,
                what="Look its licenses up again",
                since=one.checked_at,
                due=one.due_on,
                href=f"/admin/listings/{one.provider_id}",
                clock="verification",
            )


def _corrections(session: Session) -> Iterator[DeskLine]:
    for one in Corrections(session).waiting():
        href = f"/admin/corrections/{one.id}"
        if one.trainings:
            what = "A training to check"
            yield _line("training", "waiting", one.provider_id, what, one.asked_at, href)
        else:
            what = "A fact to correct"
            yield _line("correction", "misled", one.provider_id, what, one.asked_at, href)


def _notices(session: Session) -> Iterator[DeskLine]:
    for one in Notices(session).waiting():
        href = f"/admin/listings/{one.provider_id}"
        yield _line("notice", _HARM_OF_NOTICE[one.kind], one.provider_id, one.words, one.at, href)


def _reports(session: Session, now: datetime) -> Iterator[DeskLine]:
    told = ContactReports(session).told_since(now.date() - REPORTS_COUNT_FOR, LOOKED_AT_FROM)
    looks = ReportLooks(session).days() if told else {}
    for provider_id, days in told.items():
        found = to_look_at(days, looks.get(provider_id))
        if found:
            first, counts = found
            words = (f"{REPORTS[kind]} ({count})" for kind, count in sorted(counts.items()))
            what = f"People who called told us: {'; '.join(words)}"
            since = datetime.combine(first, time(), UTC)
            href = f"/admin/listings/{provider_id}"
            yield _line("report", "misled", provider_id, what, since, href)


def _line(
    kind: Kind, harm: Harm, provider_id: str, what: str, since: datetime, href: str
) -> DeskLine:
    return DeskLine(kind, harm, provider_id, what, since, change_due(since), href)
