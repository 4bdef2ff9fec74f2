"""The pages of the questions, and of what they lead to."""

from dataclasses import dataclass

from directory.web.patient.pages.parts import Card, Fact, HelpCard, HelpLine, Link, Slip
from directory.web.patient.pages.plan import Ask, OwnWay, PlanPart


@dataclass(frozen=True, slots=True)
class StartPage:
    """What the questions are for, before the first."""

    title: str
    heading: str
    hint: str
    why: str
    is_over: bool
    continue_href: str | None


@dataclass(frozen=True, slots=True)
class Tick:
    """One answer on offer."""

    id: str
    code: str
    label: str
    hint: str
    divider: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class TickGroup:
    """Answers on offer under one heading."""

    heading: str
    ticks: tuple[Tick, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Control:
    """One form control with what was written in it; its words are large (l) or medium (m)."""

    id: str
    name: str
    kind: str
    label: str
    hint: str
    is_heading: bool
    size: str
    empty: str
    value: str
    ticks: tuple[Tick, ...]
    groups: tuple[TickGroup, ...]
    problem: str | None


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question."""

    title: str
    key: str
    progress: str
    done: int
    full: int
    stem: str
    heading: str
    hint: str
    why: str
    aside: str | None
    controls: tuple[Control, ...]
    slips: tuple[Slip, ...]
    action: str
    is_one_tap: bool
    back_href: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """One answer to look over, with the way to change it; `is_given` marks own words."""

    question: str
    answer: str
    href: str
    is_given: bool


@dataclass(frozen=True, slots=True)
class CheckPart:
    """Answers under one heading."""

    heading: str
    answers: tuple[CheckedAnswer, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """All answers, to look over before the results; of the private ones only the questions."""

    title: str
    parts: tuple[CheckPart, ...]
    private: tuple[CheckedAnswer, ...]
    private_words: str
    back_href: str


@dataclass(frozen=True, slots=True)
class HelpNowPage:
    """Help right now, before anything else, until the person goes past it.

    `first` is whom to call first, `second` whom else at once, `steps` what to do then.
    """

    title: str
    headline: str
    body: str
    steps: tuple[str, ...]
    first: HelpLine
    second: HelpLine
    others: tuple[HelpLine, ...]
    limits: str
    for_the_young: str | None
    asks_first: bool
    change_href: str


@dataclass(frozen=True, slots=True)
class MatchCard:
    """One provider with the reasons for and against.

    `facts` and `top` stand open, `more_facts` and `reasons` under a fold; `also` are the reasons
    that the facts tell, too.
    """

    card: Card
    facts: tuple[Fact, ...]
    more_facts: tuple[Fact, ...]
    phone: Link | None
    role: str
    top: tuple[Fact, ...]
    reasons: tuple[Fact, ...]
    also: tuple[Fact, ...]
    needs: tuple[Fact, ...]
    cautions: tuple[str, ...]
    not_checked: tuple[str, ...]
    anchor: str
    mark: str | None
    expect: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WiderSearch:
    """One wish to drop, and how many people that would give."""

    drop: str
    text: str


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """What kind of help, why, what to do first, and who may fit; `others` are one tap away."""

    title: str
    level: str
    level_about: str
    because: tuple[str, ...]
    is_because_open: bool
    help_card: HelpCard | None
    first_steps: tuple[str, ...]
    out_of_scope: str | None
    count: str
    matches: tuple[MatchCard, ...]
    others: tuple[MatchCard, ...]
    others_words: str
    unconfirmed: tuple[Card, ...]
    wider: tuple[WiderSearch, ...]
    is_wider_open: bool
    dropped: tuple[WiderSearch, ...]
    kept_out: tuple[str, ...]
    unanswered_href: str | None
    plan: PlanPart
    ways_on: tuple[Ask, ...]
    own_way: OwnWay
