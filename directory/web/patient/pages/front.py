"""The pages that need no search: home, about, help right now."""

from dataclasses import dataclass

from directory.vocabulary.described import Described
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
class CrisisPage:
    """Help right now, with nothing else needed."""

    title: str
    lines: tuple[HelpLine, ...]
