"""The pages of dangerous steps."""

from dataclasses import dataclass

from directory.web.admin.queue.pages import KnownFact


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in a list."""

    label: str
    href: str
    asked: str
    state: str


@dataclass(frozen=True, slots=True)
class StepsPage:
    """The steps that wait, and the newest of those that do not."""

    title: str
    waiting: tuple[StepLine, ...]
    over: tuple[StepLine, ...]
    is_alone: bool


@dataclass(frozen=True, slots=True)
class StepPage:
    """One step, with what whoever sees it can do about it."""

    title: str
    told: tuple[str, ...]
    facts: tuple[KnownFact, ...]
    action: str
    is_waiting: bool
    can_decide: bool
    is_own: bool
