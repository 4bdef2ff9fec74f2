"""The pages of the instruments: each item a page, word for word, with a way to decline."""

from collections.abc import Iterable

from directory.sentences import say
from directory.triage.branches import ASKED_BY_PHQ4
from directory.vocabulary.instruments import INSTRUMENTS
from directory.vocabulary.instruments import Question as Item
from directory.web.patient.flow_words import NO_ANSWER, OR, WORDS, Choice, answers_to
from directory.web.patient.questions import Field, Question, When, offer, radios
from directory.web.patient.routing import (
    ALONE,
    GATE,
    asks_about_trauma,
    asks_branch,
    asks_how_much_is_drunk,
    asks_partner,
    asks_right_now,
    asks_withdrawal,
    item_key,
    trauma_key,
)

_SKIP = Choice(NO_ANSWER, None, say("Yes, or I would rather skip these"), after=OR)
# What leads to help at once, or to silence about a partner, is not sent by one tap.
_TAKE_CARE = frozenset({"ASQ", "ASQ_NOW", "HARK"})


def items(instrument: str, asked: When, places: Iterable[int] | None = None) -> list[Question]:
    """Return the pages of an instrument's items, or of those at some places."""
    shown = INSTRUMENTS[instrument].items
    return [
        _item(item_key(instrument, place), shown[place], instrument, asked)
        for place in (range(len(shown)) if places is None else places)
    ]


def right_now() -> Question:
    """Return the page about thoughts right now."""
    item = INSTRUMENTS["ASQ"].follow_up
    if item is None:
        raise ValueError("ASQ: the question about right now is missing")
    return _item("instruments.ASQ_NOW", item, "ASQ_NOW", asks_right_now)


def branch_pages() -> tuple[Question, ...]:
    """Return the pages of all branches, in the order in which they are asked."""
    return (
        radios(ALONE, _SKIP, asked=asks_branch("HARK"), takes_care=True),
        *items("HARK", asks_partner),
        *items("AUDITC", asks_branch("AUDITC"), range(1)),
        *items("AUDITC", asks_how_much_is_drunk, range(1, 3)),
        radios("red_flags.withdrawal_signs", asked=asks_withdrawal, takes_care=True),
        _drugs(),
        *items("SCOFF", asks_branch("SCOFF")),
        *_trauma(),
        *_rest_of("PHQ8"),
        *_rest_of("GAD7"),
    )


def _rest_of(instrument: str) -> list[Question]:
    """Return the items that PHQ-4 has not asked already."""
    places = range(len(INSTRUMENTS[instrument].items))
    unasked = [place for place in places if place not in ASKED_BY_PHQ4[instrument]]
    return items(instrument, asks_branch(instrument), unasked)


def _trauma() -> list[Question]:
    instrument = INSTRUMENTS["PCPTSD5"]
    if instrument.gate is None:
        raise ValueError("PCPTSD5: the question before all others is missing")
    gate = _item(GATE, instrument.gate, "PCPTSD5", asks_branch("PCPTSD5"), WORDS["PCPTSD5"].title)
    behind = [
        _item(trauma_key(place), item, "PCPTSD5", asks_about_trauma)
        for place, item in enumerate(instrument.items)
    ]
    return [gate, *behind]


def _drugs() -> Question:
    words, item = WORDS["DRUG"], INSTRUMENTS["DRUG"].items[0]
    field = Field("instruments.DRUG", "count", item.text, words.hint)
    return Question(field.key, item.text, words.why, (field,), asks_branch("AUDITC"))


def _item(key: str, item: Item, words: str, asked: When, stem: str = "") -> Question:
    instrument = INSTRUMENTS.get(words)
    stem = stem or (instrument.stem if instrument else None) or WORDS[words].title
    field = Field(key, "radios", item.text, "", offer(*answers_to(item)), required=True)
    takes_care = words in _TAKE_CARE
    return Question(key, item.text, WORDS[words].why, (field,), asked, stem, takes_care=takes_care)
