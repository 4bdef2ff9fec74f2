"""Terms and vocabularies: codes with labels, synonyms and sources, read once and frozen."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypedDict, TypeVar

from directory.sentences import Sentence

DATA = files("directory.vocabulary") / "data"


@dataclass(frozen=True, slots=True)
class Term:
    """One code of a vocabulary, with the words that patients use for it."""

    code: str
    label: str
    synonyms: tuple[str, ...]
    about: str
    source: str


class TermFields(TypedDict):
    """The fields that every term shares, as keyword arguments."""

    code: str
    label: str
    synonyms: tuple[str, ...]
    about: str
    source: str


T_co = TypeVar("T_co", bound=Term, covariant=True)


class Vocabulary(Mapping[str, T_co]):
    """A named, ordered, read-only look-up of terms by code; `base` holds those that ship.

    Raises ValueError when it is built from terms that repeat a code or lack a code or label.
    """

    def __init__(self, name: str, terms: Iterable[T_co]) -> None:
        self.name = name
        self._terms: Mapping[str, T_co] = self._by_code(terms)
        self.base = self._terms

    def _by_code(self, terms: Iterable[T_co]) -> Mapping[str, T_co]:
        found: dict[str, T_co] = {}
        for term in terms:
            if not term.code or not term.label:
                raise ValueError(f"{self.name}: a term needs a code and a label: {term}")
            if term.code in found:
                raise ValueError(f"{self.name}: the code {term.code!r} appears twice")
            found[term.code] = term
        return found

    def __getitem__(self, code: str) -> T_co:
        return self._terms[code]

    def __contains__(self, code: object) -> bool:
        return code in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def __hash__(self) -> int:
        return hash(self.name)

    def put(self, terms: Iterable[Any]) -> None:
        """Bring an edition's terms into force, in one step; what ships stays in `base`."""
        self._terms = self._by_code(terms)

    def label(self, code: str) -> str:
        """Return the label of a code, or the code itself where it is not known."""
        term = self._terms.get(code)
        return term.label if term else code


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a data file of this package as dictionaries by column name.

    Raises ValueError where a row has more or fewer cells than the header: a comma that nobody
    quoted would cut a sentence short.
    """
    rows = list(csv.DictReader((DATA / name).read_text(encoding="utf-8").splitlines()))
    for row in rows:
        if None in row or None in row.values():
            raise ValueError(
                f"{name}: the row of {next(iter(row.values()))!r} does not fit the header"
            )
    return rows


def cell_list(cell: str) -> tuple[str, ...]:
    """Split a cell that holds several values with a bar between them."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def yes(cell: str) -> bool:
    """Read a yes/no cell; raise ValueError for anything else."""
    if cell not in {"yes", "no"}:
        raise ValueError(f"expected yes or no, found {cell!r}")
    return cell == "yes"


def awaits_a_clinician(source: str) -> bool:
    """Say whether a source admits that a fact is our own and nobody has signed it yet."""
    return "[own]" in source


def term_fields(row: Mapping[str, str], about: str | None = None) -> TermFields:
    """Return the shared fields of one row; `about` stands in for a column of that name."""
    return {
        "code": row["code"],
        "label": Sentence(row["label"]),
        "synonyms": cell_list(row["synonyms"]),
        "about": Sentence(row.get("about", "") if about is None else about),
        "source": row["source"],
    }


def read_about(table: str) -> dict[str, str]:
    """Return the plain words of each code from a data file of two columns."""
    return {row["code"]: row["about"] for row in read_table(table)}


def check_codes(owner: str, codes: Iterable[str], known: Mapping[str, object]) -> None:
    """Raise ValueError when a term refers to a code that the other vocabulary lacks."""
    for code in codes:
        if code not in known:
            raise ValueError(f"{owner}: unknown code {code!r}")
