"""The pages that need no search: home, about, help right now."""

from dataclasses import dataclass

from directory.vocabulary.described import Described
from directory.vocabulary.described import Fact as DescribedFact
from directory.web.patient.pages.parts import Fact, HelpLine, Option


@dataclass(frozen=True, slots=True)
class TitledPage:
    """A page that needs nothing but its title."""

    title: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The two doors."""

    states: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A badge and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class KindOfHelp:
    """A kind of help, told in a few points."""

    name: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class TwoWordsPage:
    """Therapy and psychotherapy, told apart."""

    title: str
    kinds: tuple[KindOfHelp, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the site is, and what the notes on listings mean."""

    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class LicenseEntry:
    """A licence with what its holder may do."""

    code: str
    name: str
    plural: str
    about: str
    powers: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LicensesPage:
    """Every licence in plain words."""

    title: str
    licenses: tuple[LicenseEntry, ...]


@dataclass(frozen=True, slots=True)
class TriagePage:
    """How answers are read: every rule and every screen, and how many rows await a clinician."""

    title: str
    rules: tuple[Described, ...]
    instruments: tuple[Described, ...]
    waiting: int
    rows: int


@dataclass(frozen=True, slots=True)
class DescribedTable:
    """Rows of one kind for those who check; `code` tells them from the rows of other tables."""

    code: str
    title: str
    rows: tuple[Described, ...]


@dataclass(frozen=True, slots=True)
class MatchingPage:
    """How people are chosen and ordered: in short, and every row that may be on a page.

    `hidden` rows are not; `waiting` of all `rows`, with them, await a clinician.
    """

    title: str
    weights: tuple[DescribedFact, ...]
    urgent_weight: str
    band_points: str
    of_one_practice: int
    first_places: int
    evidence: tuple[DescribedTable, ...]
    tables: tuple[DescribedTable, ...]
    hidden: int
    waiting: int
    rows: int


@dataclass(frozen=True, slots=True)
class CrisisPage:
    """Help right now, with nothing else needed."""

    title: str
    lines: tuple[HelpLine, ...]
