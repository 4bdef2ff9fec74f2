"""What a file seems to be: its format, its titles, and a proposal of what each column is."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from directory.exchange.column_words import Certainty, guesses
from directory.exchange.license_words import license_of
from directory.exchange.listings.header import is_own, missing
from directory.exchange.listings.reader import is_json
from directory.exchange.nppes.columns import is_whole_header
from directory.exchange.outcomes import shown
from directory.exchange.read_as import ReadAs
from directory.exchange.rows import Row
from directory.exchange.tables import Table, open_table

_LOOKED_AT = 200  # rows
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A title of the file, the column of ours that it seems to be ("": none), and examples."""

    title: str
    column: str
    certainty: Certainty
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file seems to be.

    `titles` is () for JSON. `proposals` is () where there is nothing to map: JSON, an NPPES file,
    or a table whose titles are all our own. `missing` says what a listing needs and no title has.
    """

    format: str
    titles: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    missing: tuple[str, ...]

    def read_as(self) -> ReadAs:
        """Return how the file is read where every proposal is right."""
        return ReadAs(self.format, {one.title: one.column for one in self.proposals})


def recognise(path: Path) -> Recognised:
    """Look at the beginning of a file; raise Unusable where it cannot be read at all."""
    if is_json(path):
        return Recognised("listings", (), (), ())
    with closing(open_table(path)) as table:
        if is_whole_header(table.header):
            return Recognised("nppes", table.titles, (), ())
        if is_own(table.header):
            return Recognised("listings", table.titles, (), ())
        proposals = _proposals(table)
    return Recognised("listings", table.titles, proposals, missing_from(proposals))


def missing_from(proposals: Sequence[Proposal]) -> tuple[str, ...]:
    """Return what a listing needs and no proposal has, each as a sentence has it."""
    return missing(one.column for one in proposals if one.column)


def _proposals(table: Table) -> tuple[Proposal, ...]:
    rows = [row.values for row in islice(table.rows(), _LOOKED_AT) if isinstance(row, Row)]
    proposals = [
        Proposal(title, *guess, _examples(rows, place))
        for place, (title, guess) in enumerate(
            zip(table.titles, guesses(table.titles), strict=True)
        )
    ]
    by_column = {one.column: one for one in proposals if one.column}
    return tuple(_reconsidered(one, by_column) for one in proposals)


def _examples(rows: Sequence[Sequence[str]], place: int) -> tuple[str, ...]:
    values = (shown(row[place]) for row in rows)
    return tuple(islice(dict.fromkeys(value for value in values if value), _EXAMPLES))


def _reconsidered(proposal: Proposal, by_column: Mapping[str, Proposal]) -> Proposal:
    """Look at the values where a title says too little: `License` and `ID` may hold anything."""
    if proposal.column == "license" and proposal.examples:
        if any(license_of(example) for example in proposal.examples):
            return proposal
        if "license_1_number" not in by_column and _has_digits(proposal.examples):
            return replace(proposal, column="license_1_number", certainty="likely")
        return replace(proposal, certainty="likely")
    if proposal.column == "id" and all(map(str.isdigit, proposal.examples)):
        return replace(proposal, column="", certainty="none")  # the sender's own count of rows
    return proposal


def _has_digits(examples: Sequence[str]) -> bool:
    return all(any(map(str.isdigit, example)) for example in examples)
