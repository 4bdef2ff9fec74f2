"""Bringing back what a listing said before, by the same door as any other change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlmodel import Session

from directory.errors import Conflict, NotFound, Problem
from directory.providers.drafts import SectionDraft, fingerprint, values_of
from directory.providers.history import Author, Change, Json
from directory.providers.restoring import as_on, restored_sections, undone
from directory.providers.sections import EDITABLE
from directory.storage import Changes
from directory.workflows.keeping.drafted_listing import DraftedListing, read_drafted
from directory.workflows.keeping.save_section import keep_drafts, speaks_for_keeper
from directory.workflows.opening import Directory

_PAGE = 200  # changes that are read at once


@dataclass(frozen=True, slots=True)
class Restoration:
    """What would be brought back.

    `sections` has the new values of each section that would change. In sections that are
    `left_out` something is typed that is not public, which nothing may overwrite. `seen` is the
    fingerprint of what the listing says now.
    """

    drafted: DraftedListing
    sections: Mapping[str, Mapping[str, Json]]
    left_out: tuple[str, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of it: public, or kept as drafts with what is to be mended."""

    state: Literal["live", "draft", "unchanged"]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to come back: what was before a change, or the state at the end of a day.

    Sections that are `barred` are not for whoever asks.
    """

    change: int | None = None
    day: date | None = None
    barred: frozenset[str] = frozenset()


def restoration(directory: Directory, provider_id: str, wanted: Wanted) -> Restoration:
    """Return what would come back.

    Raises NotFound without such a listing or change, or where there was no listing on that day.
    """
    with directory.database.reading() as session:
        return _restoration(session, provider_id, wanted)


def restore_listing(
    directory: Directory, provider_id: str, wanted: Wanted, author: Author, seen: str
) -> Restored:
    """Bring back what is wanted as one new change.

    What is not valid with the rest of the listing is kept as drafts. Raises as `restoration`, and
    Conflict where the listing is no longer as `seen`.
    """
    at = directory.clock()
    with directory.database.writing() as session:
        found = _restoration(session, provider_id, wanted)
        if found.seen != seen:
            raise Conflict("the listing was changed meanwhile")
        drafts = tuple(
            SectionDraft(code, values, at, confirms=speaks_for_keeper(author))
            for code, values in found.sections.items()
        )
        if not drafts:
            return Restored("unchanged")
        saved = keep_drafts(session, found.drafted, drafts, author, at)
    return Restored(saved.state, saved.problems)


def _restoration(session: Session, provider_id: str, wanted: Wanted) -> Restoration:
    drafted = read_drafted(session, provider_id)
    now, typed = values_of(drafted.stored), {draft.section for draft in drafted.drafts}
    then = _then(session, drafted, wanted)
    sections = {
        code: values
        for code, values in restored_sections(drafted.stored, now, then).items()
        if code not in wanted.barred
    }
    return Restoration(
        drafted=drafted,
        sections={code: values for code, values in sections.items() if code not in typed},
        left_out=tuple(code for code in sections if code in typed),
        seen=fingerprint({name: now[name] for name in sorted(EDITABLE)}),
    )


def _then(session: Session, drafted: DraftedListing, wanted: Wanted) -> Mapping[str, Json]:
    id = drafted.stored.id
    if wanted.day is not None:
        then = as_on(values_of(drafted.stored), _all_changes(session, id), wanted.day)
        if then is None:
            raise NotFound(f"there was no listing {id} on {wanted.day}")
        return then
    change = Changes(session).get(wanted.change) if wanted.change is not None else None
    if change is None or change.provider_id != id:
        raise NotFound(f"the listing {id} has no such change")
    return undone(change)


def _all_changes(session: Session, provider_id: str) -> Iterator[Change]:
    """Yield the changes of a listing, the newest first."""
    last: int | None = None
    while found := Changes(session).of_listing(provider_id, _PAGE, before_id=last):
        yield from found
        last = found[-1].id
