"""From a listing to a card: who, what for, how soon, where, cost, languages, honest badges."""

from collections.abc import Iterable
from datetime import date
from itertools import cycle

from directory.providers import Provider
from directory.providers.standing import is_up_to_date, openings_hold
from directory.search import MARK_END, MARK_START
from directory.sentences import beginning, inside, joined, say
from directory.vocabulary import CONCERNS, FORMATS, LANGUAGES, LICENSES
from directory.web.patient.listing.plain_words import (
    fee_words,
    initials,
    license_may,
    miles_away,
    opening_age,
    opening_words,
    payer_words,
    place_words,
    some_of,
    tint_of,
)
from directory.web.patient.parts import Badge, Card, Fact, Piece

DEMO = Badge(say("Demo: not a real person"), True)
UNCLAIMED = Badge(say("From a public list"), True)
UNLICENSED = Badge(say("Not licensed: support only"), True)
UNCONFIRMED = Badge(say("Not confirmed lately"), True)
UP_TO_DATE = Badge(say("Kept up to date"), False)
BAD_STATUS = {
    "expired": Badge(say("License expired"), True),
    "disciplined": Badge(say("License limited by the state board"), True),
    "revoked": Badge(say("License taken away"), True),
}
# How many colours styles/_colours.scss has for avatars.
AVATAR_TINTS = 6
_MOST_CONCERNS = 3
_MOST_LANGUAGES = 3
_MOST_BEFORE = 40  # letters of a snippet before the first word that was found


def card_of(
    provider: Provider,
    today: date,
    sought: Iterable[str] = (),
    miles: float | None = None,
    snippet: str | None = None,
    photo: str | None = None,
) -> Card:
    """Return the card of a listing as it stands today, with the concerns sought named first.

    `photo` is the name of its picture.
    """
    return Card(
        id=provider.id,
        href=f"/providers/{provider.id}",
        name=provider.name,
        pronouns=provider.pronouns,
        initials=initials(provider.name),
        tint=tint_of(provider.name, AVATAR_TINTS),
        license=LICENSES.label(provider.license),
        license_may=_license_words(provider, today),
        badges=badges_of(provider, today),
        facts=_facts(provider, today, miles),
        helps_with=_helps_with(provider, frozenset(sought)),
        snippet=pieces_of(snippet or ""),
        photo=f"/photos/{photo}" if photo else None,
    )


def may_practise(provider: Provider, today: date) -> bool:
    """Tell whether somebody may do what their licence allows: one is active, or none is needed."""
    return provider.is_coach or any(held.is_active(today) for held in provider.licenses)


def _license_words(provider: Provider, today: date) -> str:
    """Say what a person may do, and only where that is known."""
    if may_practise(provider, today):
        return license_may(LICENSES[provider.license])
    if any(held.status == "unverified" for held in provider.licenses):
        return say("We have not checked this license.")
    return say("We know of no active license.")


def shown_concerns(provider: Provider) -> tuple[str, ...]:
    """Return what a listing may say it helps with: conditions only where it may treat them."""
    named = provider.concerns
    return tuple(code for code in named if not (provider.is_coach and CONCERNS[code].clinical))


def _helps_with(provider: Provider, sought: frozenset[str]) -> str:
    concerns = sorted(shown_concerns(provider), key=lambda code: code not in sought)
    if not concerns:
        return ""
    named = some_of((inside(CONCERNS.label(code)) for code in concerns), _MOST_CONCERNS)
    return say("Helps with {concerns}", concerns=named)


def badges_of(provider: Provider, today: date) -> tuple[Badge, ...]:
    """Return what a person should know before they trust a listing."""
    badges = [DEMO] if provider.demo else []
    if not provider.claimed:
        return (*badges, UNCLAIMED)
    if provider.is_coach:
        badges.append(UNLICENSED)
    badges += [BAD_STATUS[status] for status in _bad_statuses(provider, today)]
    if is_up_to_date(provider, today):
        badges.append(UP_TO_DATE)
    elif not openings_hold(provider.availability, today):
        badges.append(UNCONFIRMED)
    return tuple(badges)


def _bad_statuses(provider: Provider, today: date) -> list[str]:
    statuses = {
        "expired" if held.status == "active" and held.is_expired(today) else held.status
        for held in provider.licenses
    }
    return [status for status in BAD_STATUS if status in statuses]


def _facts(provider: Provider, today: date, miles: float | None) -> tuple[Fact, ...]:
    distance = "" if miles is None else miles_away(miles)
    place = Fact("place", place_words(provider), distance, is_given=True)
    if not provider.claimed:
        return (place, Fact("ask", say("Openings, cost and insurance: not known")))
    opening = provider.availability
    facts = [
        Fact("clock", opening_words(opening), opening_age(opening, today)),
        place,
        Fact("money", fee_words(provider.fee), payer_words(provider)),
    ]
    if provider.languages:
        languages = map(LANGUAGES.label, provider.languages)
        facts.append(Fact("speech", beginning(some_of(languages, _MOST_LANGUAGES))))
    if provider.formats:
        first, *others = map(FORMATS.label, provider.formats)
        facts.append(Fact("people", joined((first, *map(inside, others)))))
    return tuple(facts)


def pieces_of(marked: str) -> tuple[Piece, ...]:
    """Split a text at the marks that the search put around found words."""
    first, *others = marked.replace(MARK_END, MARK_START).split(MARK_START)
    parts = (_tail(first) if others else first, *others)
    return tuple(
        Piece(part, is_marked)
        for part, is_marked in zip(parts, cycle((False, True)), strict=False)
        if part
    )


def _tail(words: str) -> str:
    """Return the last words before the first that was found, so that it is soon in sight."""
    short = words[-_MOST_BEFORE:]
    return short if short == words else short.partition(" ")[2]
