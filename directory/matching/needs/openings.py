"""Whether there is room, and of which day that word is."""

from directory.matching.needs.dated import dated
from directory.matching.outcome import Need
from directory.providers import Provider
from directory.sentences import say

_NEED = say("has room for new people")
_QUESTION = say("Do you have room for new people?")
_NOT_KNOWN = say("Not known if they take new people. Ask before you book.")
_FOUND = {
    "yes": ("met", say("takes new people")),
    "waitlist": ("not_met", say("keeps a wait list")),
}


def openings_need(provider: Provider) -> Need:
    """Return the need for room; a wait list does not meet it."""
    said = _FOUND.get(provider.availability.accepting)
    if said is None:
        return Need(_NEED, "not_known", _NOT_KNOWN, question=_QUESTION)
    state, found = said
    return dated(_NEED, state, found, provider.availability.confirmed_at)
