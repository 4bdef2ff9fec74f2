"""A fact with its day, as a need tells it."""

from datetime import date
from functools import lru_cache

from directory.matching.outcome import Need
from directory.sentences import Sentence, beginning, say

_NOT_CONFIRMED = say("No one has confirmed this.")


def dated(need: str, state: str, found: str, day: date | None) -> Need:
    """Return a need that is known to be met or not; `found` is a phrase without a subject."""
    values = {"found": found, "confirmed": _confirmed(day) if day else _NOT_CONFIRMED}
    text = Sentence("{found}. {confirmed}", values, shape=beginning)
    return Need(need, state, text, day)


@lru_cache(maxsize=512)
def _confirmed(day: date) -> str:
    return say("Confirmed on {day}.", day=day)


def not_known(need: str, question: str) -> Need:
    """Return a need of which the listing says nothing, with the question that asks for it."""
    text = say("Not known if this person {need}. Ask before you book.", need=need)
    return Need(need, "not_known", text, question=question)
