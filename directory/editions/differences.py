"""What one edition changes of another, one thing a line, in words for people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from directory.editions.edition import Edition, LineChange, OwnLine, Reach, Words, Worth
from directory.editions.laying_over import HIDDEN, OTHERS
from directory.matching.ranking_table import RankingTable, lines_of
from directory.providers.freshness import CLOCKS
from directory.vocabulary import CONCERNS, MODALITIES, PAYERS
from directory.vocabulary.crisis import CRISIS_LINES
from directory.vocabulary.needs import NEEDS
from directory.vocabulary.terms import Term, Vocabulary

Kind = Literal["words", "payers", "lines", "weights", "clocks", "evidence"]
AS_SHIPPED, _ABSENT = "as it ships", "not there"
_PAYERS = frozenset(str(payer.label) for payer in PAYERS.base.values())
# What decides whom somebody in danger can reach, and who is shown first, needs a second admin.
DANGEROUS: frozenset[Kind] = frozenset({"lines", "weights"})
# What a built index holds of a listing depends on these.
INDEXED: frozenset[Kind] = frozenset({"words", "payers", "clocks"})
Told = Mapping[tuple[Kind, str], str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was."""

    kind: Kind
    name: str
    before: str
    after: str


def differences(before: Edition, after: Edition, base: RankingTable) -> tuple[Difference, ...]:
    """Return all in which two editions differ; `base` is the ranking table below them."""
    old, new = _told(before), _told(after)
    return tuple(
        Difference(*key, old.get(key, _shipped(*key, base)), new.get(key, _shipped(*key, base)))
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    )


def kinds_of(found: tuple[Difference, ...]) -> frozenset[Kind]:
    """Return the kinds of some differences."""
    return frozenset(one.kind for one in found)


def _told(edition: Edition) -> Told:
    return dict(
        (
            *_words(CONCERNS, edition.concerns),
            *_words(MODALITIES, edition.modalities),
            *_payers(edition),
            *_lines(edition),
            *((("weights", name), _worth(value)) for name, value in edition.weights.items()),
            *((("clocks", name), f"{days} days") for name, days in edition.clocks.items()),
            *_sign_offs(edition),
        )
    )


def _words(
    vocabulary: Vocabulary[Term], changes: Mapping[str, Words], kind: Kind = "words"
) -> Iterator[tuple[tuple[Kind, str], str]]:
    for code, change in changes.items():
        if said := _added_and_removed(change):
            yield (kind, str(vocabulary.label(code))), said


def _added_and_removed(change: Words) -> str:
    parts = []
    if change.added:
        parts.append(f"adds {_quoted(change.added)}")
    if change.removed:
        parts.append(f"leaves out {_quoted(change.removed)}")
    return "; ".join(parts)


def _payers(edition: Edition) -> Iterator[tuple[tuple[Kind, str], str]]:
    for code, change in edition.payers.items():
        named = [f"is called “{change.label}”"] if change.label else []
        said = "; ".join((*named, *filter(None, [_added_and_removed(change)])))
        if said:
            yield ("payers", str(PAYERS.base[code].label if code in PAYERS.base else code)), said
    for own in edition.own_payers:
        state = "not offered any more" if own.retired else "offered"
        words = f", also {_quoted(own.synonyms)}" if own.synonyms else ""
        yield ("payers", own.label), f"{own.code} ({own.kind}), {state}{words}"


def _lines(edition: Edition) -> Iterator[tuple[tuple[Kind, str], str]]:
    for name, change in edition.crisis_lines.items():
        yield ("lines", name), _line(change)
    for own in edition.own_lines:
        shown = "on every card and" if own.always else "on the page of help"
        flags = f", with {', '.join((*own.flags, *own.age_groups))}"
        with_flags = flags if own.flags or own.age_groups else ""
        yield ("lines", own.name), f"{reached(own)}; {shown} under “{_part(own)}”{with_flags}"


def _part(own: OwnLine) -> str:
    """Return the part of the page of help that a line stands in."""
    return next((str(need.title) for need in NEEDS if need.id == own.need), own.need)


def _line(change: LineChange) -> str:
    return "hidden" if change.hidden else reached(change)


def reached(line: Reach) -> str:
    """Tell how a line is reached."""
    ways = (("call", line.call), ("text", line.text), ("chat", line.chat))
    return ", ".join(f"{way} {value}" for way, value in ways if value)


def _sign_offs(edition: Edition) -> Iterator[tuple[tuple[Kind, str], str]]:
    for code, row in edition.sign_offs.items():
        words = f"grade {row.grade} signed by {row.name}, {row.license}, {row.day.isoformat()}"
        yield ("evidence", code), words


def _worth(value: Worth) -> str:
    return ", ".join(value) if isinstance(value, tuple) else f"{value:g}"


def _shipped(kind: Kind, name: str, base: RankingTable) -> str:
    """Return what stands where an edition says nothing."""
    if kind == "weights":
        lines = lines_of(base)
        return _worth(lines[name]) if name in lines else AS_SHIPPED
    if kind == "clocks":
        clocks = CLOCKS.base
        days = {**clocks.days, OTHERS: clocks.others, HIDDEN: clocks.hidden}
        return f"{days[name]} days" if name in days else AS_SHIPPED
    if kind == "lines":
        return _shipped_line(name)
    if kind == "payers" and name not in _PAYERS:
        return _ABSENT
    return "awaits a clinician" if kind == "evidence" else AS_SHIPPED


def _shipped_line(name: str) -> str:
    for line in CRISIS_LINES.base:
        if line.name == name:
            return reached(LineChange(call=line.call, text=line.text, chat=line.chat))
    return _ABSENT


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
