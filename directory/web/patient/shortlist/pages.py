"""The pages of the shortlist: the list, the comparison, and the list on paper."""

from dataclasses import dataclass

from directory.web.patient.parts import Card, Link


@dataclass(frozen=True, slots=True)
class FirstWords:
    """What to say on the phone, and a message to copy, in English too where that may be needed."""

    call: tuple[str, ...]
    message: tuple[str, ...]
    in_english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One button of how a call went."""

    kind: str
    text: str
    is_told: bool


@dataclass(frozen=True, slots=True)
class HowItWent:
    """The buttons for one listing, the thanks once one was pressed, and what others told."""

    id: str
    name: str
    outcomes: tuple[Outcome, ...]
    thanks: tuple[str, ...]
    ways_on: tuple[Link, ...]
    heard: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calling:
    """All that helps to call one provider and to tell how it went."""

    first_words: FirstWords
    how_it_went: HowItWent


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """One provider on the list."""

    id: str
    card: Card
    phones: tuple[Link, ...]
    calling: Calling
    is_compared: bool


@dataclass(frozen=True, slots=True)
class ShortlistPage:
    """Whom a person keeps; `removed` is the id and the name of who was just taken off."""

    title: str
    people: tuple[KeptPerson, ...]
    count: str
    gone: str | None
    resting: str | None
    removed: tuple[str, str] | None
    problem: str | None
    most: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of one provider; no values mean that it is not known."""

    values: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """One value, and whether all who are compared have it beside others."""

    text: str
    is_shared: bool


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """One fact of one provider within the table."""

    values: tuple[ComparedValue, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One fact of all who are compared."""

    name: str
    cells: tuple[ComparedCell, ...]
    is_same: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two to four providers side by side."""

    title: str
    cards: tuple[Card, ...]
    phones: tuple[Link | None, ...]
    rows: tuple[CompareRow, ...]


@dataclass(frozen=True, slots=True)
class PaperPerson:
    """One provider on paper: every line is a whole sentence or fact."""

    name: str
    phones: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A heading with its lines, which stand on their own or make up a letter.

    `language` is that of the lines where it is not the reader's.
    """

    heading: str
    lines: tuple[str, ...]
    is_letter: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """The list to print or to save as text."""

    title: str
    made: str
    people: tuple[PaperPerson, ...]
    parts: tuple[PaperPart, ...]
    notes_heading: str
    last: str
