"""Notices of rosters and calls, and looks at what people told: opened, and closed with a word."""

import secrets
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from directory.errors import Conflict, NotFound
from directory.providers.notices import Notice, NoticeKind
from directory.roles import Admin
from directory.storage import AuditLog, Notices, Providers, ReportLooks
from directory.workflows.opening import Directory


def open_notice(
    session: Session, provider_id: str, kind: NoticeKind, words: str, origin: str, at: datetime
) -> str:
    """Put something about a listing before the admins; the same twice stays one. Return its id."""
    for one in Notices(session).of_listing(provider_id):
        if (one.kind, one.words, one.origin, one.closed_at) == (kind, words, origin, None):
            return one.id
    notice = Notice(secrets.token_hex(12), provider_id, kind, at, words, origin)
    Notices(session).save(notice)
    return notice.id


def close_notice(directory: Directory, notice_id: str, admin: Admin, answer: str) -> str:
    """Note what came of a notice, and return the id of its listing."""
    now = directory.clock()
    with directory.database.writing() as session:
        found = Notices(session).get(notice_id)
        if found is None:
            raise NotFound(f"there is no notice {notice_id}")
        if found.closed_at:
            raise Conflict("somebody has looked at this already")
        closed = replace(found, closed_at=now, closed_by=admin.account_id, answer=answer)
        Notices(session).save(closed)
        AuditLog(session).append(now, admin, "notice.closed", f"listing/{found.provider_id}")
    return found.provider_id


def note_reports_looked_at(directory: Directory, provider_id: str, admin: Admin, note: str) -> None:
    """Note that what people told of a listing up to today was looked at; later words count anew."""
    now = directory.clock()
    with directory.database.writing() as session:
        Providers(session).one(provider_id)
        ReportLooks(session).note(provider_id, now.date(), admin.account_id, note)
        AuditLog(session).append(now, admin, "reports.looked_at", f"listing/{provider_id}")
