"""Changing one thing of a draft; what is back to what ships is no change any more."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from directory.editions.edition import (
    Edition,
    LineChange,
    OwnLine,
    OwnPayer,
    PayerWords,
    SignedRow,
    Words,
    Worth,
    read_edition,
    read_part,
)
from directory.matching.ranking_table import RankingTable, lines_of
from directory.providers.freshness import CLOCKS
from directory.vocabulary import CONCERNS, MODALITIES, PAYERS
from directory.vocabulary.crisis import CRISIS_LINES
from directory.vocabulary.evidence import Evidence

V = TypeVar("V")
WORDED: Mapping[str, Mapping[str, Any]] = {
    "concerns": CONCERNS.base,
    "modalities": MODALITIES.base,
}


def with_words(edition: Edition, field: str, code: str, wanted: Iterable[str]) -> Edition:
    """Give a concern or a modality just these synonyms; `field` is one of WORDED."""
    added, removed = _compared(WORDED[field][code].synonyms, wanted)
    changes: Mapping[str, Words] = getattr(edition, field)
    values = {"added": added, "removed": removed}
    change = read_part(Words, values) if added or removed else None
    return _with(edition, {field: _put(changes, code, change)})


def with_payer(edition: Edition, code: str, label: str, wanted: Iterable[str]) -> Edition:
    """Give a payer that ships this label and these synonyms."""
    shipped = PAYERS.base[code]
    added, removed = _compared(shipped.synonyms, wanted)
    other = None if label == shipped.label else label
    is_changed = added or removed or other
    values = {"added": added, "removed": removed, "label": other}
    change = read_part(PayerWords, values) if is_changed else None
    return _with(edition, {"payers": _put(edition.payers, code, change)})


def with_own_payer(edition: Edition, payer: OwnPayer) -> Edition:
    """Add a payer of the operator's own, or put it in the place of the one with its code."""
    codes = [one.code for one in edition.own_payers]
    if payer.code not in codes:
        return _with(edition, {"own_payers": (*edition.own_payers, payer)})
    changed = [payer if one.code == payer.code else one for one in edition.own_payers]
    return _with(edition, {"own_payers": tuple(changed)})


def without_own_payer(edition: Edition, code: str) -> Edition:
    """Drop a payer of the operator's own; one that was ever published is retired in its place."""
    kept = tuple(one for one in edition.own_payers if one.code != code)
    return _with(edition, {"own_payers": kept})


def with_line(edition: Edition, name: str, change: LineChange) -> Edition:
    """Change how a line that ships is reached, or hide it."""
    line = next(line for line in CRISIS_LINES.base if line.name == name)
    shipped = LineChange(call=line.call, text=line.text, chat=line.chat)
    put = None if change == shipped else change
    return _with(edition, {"crisis_lines": _put(edition.crisis_lines, name, put)})


def with_own_line(edition: Edition, line: OwnLine, before: str | None = None) -> Edition:
    """Add a line of the operator's own, or put it in the place of the one named `before`."""
    if before is None:
        return _with(edition, {"own_lines": (*edition.own_lines, line)})
    changed = [line if one.name == before else one for one in edition.own_lines]
    return _with(edition, {"own_lines": tuple(changed)})


def without_own_line(edition: Edition, name: str) -> Edition:
    """Drop a line of the operator's own."""
    kept = tuple(one for one in edition.own_lines if one.name != name)
    return _with(edition, {"own_lines": kept})


def with_weights(edition: Edition, values: Mapping[str, Worth], base: RankingTable) -> Edition:
    """Give lines of the ranking table these values."""
    shipped = lines_of(base)
    weights = {**edition.weights, **values}
    changed = {name: value for name, value in weights.items() if shipped.get(name) != value}
    return _with(edition, {"weights": changed})


def with_clocks(edition: Edition, days: Mapping[str, int]) -> Edition:
    """Give the clocks these days."""
    shipped = {**CLOCKS.base.days, "others": CLOCKS.base.others, "hidden": CLOCKS.base.hidden}
    clocks = {**edition.clocks, **days}
    changed = {name: count for name, count in clocks.items() if shipped.get(name) != count}
    return _with(edition, {"clocks": changed})


def with_sign_off(edition: Edition, row: Evidence, name: str, license: str, day: date) -> Edition:
    """Note that a clinician signed a row as it is now."""
    said = {"name": name, "license": license, "day": day}
    signed = read_part(SignedRow, {**said, "grade": row.grade, "source": row.source})
    return _with(edition, {"sign_offs": {**edition.sign_offs, row.code: signed}})


def without_sign_off(edition: Edition, code: str) -> Edition:
    """Take a clinician's word on a row back."""
    return _with(edition, {"sign_offs": _put(edition.sign_offs, code, None)})


def keeping_payers(edition: Edition, before: Edition) -> Edition:
    """Keep every payer of an edition before, as listings may name it; what is missing is retired.

    The order is that in which they came, and never changes.
    """
    wanted = {payer.code: payer for payer in edition.own_payers}
    kept = [
        wanted.pop(payer.code, payer.model_copy(update={"retired": True}))
        for payer in before.own_payers
    ]
    return _with(edition, {"own_payers": (*kept, *wanted.values())})


def _compared(
    shipped: tuple[str, ...], wanted: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is added to what ships, and what of it is left out."""
    asked = tuple(wanted)
    added = tuple(word for word in asked if word not in shipped)
    return added, tuple(word for word in shipped if word not in asked)


def _put(changes: Mapping[str, V], name: str, change: V | None) -> dict[str, V]:
    kept = {key: value for key, value in changes.items() if key != name}
    return kept if change is None else {**kept, name: change}


def _with(edition: Edition, values: Mapping[str, object]) -> Edition:
    """Return the edition with other values, checked in their form."""
    return read_edition({**dict(edition), **values})
