"""What is wrong with a draft edition, each problem with its field and what to do about it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from directory.columns.codes import SPARE_PAYERS
from directory.editions import laying_over
from directory.editions.edition import Edition, OwnPayer, Reach, Words
from directory.editions.laying_over import HIDDEN, OTHERS
from directory.errors import Invalid, Problem
from directory.matching.ranking_table import RankingTable, changed_table
from directory.providers.freshness import CLOCKS
from directory.vocabulary import CONCERNS, MODALITIES, PAYERS
from directory.vocabulary.crisis import CRISIS_LINES
from directory.vocabulary.evidence import EVIDENCE
from directory.vocabulary.help_sources import HELP_SOURCES
from directory.vocabulary.needs import LIFELINE, NEEDS
from directory.vocabulary.terms import Term

EMERGENCY = "Emergency services"
# Whoever is in danger dials these, so nobody changes them.
FIXED = (EMERGENCY, LIFELINE)
# A line that a card or a plan leans on may get another number, but has to be there.
NEEDED = frozenset(
    {
        *FIXED,
        *(str(line.name) for line in CRISIS_LINES.base if "partner_violence" in line.flags),
        *(source.line for source in HELP_SOURCES.values() if source.line),
    }
)
MOST_WORDS = 60  # synonyms of one code
LONGEST = 6  # words of a synonym that a search looks for
MOST_DAYS = 90  # the law has facts verified as often
_CLOCKS = {**dict.fromkeys(CLOCKS.base.days, (7, MOST_DAYS)), OTHERS: (14, MOST_DAYS)}
CLOCK_BOUNDS: Mapping[str, tuple[int, int]] = {**_CLOCKS, HIDDEN: (30, 180)}
PAYER_KINDS = tuple(dict.fromkeys(payer.kind for payer in PAYERS.base.values()))
ROWS = {row.code: row for row in EVIDENCE}
_DIALED = re.compile(r"[0-9]{3}|1?-?[0-9]{3}-[0-9]{3}-[0-9]{4}")
_SENT = re.compile(r"(?:\S+ to )?[0-9-]{3,16}")


def check(edition: Edition, base: RankingTable, today: date) -> None:
    """Raise Invalid with everything that is wrong with a draft."""
    if problems := problems_in(edition, base, today):
        raise Invalid(problems)


def problems_in(edition: Edition, base: RankingTable, today: date) -> tuple[Problem, ...]:
    """Return everything that is wrong with a draft; `base` is the table below its weights."""
    return (
        *_words("concerns", CONCERNS.base, edition.concerns),
        *_words("modalities", MODALITIES.base, edition.modalities),
        *_words("payers", PAYERS.base, edition.payers),
        *_own_payers(edition),
        *_lines(edition),
        *_own_lines(edition),
        *_weights(edition, base),
        *_clocks(edition),
        *_sign_offs(edition, today),
    )


def _words(field: str, base: Mapping[str, Term], changes: Mapping[str, Words]) -> Iterator[Problem]:
    for code, change in changes.items():
        where = f"{field}.{code}"
        if code not in base:
            yield Problem(where, f"there is no {code!r} any more: leave it out")
            continue
        yield from _spelled(where, change.added)
        if len(laying_over.words_of(base[code], change)) > MOST_WORDS:
            yield Problem(where, f"give {MOST_WORDS} words or fewer")


def _spelled(where: str, words: tuple[str, ...]) -> Iterator[Problem]:
    for word in words:
        if not re.search(r"[^\W\d_]{2}", word):
            yield Problem(where, f"“{word}” has no word in it")
        elif len(word.split()) > LONGEST:
            yield Problem(where, f"“{word}” is too long to be found: use {LONGEST} words or fewer")
    if twice := sorted({word for word in words if words.count(word) > 1}):
        yield Problem(where, f"“{twice[0]}” is there twice")


def _own_payers(edition: Edition) -> Iterator[Problem]:
    if len(edition.own_payers) > len(SPARE_PAYERS):
        yield Problem("own_payers", f"there is room for {len(SPARE_PAYERS)}, the retired included")
    labels = [str(payer.label).casefold() for payer in laying_over.payers(edition)]
    codes = [one.code for one in edition.own_payers]
    for place, payer in enumerate(edition.own_payers):
        where = f"own_payers[{place}]"
        if payer.code in PAYERS.base or codes.count(payer.code) > 1:
            yield Problem(f"{where}.code", f"{payer.code!r} is taken: choose another code")
        elif labels.count(payer.label.casefold()) > 1:
            yield Problem(f"{where}.label", f"there is a payer “{payer.label}” already")
        yield from _kind(f"{where}.kind", payer)
        yield from _spelled(f"{where}.synonyms", payer.synonyms)


def _kind(where: str, payer: OwnPayer) -> Iterator[Problem]:
    if payer.kind not in PAYER_KINDS or payer.kind == "none":
        yield Problem(where, f"{payer.kind!r} is no kind of payer: choose one of the list")


def _lines(edition: Edition) -> Iterator[Problem]:
    names = {str(line.name) for line in CRISIS_LINES.base}
    for name, change in edition.crisis_lines.items():
        where = f"crisis_lines.{name}"
        if name not in names:
            yield Problem(where, "there is no such line any more: leave it out")
        elif name in FIXED:
            yield Problem(where, "this number saves lives and cannot be changed or hidden")
        elif change.hidden and name in NEEDED:
            yield Problem(where, "other pages lean on this line: change its number instead")
        elif not change.hidden:
            yield from _reach(where, change)


def _own_lines(edition: Edition) -> Iterator[Problem]:
    taken = [str(line.name).casefold() for line in CRISIS_LINES.base]
    taken += [line.name.casefold() for line in edition.own_lines]
    for place, line in enumerate(edition.own_lines):
        where = f"own_lines[{place}]"
        if taken.count(line.name.casefold()) > 1:
            yield Problem(f"{where}.name", f"there is a line “{line.name}” already")
        if line.need not in {need.id for need in NEEDS}:
            yield Problem(f"{where}.need", "choose the part of the page of help that it stands in")
        yield from _reach(where, line)


def _reach(where: str, line: Reach) -> Iterator[Problem]:
    if not (line.call or line.text or line.chat):
        yield Problem(f"{where}.call", "nobody could reach this line: give a number or a chat")
    if line.call and not _DIALED.fullmatch(line.call):
        yield Problem(f"{where}.call", "write the number as in 1-800-555-0100 or 988")
    if line.text and not _SENT.fullmatch(line.text):
        yield Problem(f"{where}.text", "write it as in HOME to 741741, or a number alone")


def _weights(edition: Edition, base: RankingTable) -> tuple[Problem, ...]:
    try:
        changed_table(base, edition.weights)
    except Invalid as error:
        return tuple(
            Problem(f"weights.{problem.field}" if problem.field else "weights", problem.message)
            for problem in error.problems
        )
    return ()


def _clocks(edition: Edition) -> Iterator[Problem]:
    for name, days in edition.clocks.items():
        if name not in CLOCK_BOUNDS:
            yield Problem(f"clocks.{name}", "there is no such clock: leave it out")
            continue
        least, most = CLOCK_BOUNDS[name]
        if not least <= days <= most:
            yield Problem(f"clocks.{name}", f"give whole days from {least} to {most}")


def _sign_offs(edition: Edition, today: date) -> Iterator[Problem]:
    for code, signed in edition.sign_offs.items():
        where = f"sign_offs.{code}"
        row = ROWS.get(code)
        if row is None:
            yield Problem(where, "there is no such row any more: leave it out")
        elif (row.grade, row.source) != (signed.grade, signed.source):
            yield Problem(where, "the row has changed since it was signed: let it be signed again")
        elif signed.day > today:
            yield Problem(f"{where}.day", "this day is still to come")
