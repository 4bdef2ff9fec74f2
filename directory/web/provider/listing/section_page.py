"""From a listing and a form to the page of one section, and to that of a conflict."""

from collections.abc import Iterable

from werkzeug.datastructures import MultiDict

from directory.errors import Problem
from directory.providers.drafts import fingerprint, section_values
from directory.providers.sections import section_of_problem
from directory.web.field_words import day_words
from directory.web.held_form import HeldField
from directory.web.problem_words import in_plain_words
from directory.web.provider.field_changes import field_changes
from directory.web.provider.listing.pages import ConflictPage, SectionPage
from directory.web.provider.listing.sections import ListingForm, SectionForm, Slip, slips_of
from directory.workflows.keeping.drafted_listing import DraftedListing
from directory.workflows.keeping.save_section import Conflicting

# Fields of the page around the form.
_OF_THE_PAGE = frozenset({"csrf_token", "seen", "again"})


def listing_href(id: str) -> str:
    """Return the address of a listing's task list."""
    return f"/my/listing/{id}"


def section_page(
    kind: SectionForm,
    drafted: DraftedListing,
    form: ListingForm,
    seen: str,
    unplaced: Iterable[Problem] = (),
) -> SectionPage:
    """Return the page of a section with its form; `unplaced` are problems of no field of it."""
    drafts = {draft.section: draft for draft in drafted.drafts}
    draft = drafts.get(kind.code)
    more = (Slip("#main", problem.message) for problem in unplaced)
    return SectionPage(
        title=kind.title,
        hint=kind.hint,
        name=drafted.stored.name,
        template=kind.template,
        action=f"{listing_href(drafted.stored.id)}/{kind.code}",
        back_href=listing_href(drafted.stored.id),
        seen=seen,
        slips=(*slips_of(form), *more),
        draft_saved=day_words(draft.saved_at.date()) if draft else None,
        is_live=drafted.is_live,
    )


def seen_of(drafted: DraftedListing, section: str) -> str:
    """Return the fingerprint of a section as it stands, with its draft."""
    return fingerprint(section_values(drafted.values, section))


def problems_to_show(drafted: DraftedListing, section: str) -> tuple[Problem, ...]:
    """Return what is wrong in a section into which something was typed that is not public."""
    if all(draft.section != section for draft in drafted.drafts):
        return ()
    return in_plain_words(one for one in drafted.to_mend if section_of_problem(one) == section)


def conflict_page(
    kind: SectionForm, drafted: DraftedListing, conflict: Conflicting, typed: MultiDict[str, str]
) -> ConflictPage:
    """Return the page on which one of two states of a section is chosen."""
    href = listing_href(drafted.stored.id)
    return ConflictPage(
        title="This part was changed meanwhile",
        name=drafted.stored.name,
        section=kind.title,
        changes=field_changes(conflict.theirs, conflict.yours),
        seen=conflict.seen,
        action=f"{href}/{kind.code}",
        back_href=href,
        typed=tuple(
            HeldField(name, value)
            for name, value in typed.items(multi=True)
            if name not in _OF_THE_PAGE
        ),
    )
