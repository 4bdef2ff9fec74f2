"""What is in force once an edition is laid over what ships; pure, and never fails on old data.

An edition may name what a later version no longer ships: that part is passed over, as checking a
draft tells (`checking`).
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from directory.editions.edition import Edition, LineChange, OwnLine, OwnPayer, Words, Worth
from directory.errors import Invalid
from directory.matching.ranking_table import RankingTable, changed_table
from directory.providers.freshness import CLOCKS, Clocks
from directory.sentences import Sentence
from directory.vocabulary import CONCERNS, MODALITIES, PAYERS, Concern, Modality
from directory.vocabulary.crisis import CRISIS_LINES, CrisisLine
from directory.vocabulary.evidence import SignOff
from directory.vocabulary.payers import Payer
from directory.vocabulary.terms import Term

OWN = "own: set by whoever runs this directory"
OTHERS, HIDDEN = "others", "hidden"
T = TypeVar("T", bound=Term)


def words_of(term: Term, change: Words | None) -> tuple[str, ...]:
    """Return the synonyms of a term with a change laid over them."""
    if change is None:
        return term.synonyms
    kept = [word for word in term.synonyms if word not in change.removed]
    return tuple(dict.fromkeys((*kept, *change.added)))


def concerns(edition: Edition) -> tuple[Concern, ...]:
    """Return the concerns with their words."""
    return _worded(CONCERNS.base, edition.concerns)


def modalities(edition: Edition) -> tuple[Modality, ...]:
    """Return the modalities with their words."""
    return _worded(MODALITIES.base, edition.modalities)


def payers(edition: Edition) -> tuple[Payer, ...]:
    """Return the payers: those that ship, then the operator's own in the order they came."""
    worded = _worded(PAYERS.base, edition.payers)
    labels = {code: change.label for code, change in edition.payers.items() if change.label}
    shipped = [
        replace(one, label=Sentence(labels[one.code])) if one.code in labels else one
        for one in worded
    ]
    own = [_payer(one) for one in edition.own_payers if one.code not in PAYERS.base]
    return (*shipped, *own)


def _payer(own: OwnPayer) -> Payer:
    return Payer(
        own.code, Sentence(own.label), own.synonyms, Sentence(""), OWN, own.kind, own.retired
    )


def crisis_lines(edition: Edition) -> tuple[CrisisLine, ...]:
    """Return the crisis lines: those that ship and are not hidden, then the operator's own."""
    shipped = [
        _changed(line, edition.crisis_lines.get(str(line.name))) for line in CRISIS_LINES.base
    ]
    own = (_line(line) for line in edition.own_lines if line.call or line.text or line.chat)
    return (*(line for line in shipped if line), *own)


def _changed(line: CrisisLine, change: LineChange | None) -> CrisisLine | None:
    if change is None or not (change.hidden or change.call or change.text or change.chat):
        return line
    if change.hidden:
        return None
    text = Sentence(change.text) if change.text else None
    return replace(line, call=change.call, text=text, chat=change.chat, source=OWN)


def _line(own: OwnLine) -> CrisisLine:
    return CrisisLine(
        name=Sentence(own.name),
        call=own.call,
        text=Sentence(own.text) if own.text else None,
        chat=own.chat,
        always=own.always,
        flags=own.flags,
        age_groups=own.age_groups,
        source=OWN,
        need=own.need,
    )


def clocks(edition: Edition) -> Clocks:
    """Return the clocks."""
    base, asked = CLOCKS.base, edition.clocks
    days = {fact: asked.get(fact, count) for fact, count in base.days.items()}
    return Clocks(
        MappingProxyType(days), asked.get(OTHERS, base.others), asked.get(HIDDEN, base.hidden)
    )


def sign_offs(edition: Edition) -> Mapping[str, SignOff]:
    """Return who signed which row of evidence."""
    return MappingProxyType(
        {
            code: SignOff(row.name, row.license, row.day, row.grade, row.source)
            for code, row in edition.sign_offs.items()
        }
    )


def ranking(weights: Mapping[str, Worth], base: RankingTable) -> RankingTable:
    """Return the ranking table; where the lines do not go with the base, the base alone."""
    try:
        return changed_table(base, weights)
    except Invalid:
        return base


def _worded(base: Mapping[str, T], changes: Mapping[str, Words]) -> tuple[T, ...]:
    return tuple(
        replace(term, synonyms=words_of(term, changes[code])) if code in changes else term
        for code, term in base.items()
    )
