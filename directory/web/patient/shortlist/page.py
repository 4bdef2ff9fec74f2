"""From the shortlist of a person to its page."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from directory.providers import Provider
from directory.sentences import say, say_many
from directory.web.patient.listing.cards import card_of
from directory.web.patient.listing.contact import phones_of
from directory.web.patient.shortlist.pages import Calling, KeptPerson, ShortlistPage
from directory.web.patient.shortlist.shortlist import MOST_COMPARED, MOST_KEPT, Shortlist


def shortlist_page(
    shortlist: Shortlist,
    providers: Sequence[Provider],
    resting: int,
    calling: Callable[[Provider], Calling],
    removed: Provider | None,
    photos: Mapping[str, str],
    today: date,
) -> ShortlistPage:
    """Return the page; the listings are those of the list that can still be seen.

    `resting` of the others rest. `photos` has by listing the names of their photos.
    """
    # Until somebody chose, the first few are ticked, so that comparing them is one press.
    compared = shortlist.compared or shortlist.kept[:MOST_COMPARED]
    asks_to_choose = shortlist.said is not None and shortlist.said.what == "choose"
    return ShortlistPage(
        title=say("Your list"),
        people=tuple(
            KeptPerson(
                id=provider.id,
                card=card_of(provider, today, photo=photos.get(provider.id)),
                phones=phones_of(provider),
                calling=calling(provider),
                is_compared=provider.id in compared,
            )
            for provider in providers
        ),
        count=say_many(
            "{count} person on your list", "{count} people on your list", len(providers)
        ),
        gone=_gone(len(shortlist.kept) - len(providers) - resting),
        resting=_resting(resting),
        removed=(removed.id, removed.name) if removed else None,
        problem=say("Tick two, three or four people to compare.") if asks_to_choose else None,
        most=MOST_KEPT,
    )


def _gone(count: int) -> str | None:
    if count == 0:
        return None
    return say_many(
        "{count} person is no longer listed here, so we took them off your list.",
        "{count} people are no longer listed here, so we took them off your list.",
        count,
    )


def _resting(count: int) -> str | None:
    if count == 0:
        return None
    return say_many(
        "{count} person has not checked their listing for a while. We do not show it right now, so"
        " we took them off your list.",
        "{count} people have not checked their listings for a while. We do not show them right now,"
        " so we took them off your list.",
        count,
    )
