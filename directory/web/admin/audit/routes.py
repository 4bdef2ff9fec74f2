"""Where the log is read, checked and taken along."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from sqlmodel import Session

from directory.audit import Entry
from directory.documents import audit_csv, audit_json_lines
from directory.storage import AuditLog, Wanted
from directory.web.access import current_directory
from directory.web.admin.audit.forms import WantedForm
from directory.web.admin.audit.pages import AuditPage, CheckPage, EntryLine
from directory.web.admin.naming import GONE_ACCOUNT
from directory.web.downloads import attachment
from directory.web.rendering import render_page
from directory.web.times import told_time
from directory.workflows.accounts.account_addresses import address_of
from directory.workflows.working.check_audit import check_audit

LOG = "/admin/audit"
_AT_ONCE = 50
_NOBODY = "The server: its worker, or its command line"
# Where there is a page about what an entry is about.
_PAGES = {"account": "/admin/people/", "step": "/admin/steps/"}

pages = Blueprint("audit", __name__)


@pages.get(LOG)
def see() -> str:
    """Show the newest entries that were looked for."""
    before = request.args.get("before", type=int)
    with current_directory().database.reading() as session:
        form = _form(session)
        wanted = form.wanted()
        found = AuditLog(session).newest(_AT_ONCE + 1, before, wanted)
        lines = tuple(_line(session, one) for one in found[:_AT_ONCE])
    query = {name: value for name in ("room", "who", "since", "until") if (value := _asked(name))}
    older = {**query, "before": lines[-1].number} if len(found) > _AT_ONCE else {}
    page = AuditPage(
        title="Audit log",
        form=form,
        lines=lines,
        older_href=f"{LOG}?{urlencode(older)}" if older else "",
        export_query=f"?{urlencode(query)}" if query else "",
        is_filtered=wanted != Wanted(),
    )
    return render_page("admin/audit.html", page)


@pages.get(f"{LOG}/check")
def check() -> str:
    """Check the whole chain, and show what to note somewhere else."""
    checked = check_audit(current_directory())
    page = CheckPage(
        title="The log is not whole" if checked.fault else "The log is whole",
        count=checked.end.count,
        note=str(checked.end),
        fault=str(checked.fault) if checked.fault else "",
    )
    return render_page("admin/audit_check.html", page)


@pages.get(f"{LOG}/log.jsonl")
def json_lines() -> Response:
    """Hand the log over as JSON Lines."""
    return _handed_over(audit_json_lines, "log.jsonl", "application/jsonl")


@pages.get(f"{LOG}/log.csv", endpoint="csv")
def spreadsheet() -> Response:
    """Hand the log over as CSV."""
    return _handed_over(audit_csv, "log.csv", "text/csv")


def _handed_over(
    written: Callable[[Iterable[tuple[Entry, str]]], Iterator[str]], name: str, kind: str
) -> Response:
    directory = current_directory()
    with directory.database.reading() as session:
        wanted = _form(session).wanted()

    def lines() -> Iterator[str]:
        with directory.database.reading() as session:
            yield from written(AuditLog(session).oldest(wanted))

    return attachment(lines(), name, kind)


def _form(session: Session) -> WantedForm:
    log = AuditLog(session)
    rooms = {room: room.capitalize() for room in log.rooms()}
    people = {id: address_of(session, id) or f"Gone ({id})" for id in log.accounts()}
    return WantedForm(request.args, rooms, people)


def _asked(name: str) -> str:
    return request.args.get(name, "")


def _line(session: Session, entry: Entry) -> EntryLine:
    kind, _, id = entry.subject.partition("/")
    about = address_of(session, id) if kind == "account" else None
    return EntryLine(
        number=entry.number,
        at=told_time(entry.at),
        who=_who(session, entry),
        what=re.sub(r"[._-]", " ", entry.action).capitalize(),
        subject=about or entry.subject,
        href=f"{_PAGES[kind]}{id}" if kind == "step" or about else "",
        details=tuple(_details(entry.details)),
    )


def _who(session: Session, entry: Entry) -> str:
    if entry.account_id is None:
        return _NOBODY
    address = address_of(session, entry.account_id) or f"{GONE_ACCOUNT} ({entry.account_id})"
    return f"{address}, {entry.role}" if entry.role else address


def _details(details: Mapping[str, object]) -> Iterator[str]:
    for name, value in sorted(details.items(), key=lambda one: one[0] == "after"):
        yield f"{name.replace('_', ' ')}: {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(_value, value)) or "none"
    return "none" if value is None else str(value)
