"""Which drafts of a public listing patients may see: as many as make a valid listing together."""

from collections.abc import Collection, Iterable
from datetime import date

from directory.errors import Invalid
from directory.providers.confirming import confirmable, confirmed
from directory.providers.drafts import SectionDraft, listing_of, merged
from directory.providers.provider import Provider
from directory.providers.sections import SECTIONS, section_of_problem
from directory.providers.standing import confirmed_on

_Live = tuple[Provider, tuple[SectionDraft, ...]]


def live_with(stored: Provider, drafts: tuple[SectionDraft, ...], saved: Collection[str]) -> _Live:
    """Return a listing with the sections just saved and the drafts that fit, and those drafts.

    A draft that is at fault by itself keeps no other section off the site. Raises Invalid with
    every problem where what was saved makes no valid listing, with the other drafts or alone.
    """
    chosen = drafts
    alone = tuple(draft for draft in drafts if draft.section in saved)
    reasons: list[Invalid] = []
    while True:
        try:
            return confirmed_by(listing_of(merged(stored, chosen)), chosen), chosen
        except Invalid as error:
            reasons.append(error)
        fewer = _without_faults(chosen, reasons[-1], saved)
        if chosen == alone:
            raise reasons[0]
        chosen = fewer if fewer != chosen else alone


def confirmed_by(listing: Provider, drafts: Iterable[SectionDraft]) -> Provider:
    """Return a listing with the facts of drafts confirmed on the day on which each was saved."""
    confirmed, availability = dict(listing.confirmed), listing.availability
    for draft in drafts:
        day = draft.saved_at.date()
        for fact in SECTIONS[draft.section].facts if draft.confirms else ():
            confirmed[fact] = max(day, confirmed.get(fact, day))
            if fact == "availability":
                changes = {"confirmed_at": max(day, availability.confirmed_at or day)}
                availability = availability.model_copy(update=changes)
    return listing.model_copy(update={"confirmed": confirmed, "availability": availability})


def confirmed_whole(listing: Provider, day: date) -> Provider:
    """Return a listing with all that can be confirmed as confirmed on a day, or later."""
    older = (
        fact for fact in confirmable(listing) if (confirmed_on(listing, fact) or date.min) < day
    )
    return confirmed(listing, older, day)


def _without_faults(
    drafts: tuple[SectionDraft, ...], error: Invalid, saved: Collection[str]
) -> tuple[SectionDraft, ...]:
    at_fault = {section_of_problem(problem) for problem in error.problems}
    return tuple(one for one in drafts if one.section in saved or one.section not in at_fault)
