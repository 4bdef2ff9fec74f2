"""From changes to the pages that tell of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from directory.providers.drafts import section_values, values_of
from directory.providers.freshness import FACTS
from directory.providers.history import Author, Change, Json
from directory.providers.restoring import undone
from directory.providers.stated_words import FACT_NAMES
from directory.web.field_words import day_words
from directory.web.provider.field_changes import field_changes
from directory.web.provider.history.pages import Day, Entry, HistoryPage, RestorePage
from directory.web.provider.listing.sections import SECTIONS
from directory.workflows.keeping.restore_listing import Restoration, Wanted

PAGE = 20  # changes
_DAY = timedelta(days=1)
# Told apart from the rest: when something was confirmed, and what no page shows.
_NOT_TOLD = frozenset({"confirmed", "id"})


def history_page(
    name: str,
    href: str,
    changes: Sequence[Change],
    account_id: str,
    since: date | None,
    is_newest: bool,
) -> HistoryPage:
    """Return a page of changes; one more than PAGE tells that there are older ones.

    `since` is the first day that can be brought back, None for any.
    """
    shown, here = changes[:PAGE], f"{href}/history"
    days = groupby(shown, key=lambda change: change.at.date())
    return HistoryPage(
        title="History",
        name=name,
        back_href=href,
        days=tuple(_day(day, list(found), here, account_id, since) for day, found in days),
        older_href=f"{here}?before={shown[-1].id}" if len(changes) > PAGE else None,
        newest_href=None if is_newest else here,
    )


def restore_page(found: Restoration, href: str, wanted: Wanted, was_changed: bool) -> RestorePage:
    """Return the page on which bringing something back is confirmed."""
    now, day = values_of(found.drafted.stored), wanted.day
    before = {k: v for code in found.sections for k, v in section_values(now, code).items()}
    after = {k: v for values in found.sections.values() for k, v in values.items()}
    return RestorePage(
        title=f"Bring back the end of {day_words(day)}" if day else "Undo this change",
        name=found.drafted.stored.name,
        back_href=f"{href}/history",
        action=f"{href}/history/restore",
        chosen=("day", day.isoformat()) if day else ("change", str(wanted.change)),
        seen=found.seen,
        changes=field_changes(before, after),
        left_out=tuple((SECTIONS[code].title, f"{href}/{code}") for code in found.left_out),
        is_live=found.drafted.is_live,
        was_changed=was_changed,
    )


def who(author: Author, account_id: str) -> str:
    """Say who made a change, and never which other account it was."""
    is_me = author.account_id == account_id
    match author.kind:
        case "provider":
            return "You" if is_me else "Somebody else who keeps this listing"
        case "practice":
            return "You, for the practice" if is_me else "Your practice"
        case "mail":
            return "A link in a mail to whoever keeps this listing"
        case "admin":
            return "An admin of this site"
        case "system":
            return "This site by itself"


def _day(day: date, changes: list[Change], here: str, account_id: str, since: date | None) -> Day:
    """Return the changes of a day; before that on which it was made there was no listing."""
    is_first = any(not change.before for change in changes)
    is_barred = since is not None and day <= since
    restore = None if is_first or is_barred else f"{here}/restore?day={(day - _DAY).isoformat()}"
    entries = tuple(_entry(change, here, account_id) for change in changes)
    return Day(day_words(day), restore, entries)


def _entry(change: Change, here: str, account_id: str) -> Entry:
    is_first = not change.before
    return Entry(
        time=f"{change.at:%H:%M}",
        who=who(change.author, account_id),
        is_first=is_first,
        changes=() if is_first else field_changes(_told(change.before), _told(change.after)),
        said_again="" if is_first else ", ".join(_said_again(change)),
        undo_href=f"{here}/restore?change={change.id}" if undone(change) else None,
    )


def _told(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return the fields that are told, openings without the day on which they were confirmed."""
    told = {name: value for name, value in values.items() if name not in _NOT_TOLD}
    if isinstance(openings := told.get("availability"), dict):
        told["availability"] = {k: v for k, v in openings.items() if k != "confirmed_at"}
    return told


def _said_again(change: Change) -> Iterator[str]:
    """Yield the facts that were confirmed with a change and did not change themselves."""
    was, now = _told(change.before), _told(change.after)
    days, before = change.after.get("confirmed") or {}, change.before.get("confirmed") or {}
    for fact in FACTS:
        is_confirmed = fact in days and days[fact] != before.get(fact)
        if is_confirmed and was.get(fact) == now.get(fact):
            yield FACT_NAMES[fact]
