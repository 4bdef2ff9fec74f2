"""From a listing to a card: who, what for, how soon, where, cost, languages, honest badges."""

from collections.abc import Iterable
from datetime import date
from itertools import cycle

from directory.providers import Provider
from directory.providers.freshness import is_fresh
from directory.search import MARK_END, MARK_START
from directory.vocabulary import CONCERNS, FORMATS, LANGUAGES, LICENSES
from directory.web.patient.pages.parts import Badge, Card, Fact, Piece
from directory.web.patient.plain_words import (
    fee_words,
    initials,
    joined,
    license_may,
    mid_sentence,
    opening_words,
    payer_words,
    place_words,
    some_of,
)

DEMO = Badge("Demo: not a real person", True)
UNCLAIMED = Badge("From a public list", True)
UNLICENSED = Badge("Not licensed: support only", True)
UNCONFIRMED = Badge("Not confirmed lately", True)
_BAD_STATUS = {
    "expired": Badge("License expired", True),
    "disciplined": Badge("License limited by the state board", True),
    "revoked": Badge("License taken away", True),
}


def card_of(
    provider: Provider,
    today: date,
    sought: Iterable[str] = (),
    miles: float | None = None,
    snippet: str | None = None,
) -> Card:
    """Return the card of a listing as it stands today, with the concerns sought named first."""
    wanted = frozenset(sought)
    concerns = sorted(provider.concerns, key=lambda code: code not in wanted)
    return Card(
        id=provider.id,
        href=f"/providers/{provider.id}",
        name=provider.name,
        pronouns=provider.pronouns,
        initials=initials(provider.name),
        license=LICENSES.label(provider.license),
        license_may=_license_words(provider, today),
        badges=badges_of(provider, today),
        facts=_facts(provider, today, miles),
        helps_with=some_of((mid_sentence(CONCERNS.label(code)) for code in concerns), 4),
        snippet=pieces_of(snippet or ""),
    )


def _license_words(provider: Provider, today: date) -> str:
    """Say what a person may do, and only where that is known."""
    if provider.is_coach or any(held.is_active(today) for held in provider.licenses):
        return license_may(LICENSES[provider.license])
    if any(held.status == "unverified" for held in provider.licenses):
        return "We have not checked this license."
    return "We know of no active license."


def badges_of(provider: Provider, today: date) -> tuple[Badge, ...]:
    """Return what a person should know before they trust a listing."""
    confirmed = provider.availability.confirmed_at
    badges = [DEMO] if provider.demo else []
    if not provider.claimed:
        return (*badges, UNCLAIMED)
    if provider.is_coach:
        badges.append(UNLICENSED)
    badges += [_BAD_STATUS[status] for status in _bad_statuses(provider, today)]
    if not is_fresh("availability", confirmed, today):
        badges.append(UNCONFIRMED)
    return tuple(badges)


def _bad_statuses(provider: Provider, today: date) -> list[str]:
    statuses = {
        "expired" if held.status == "active" and held.is_expired(today) else held.status
        for held in provider.licenses
    }
    return [status for status in _BAD_STATUS if status in statuses]


def _facts(provider: Provider, today: date, miles: float | None) -> tuple[Fact, ...]:
    distance = "" if miles is None else f", {max(1, round(miles))} miles away"
    place = Fact("place", place_words(provider) + distance)
    if not provider.claimed:
        return (place, Fact("ask", "Openings, cost and insurance: not known"))
    facts = [
        Fact("clock", opening_words(provider.availability, today)),
        place,
        Fact("money", f"{fee_words(provider.fee)}. {payer_words(provider)}"),
    ]
    if provider.languages:
        facts.append(
            Fact("speech", f"Speaks {some_of(map(LANGUAGES.label, provider.languages), 4)}")
        )
    if provider.formats:
        facts.append(Fact("people", _formats(provider)))
    return tuple(facts)


def _formats(provider: Provider) -> str:
    first, *others = map(FORMATS.label, provider.formats)
    return joined((first, *map(mid_sentence, others)))


def pieces_of(marked: str) -> tuple[Piece, ...]:
    """Split a text at the marks that the search put around found words."""
    parts = marked.replace(MARK_END, MARK_START).split(MARK_START)
    return tuple(
        Piece(part, is_marked)
        for part, is_marked in zip(parts, cycle((False, True)), strict=False)
        if part
    )
