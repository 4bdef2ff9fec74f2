"""The lists of pairs: what waits, and what was decided."""

from directory.jobs import Job
from directory.likeness import CERTAINTIES as LEAST
from directory.likeness import Certainty
from directory.likeness.duplicate import Duplicate, DuplicateState
from directory.providers import Provider
from directory.roles import Admin, roles_within
from directory.sentences import ENGLISH
from directory.storage import Duplicates, Jobs, Providers
from directory.vocabulary import LICENSES
from directory.web.admin.duplicates.forms import PairForm
from directory.web.admin.duplicates.pages import Filter, PairLine, PairsPage, SearchLine
from directory.web.admin.duplicates.words import (
    ABOUT,
    reasons_against,
    reasons_for,
)
from directory.web.admin.duplicates.words import CERTAINTIES as WORDS
from directory.web.times import told_time
from directory.workflows import Directory
from directory.workflows.merging.find_duplicates import EVERYBODY, KIND

HOME = "/admin/duplicates"
CERTAINTIES: tuple[Certainty, ...] = tuple(LEAST)
AT_ONCE = 25
_REASONS_SHOWN = 4


def open_page(
    directory: Directory, certainty: Certainty | None, page: int, form: PairForm, admin: Admin
) -> PairsPage:
    """Return the list of the pairs that wait, of one certainty or of all."""
    with directory.database.reading() as session:
        counts = Duplicates(session).counts("open")
        newest = Jobs(session).newest(KIND, EVERYBODY)
    whole = sum(counts.values())
    lines, has_more = _lines(directory, "open", certainty, page)
    address = f"{HOME}?certainty={certainty or ''}"
    return PairsPage(
        title=f"Duplicates ({whole:,})",
        about=ABOUT[certainty] if certainty else "",
        filters=(
            Filter(f"All ({whole:,})", HOME, certainty is None),
            *(
                Filter(f"{WORDS[one]} ({counts.get(one, 0):,})", _href(one), one == certainty)
                for one in CERTAINTIES
            ),
        ),
        pairs=lines,
        next_href=f"{address}&page={page + 1}" if has_more else "",
        previous_href=f"{address}&page={page - 1}" if page > 1 else "",
        search=_search_line(newest) if newest else None,
        form=form,
        may_change=may_change(admin),
        is_open=True,
    )


def decided_page(directory: Directory, page: int, admin: Admin) -> PairsPage:
    """Return the list of the pairs that are two people."""
    lines, has_more = _lines(directory, "not_same", None, page)
    address = f"{HOME}/different"
    return PairsPage(
        title="Not the same person",
        about="Somebody looked at these pairs. No search asks again.",
        filters=(),
        pairs=lines,
        next_href=f"{address}?page={page + 1}" if has_more else "",
        previous_href=f"{address}?page={page - 1}" if page > 1 else "",
        search=None,
        form=None,
        may_change=may_change(admin),
        is_open=False,
    )


def may_change(admin: Admin) -> bool:
    """Tell whether somebody may merge; everybody else only looks."""
    return "editor" in roles_within(admin.role)


def _href(certainty: Certainty) -> str:
    return f"{HOME}?certainty={certainty}"


def _lines(
    directory: Directory, state: DuplicateState, certainty: Certainty | None, page: int
) -> tuple[tuple[PairLine, ...], bool]:
    """Return a page of pairs, and whether there are more."""
    with directory.database.reading() as session:
        found = Duplicates(session).in_state(state, certainty, (page - 1) * AT_ONCE, AT_ONCE + 1)
        ids = sorted({id for pair in found for id in pair.ids})
        listings = {one.id: one for one in Providers(session).get_many(ids)}
    shown = tuple(_line(pair, listings) for pair in found[:AT_ONCE])
    return shown, len(found) > AT_ONCE


def _line(pair: Duplicate, listings: dict[str, Provider]) -> PairLine:
    first, second = (listings[id] for id in pair.ids)
    return PairLine(
        names=(first.name, second.name),
        abouts=(about(first), about(second)),
        certainty=WORDS[pair.likeness.certainty],
        speaks_for=_joined(reasons_for(pair.likeness)),
        speaks_against=_joined(reasons_against(pair.likeness)),
        href=f"{HOME}/{pair.id}",
    )


def about(listing: Provider) -> str:
    """Return in a few words whom a listing is about."""
    place = next(iter(listing.locations), None)
    where = f"{place.city}, {place.state}" if place else ""
    return ", ".join(part for part in (LICENSES.label(listing.license), where, listing.id) if part)


def _joined(reasons: tuple[str, ...]) -> str:
    text = "; ".join(reasons[:_REASONS_SHOWN])
    return text[:1].upper() + text[1:]


def _search_line(job: Job) -> SearchLine:
    asked = told_time(job.asked_at)
    if job.state == "waiting":
        return SearchLine(f"Asked on {asked}. It begins when the worker is free.", 0)
    if job.state == "running":
        return SearchLine("Looking through all listings.", 100 * job.done // max(1, job.whole))
    ended = ENGLISH.day((job.ended_at or job.asked_at).date())
    return SearchLine(f"Last search on {ended}: {job.note}", None, job.state == "failed")
