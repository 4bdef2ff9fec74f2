"""The queue: everything that waits, the worst first, each with its clock."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from directory.providers.desk_lines import KINDS, Clock, DeskLine, Harm, Kind
from directory.sentences import ENGLISH
from directory.storage import DeskListings, Providers
from directory.web.access import current_directory
from directory.web.admin.naming import GONE_LISTING
from directory.web.admin.queue.lines import desk_lines
from directory.web.admin.queue.pages import HarmGroup, Narrowing, QueuePage, Waiting
from directory.web.rendering import render_page

HERE = "/admin/queue"
_A_PAGE = 50
_LATE = "late"
_HARMS: Mapping[Harm, str] = {
    "danger": "Somebody may come to harm",
    "misled": "Patients may be misled",
    "waiting": "Somebody waits for you",
    "routine": "Soon due again",
}
_KINDS: Mapping[Kind, str] = {
    "removal": "Removals",
    "dispute": "Disputes",
    "claim": "Claims",
    "letter": "Letters to send",
    "correction": "Corrections",
    "training": "Trainings",
    "check": "Listings to check",
    "report": "Reports of calls",
    "notice": "Rosters and calls",
    "verification": "Due again after 90 days",
}
_CLOCKS: Mapping[Clock, str] = {
    "changes": "2 business days",
    "verification": "every 90 days",
    "hidden": "30 days, as it is hidden",
}

pages = Blueprint("queue", __name__)


@pages.get("/admin/claims")
def old_address() -> Response:
    """Lead to where the queue stands now."""
    return redirect(HERE, 301)


@pages.get(HERE)
def see() -> str:
    """Show everything that waits, or what was chosen of it."""
    directory, chosen = current_directory(), request.args.get("show", "")
    start, today = request.args.get("from", 0, type=int), directory.today()
    with directory.database.reading() as session:
        lines = desk_lines(session, directory.clock())
        found = [one for one in lines if _is_chosen(one, chosen, today)]
        some = found[max(0, start) :][:_A_PAGE]
        named = Providers(session).get_many(sorted({one.provider_id for one in some}))
        unchecked = DeskListings(session).count("unchecked", today)
    names, end = {one.id: one.name for one in named}, max(0, start) + _A_PAGE
    page = QueuePage(
        title=f"Queue ({len(lines):,})",
        groups=_groups(some, names, today),
        narrowings=_narrowings(lines, chosen, today),
        count=len(lines),
        late=sum(one.is_late(today) for one in lines),
        unchecked=unchecked,
        more_href=_address(chosen, end) if len(found) > end else None,
    )
    return render_page("admin/queue.html", page)


def _is_chosen(line: DeskLine, chosen: str, today: date) -> bool:
    if chosen == _LATE:
        return line.is_late(today)
    return chosen not in _KINDS or line.kind == chosen


def _groups(
    lines: Sequence[DeskLine], names: Mapping[str, str], today: date
) -> tuple[HarmGroup, ...]:
    return tuple(
        HarmGroup(_HARMS[harm], tuple(_waiting(one, names, today) for one in some))
        for harm, some in groupby(lines, key=lambda one: one.harm)
    )


def _waiting(line: DeskLine, names: Mapping[str, str], today: date) -> Waiting:
    return Waiting(
        name=names.get(line.provider_id, GONE_LISTING),
        kind=_KINDS[line.kind],
        what=line.what,
        since=ENGLISH.day(line.since.date()),
        due=f"{ENGLISH.day(line.due)} ({_CLOCKS[line.clock]})",
        href=line.href,
        is_late=line.is_late(today),
    )


def _narrowings(lines: Sequence[DeskLine], chosen: str, today: date) -> tuple[Narrowing, ...]:
    """Return the whole list, what is late, and each kind of which anything waits."""
    kinds = {kind: sum(one.kind == kind for one in lines) for kind in KINDS}
    late = sum(one.is_late(today) for one in lines)
    ways = [("", "Everything", len(lines)), (_LATE, "Late", late)]
    ways += [(kind, _KINDS[kind], count) for kind, count in kinds.items() if count]
    known = chosen if any(chosen == way for way, _, _ in ways) else ""
    return tuple(Narrowing(name, _address(way), way == known, count) for way, name, count in ways)


def _address(chosen: str, start: int = 0) -> str:
    asked = {"show": chosen} if chosen else {}
    asked |= {"from": str(start)} if start else {}
    return f"{HERE}?{urlencode(asked)}" if asked else HERE
