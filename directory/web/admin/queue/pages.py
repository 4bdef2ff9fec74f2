"""The pages of the queue."""

from dataclasses import dataclass

from flask_wtf import FlaskForm

from directory.web.admin.queue.forms import FindingsForm, TrainingForm


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: what it is, since when, until when, and where it is decided."""

    name: str
    kind: str
    what: str
    since: str
    due: str
    href: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class HarmGroup:
    """Things that are as bad to leave lying, the first due first."""

    title: str
    items: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One way to narrow the list, with how many there are."""

    name: str
    href: str
    is_chosen: bool
    count: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Everything that waits, the worst first, some at a time."""

    title: str
    groups: tuple[HarmGroup, ...]
    narrowings: tuple[Narrowing, ...]
    count: int
    late: int
    unchecked: int
    more_href: str | None


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One fact, with a link where there is one; `is_given` marks somebody's own words."""

    name: str
    values: tuple[str, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim as an admin sees it, with what can be decided."""

    title: str
    action: str
    state: str
    way: str
    facts: tuple[KnownFact, ...]
    script: tuple[str, ...]
    letter_due: bool
    findings: FindingsForm
    reason: FlaskForm
    question: FlaskForm


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A code that is shown this once: to be read out, or as a letter to print."""

    title: str
    address: tuple[str, ...]
    says: tuple[str, ...]
    code: str
    back_href: str


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A listing that waits for a check."""

    title: str
    action: str
    facts: tuple[KnownFact, ...]
    problems: tuple[str, ...]
    is_coach: bool
    findings: FindingsForm
    reason: FlaskForm


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """A correction that was asked for; `training` where it is the check of a training."""

    title: str
    action: str
    facts: tuple[KnownFact, ...]
    is_decided: bool
    training: TrainingForm | None
    findings: FindingsForm
    reason: FlaskForm


@dataclass(frozen=True, slots=True)
class RemovalPage:
    """A wish to be removed."""

    title: str
    action: str
    facts: tuple[KnownFact, ...]
    is_decided: bool
    is_kept: bool
    reason: FlaskForm
