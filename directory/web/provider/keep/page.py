"""From a listing to the pages on which it is kept true."""

from collections.abc import Iterator
from datetime import date, timedelta

from directory.providers import Provider
from directory.providers.confirming import LONGEST_PAUSE, PAUSE_WEEKS, confirmable
from directory.providers.freshness import days_since
from directory.providers.standing import FactStanding, Standing, standing
from directory.providers.stated_words import openings_words, stated
from directory.sentences import ENGLISH
from directory.web.provider.keep.forms import CHOOSE_A_DAY, is_day
from directory.web.provider.keep.pages import (
    Choice,
    ConfirmPage,
    FactRow,
    LinkPage,
    PausePage,
    PausePart,
)
from directory.workflows.keeping.act_on_link import OpenLink, said_by
from directory.workflows.keeping.keep_links import Saying

_TITLES: dict[Saying, str] = {
    "true": "Confirm your listing",
    "full": "Say that you are full now",
    "pause": "Take a break from new people",
    "fewer": "Get fewer of these emails",
}
_DONE: dict[Saying, str] = {
    "true": "Thank you. It is all confirmed",
    "full": "Your listing says that you are full",
    "pause": "Your listing says that you pause",
    "fewer": "You get fewer of these emails",
}


def link_page(found: OpenLink, today: date, typed: str | None = None) -> LinkPage:
    """Return the page behind a link in a mail; `typed` is a day that cannot be."""
    link, provider = found.link, found.provider
    is_done = _says_it(found, today)
    stands = standing(provider, found.is_kept, today)
    is_error = typed is not None
    title = _DONE[link.saying] if is_done else _TITLES[link.saying]
    return LinkPage(
        title=f"Error: {title}" if is_error else title,
        heading=title,
        name=provider.name,
        saying=link.saying,
        is_done=is_done,
        is_error=is_error,
        state=tuple(_state(provider, stands)),
        openings=openings_words(provider.availability),
        facts=_facts(provider, stands) if link.saying == "true" else (),
        pause=pause_part(today, typed) if link.saying == "pause" else None,
        listing_href=f"/my/listing/{provider.id}",
    )


def confirm_page(provider: Provider, is_kept: bool, today: date, said: str) -> ConfirmPage:
    """Return the page with every fact of a listing and a button for each."""
    stands = standing(provider, is_kept, today)
    return ConfirmPage(
        title="Confirm your listing",
        name=provider.name,
        said=said,
        state=tuple(_state(provider, stands)),
        facts=_facts(provider, stands),
        is_full=provider.availability.accepting == "no",
        listing_href=f"/my/listing/{provider.id}",
    )


def pause_page(provider: Provider, today: date, said: str, typed: str | None = None) -> PausePage:
    """Return the page on which to pause; `typed` is a day that cannot be."""
    title = "Take a break from new people"
    return PausePage(
        title=title if typed is None else f"Error: {title}",
        heading=title,
        name=provider.name,
        said=said,
        is_error=typed is not None,
        openings=openings_words(provider.availability),
        is_paused=provider.availability.is_paused(today),
        pause=pause_part(today, typed),
        listing_href=f"/my/listing/{provider.id}",
    )


def pause_part(today: date, typed: str | None) -> PausePart:
    """Return the choices of a pause, with what was typed and why it cannot be."""
    return PausePart(
        choices=tuple(
            Choice(weeks, f"{weeks} weeks, until {ENGLISH.day(today + timedelta(weeks=weeks))}")
            for weeks in PAUSE_WEEKS
        ),
        first=(today + timedelta(days=1)).isoformat(),
        last=(today + LONGEST_PAUSE).isoformat(),
        until=typed or "",
        is_day=not typed or is_day(typed),
        problem=None if typed is None else CHOOSE_A_DAY,
    )


def _says_it(found: OpenLink, today: date) -> bool:
    """Tell whether the listing says already what the link would say."""
    provider, openings = found.provider, found.provider.availability
    if found.link.saying == "fewer":
        return found.is_quiet
    if found.link.saying == "pause":
        return openings.is_paused(today)
    return said_by(found.link, today)(provider, today) == provider


def _facts(provider: Provider, stands: Standing) -> tuple[FactRow, ...]:
    can_be = confirmable(provider)
    return tuple(_fact(provider, one, stands.today, one.fact in can_be) for one in stands.facts)


def _fact(provider: Provider, one: FactStanding, today: date, can_be: bool) -> FactRow:
    told = stated(provider, one.fact)
    return FactRow(one.fact, told.name, told.words, _when(one, today), one.has_lapsed, can_be)


def _when(one: FactStanding, today: date) -> str:
    if one.confirmed is None or one.until is None:
        return "Never confirmed"
    age = days_since(one.confirmed, today)
    ago = ("today", "yesterday")[age] if age < 2 else f"{age} days ago"
    verb = "ended" if one.has_lapsed else "good until"
    return f"Confirmed {ago}, {verb} {ENGLISH.day(one.until)}"


def _state(provider: Provider, stands: Standing) -> Iterator[str]:
    """Yield how the listing stands with patients, and what comes next."""
    if not provider.published:
        yield "Your listing is not on the site now."
        return
    if not provider.is_public:
        yield "Your listing is resting: patients cannot see it until you confirm it."
        return
    if stands.has_badge and stands.until:
        yield f"It bears the mark “Kept up to date” until {ENGLISH.day(stands.until)}."
    elif stands.lapsed:
        count = len(stands.lapsed)
        some = "1 fact wants" if count == 1 else f"{count} facts want"
        yield f"{some} confirming, so it goes without the mark “Kept up to date”."
    if stands.hides_on:
        day = ENGLISH.day(max(stands.hides_on, stands.today))
        yield f"If nothing is confirmed, patients stop seeing it on {day}. Nothing is deleted."
