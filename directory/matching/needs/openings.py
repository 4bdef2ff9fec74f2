"""Whether there is room, and of which day that word is."""

from directory.matching.needs.dated import dated
from directory.matching.outcome import Need
from directory.providers import Provider

_NEED = "has room for new people"
_FOUND = {"yes": ("met", "takes new people"), "waitlist": ("not_met", "keeps a wait list")}


def openings_need(provider: Provider) -> Need:
    """Return the need for room; a wait list does not meet it."""
    said = _FOUND.get(provider.availability.accepting)
    if said is None:
        return Need(_NEED, "not_known", "Not known if they take new people. Ask before you book.")
    state, found = said
    return dated(_NEED, state, found, provider.availability.confirmed_at)
