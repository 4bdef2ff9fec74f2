"""Saving one section of a listing: it goes public at once where it may, and else is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlmodel import Session

from directory.errors import Conflict, Invalid, Problem
from directory.providers.drafts import (
    SectionDraft,
    fingerprint,
    section_values,
)
from directory.providers.going_live import live_with
from directory.providers.history import Author, Json
from directory.providers.locked_facts import admitted
from directory.providers.sections import section_of_problem
from directory.storage import Drafts
from directory.workflows.keeping.drafted_listing import DraftedListing, read_drafted
from directory.workflows.keeping.new_licenses import ask_about_new_licenses
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory

# Whose save is the word of whoever keeps the listing.
_KEEPERS = frozenset({"provider", "practice", "mail"})


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save, and what to mend; a draft is kept whatever is wrong with it."""

    state: Literal["live", "draft", "unchanged"]
    problems: tuple[Problem, ...] = ()


class Conflicting(Conflict):
    """Somebody else saved this section meanwhile; nothing was overwritten.

    `theirs` and `yours` are whole sections; `seen` is what a save that has seen theirs names.
    """

    def __init__(self, theirs: Mapping[str, Json], yours: Mapping[str, Json]) -> None:
        super().__init__("this section was changed meanwhile")
        self.theirs, self.yours = theirs, yours
        self.seen = fingerprint(theirs)


def save_section(
    directory: Directory,
    provider_id: str,
    section: str,
    values: Mapping[str, Json],
    author: Author,
    seen: str,
) -> Saved:
    """Save the values of one section; `seen` is the fingerprint of the section as it was shown.

    Raises NotFound without such a listing, Conflicting where the section changed meanwhile to
    something else, and ValueError where a value belongs to another section.
    """
    at = directory.clock()
    with directory.database.writing() as session:
        before = read_drafted(session, provider_id)
        theirs = section_values(before.values, section)
        yours = {**theirs, **admitted(before.stored, section, values)}
        is_same = fingerprint(yours) == fingerprint(theirs)
        if not is_same and seen != fingerprint(theirs):
            raise Conflicting(theirs, yours)
        draft = SectionDraft(section, yours, at, confirms=speaks_for_keeper(author))
        saved = keep_drafts(session, before, (draft,), author, at)
    was_public = section not in {draft.section for draft in before.drafts}
    return Saved("unchanged") if is_same and was_public and saved.state == "live" else saved


def speaks_for_keeper(author: Author) -> bool:
    """Tell whether what an author saves is the word of whoever keeps the listing."""
    return author.kind in _KEEPERS


def keep_drafts(
    session: Session,
    before: DraftedListing,
    drafts: tuple[SectionDraft, ...],
    author: Author,
    at: datetime,
) -> Saved:
    """Make sections of a public listing public where they are valid, and else keep them."""
    id, kept = before.stored.id, Drafts(session)
    for draft in drafts:
        kept.put(id, draft)
    saved = frozenset(draft.section for draft in drafts)
    if not before.is_live:
        problems = read_drafted(session, id).to_mend
        return Saved("draft", tuple(one for one in problems if section_of_problem(one) in saved))
    try:
        listing, gone = live_with(before.stored, kept.of_listing(id), saved)
    except Invalid as error:
        return Saved("draft", error.problems)
    record_change(session, before.stored, listing, author, at)
    ask_about_new_licenses(session, before.stored, listing, author, at)
    kept.remove(id, [draft.section for draft in gone])
    return Saved("live")
