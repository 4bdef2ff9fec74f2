"""The pages of the truth score."""

from dataclasses import dataclass

from directory.web.admin.truth.forms import CallForm, SizeForm
from directory.web.plots import Plot, RankedRow


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact over all calls: how many were right and wrong, and what that says of all."""

    name: str
    right: str
    wrong: str
    unknown: str
    share: str
    interval: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """One listing to call, and what became of it; `colour` is that of its tag."""

    name: str
    href: str
    phones: str
    state: str
    colour: str
    about: str


@dataclass(frozen=True, slots=True)
class WeekLink:
    """The sample of one week in a list of them."""

    name: str
    href: str
    about: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong that a call found, which waits for somebody."""

    name: str
    listing_href: str
    call_href: str
    what: str


@dataclass(frozen=True, slots=True)
class PublicState:
    """Whether everybody may read it, in a sentence, and the button that changes it."""

    said: str
    action: str
    text: str


@dataclass(frozen=True, slots=True)
class TruthPage:
    """How true the directory is, and what is to be done about it.

    `can_draw` is whether the reader may change how many are called, `public.action` is empty where
    they may not publish.
    """

    title: str
    headline: str
    behind: str
    plot: Plot | None
    facts: tuple[FactRow, ...]
    waits: str
    week: WeekLink | None
    wrong: tuple[Finding, ...]
    more_wrong: int
    fresh: tuple[str, ...]
    fresh_plot: Plot | None
    stale: tuple[RankedRow, ...]
    ages: tuple[RankedRow, ...]
    reports: tuple[str, ...]
    weeks: tuple[WeekLink, ...]
    can_draw: bool
    form: SizeForm
    expected: str
    public: PublicState


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Everything that calls found wrong and nobody settled."""

    title: str
    wrong: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class WeekPage:
    """The calls of one week."""

    title: str
    said: str
    how_drawn: str
    calls: tuple[CallRow, ...]
    sheet_href: str
    csv_href: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question on paper, with the answers to tick."""

    asks: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetCall:
    """One call on paper."""

    place: int
    name: str
    phones: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A week's calls to print."""

    title: str
    back_href: str
    script: tuple[str, ...]
    calls: tuple[SheetCall, ...]
    gone: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a call found of one fact."""

    name: str
    verdict: str
    colour: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as people read it, and as a link that dials."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class CallPage:
    """One call: whom, what to ask, and what was heard.

    Where the call can no longer be noted, `closed` says why and there is no form.
    """

    title: str
    name: str
    listing_href: str
    back_href: str
    action: str
    phones: tuple[Phone, ...]
    says: tuple[tuple[str, str], ...]
    script: tuple[str, ...]
    form: CallForm | None
    closed: str
    noted: str
    found: tuple[Found, ...]
    confirmed: str
    can_change: bool
    desk_href: str
