"""A wish in the words of those who recruit."""

from collections.abc import Mapping
from urllib.parse import urlencode

from directory.providers.unmet_demand import Subject, Wish
from directory.vocabulary import STATES, VOCABULARIES
from directory.workflows.matching.read_demand import Gap

SUBJECT_WORDS: Mapping[Subject, str] = {
    "concern": "Concern",
    "language": "Language",
    "payer": "Insurance",
    "format": "Who is in the room",
    "license": "License",
}
_SOUGHT: Mapping[Subject, str] = {
    "concern": "help with “{label}”",
    "language": "somebody who speaks {label}",
    "payer": "somebody who takes {label}",
    "format": "sessions of the kind “{label}”",
    "license": "somebody with the license “{label}”",
}
ANYWHERE = "No state named"


def state_words(state: str) -> str:
    """Return the name of a state."""
    return STATES.label(state) if state in STATES else ANYWHERE


def label_of(wish: Wish) -> str:
    """Return the label of what was wished for; a code that is known no more stands for itself."""
    vocabulary = VOCABULARIES[wish.subject]
    return vocabulary.label(wish.code) if wish.code in vocabulary else wish.code


def recruit_words(gap: Gap) -> str:
    """Say what was looked for where, and how often in vain."""
    wish = gap.wish
    place = f"In {state_words(wish.state)}" if wish.state else "Without a state"
    sought = _SOUGHT[wish.subject].format(label=label_of(wish))
    if gap.nobody is None:
        return f"{place}, {_searches(gap.few)} for {sought} found only one or two people."
    more = f", and {_searches(gap.few)} found one or two people" if gap.few else ""
    return f"{place}, {_searches(gap.nobody)} for {sought} found nobody{more}."


def listed_words(count: int) -> str:
    """Say how many are listed for a wish alone, and what that means."""
    if count == 0:
        return "Nobody is listed for it today."
    some = "1 person is" if count == 1 else f"{count:,} people are"
    return f"{some} listed for it today, so something else in these searches was missing too."


def search_href(wish: Wish) -> str:
    """Return the address of the search for a wish alone."""
    state = {"state": wish.state} if wish.state else {}
    return f"/search?{urlencode({**state, wish.subject: wish.code})}"


def _searches(count: int | None) -> str:
    return f"{count or 0:,} searches"
