"""The pages that explain help, and the site itself."""

from dataclasses import dataclass

from directory.vocabulary.described import Described
from directory.vocabulary.described import Fact as DescribedFact
from directory.web.patient.parts import Fact, Link


@dataclass(frozen=True, slots=True)
class GuideLink:
    """A page of the guide, with a few words on what it says."""

    href: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page of the guide that needs nothing but its title, and the page that comes next."""

    title: str
    next: GuideLink | None


@dataclass(frozen=True, slots=True)
class Note:
    """Some words and what they mean."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the site is, what can be read here, and what the notes on listings mean."""

    title: str
    guide: tuple[GuideLink, ...]
    site: tuple[GuideLink, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class KindOfHelp:
    """A kind of help, told in a few points."""

    name: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class TwoWordsPage:
    """Therapy and psychotherapy, told apart."""

    title: str
    next: GuideLink | None
    kinds: tuple[KindOfHelp, ...]


@dataclass(frozen=True, slots=True)
class LicenseEntry:
    """A licence with what its holder may do."""

    code: str
    name: str
    about: str
    powers: tuple[Fact, ...]
    search: Link


@dataclass(frozen=True, slots=True)
class LicensesPage:
    """Every licence in plain words."""

    title: str
    next: GuideLink | None
    licenses: tuple[LicenseEntry, ...]


@dataclass(frozen=True, slots=True)
class TherapyKind:
    """One kind of therapy: what it is like, who may give it, what studies say, who offers it."""

    name: str
    href: str
    about: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class TherapyFamily:
    """Kinds of therapy that go about their work alike; the best known stand open."""

    id: str
    name: str
    about: str
    kinds: tuple[TherapyKind, ...]
    more_title: str
    more: tuple[TherapyKind, ...]


@dataclass(frozen=True, slots=True)
class TherapyKindsPage:
    """All kinds of therapy, by family."""

    title: str
    next: GuideLink | None
    families: tuple[TherapyFamily, ...]


@dataclass(frozen=True, slots=True)
class SessionKind:
    """What a usual session is like in one kind of therapy."""

    name: str
    about: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SessionPage:
    """A first session and usual ones."""

    title: str
    next: GuideLink | None
    kinds: tuple[SessionKind, ...]


@dataclass(frozen=True, slots=True)
class FormatEntry:
    """One way to meet: who is in the room, or from where."""

    code: str
    name: str
    about: str
    good_for: str
    search: Link


@dataclass(frozen=True, slots=True)
class FormatsPage:
    """Who is in the room, the two kinds of groups, and from where one can meet."""

    title: str
    next: GuideLink | None
    formats: tuple[FormatEntry, ...]
    group_kinds: tuple[Note, ...]
    themes: str
    ways: tuple[FormatEntry, ...]


@dataclass(frozen=True, slots=True)
class CostsPage:
    """What help costs, in words, and where it costs little or nothing."""

    title: str
    next: GuideLink | None
    words: tuple[Note, ...]
    plans: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """What to ask before one books, and what is never right."""

    title: str
    next: GuideLink | None
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TriagePage:
    """How answers are read: every rule and every screen, and how many rows await a clinician."""

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
    """How people are chosen and ordered: in short, and every row but those of the evidence.

    `waiting` of all `rows`, the evidence with them, await a clinician.
    """

    weights: tuple[DescribedFact, ...]
    urgent_weight: str
    band_points: str
    of_one_practice: int
    first_places: int
    tables: tuple[DescribedTable, ...]
    waiting: int
    rows: int


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """How well each kind of therapy is shown to help, by concern; `hidden` rows are on no page."""

    kinds: DescribedTable
    evidence: tuple[DescribedTable, ...]
    hidden: int
