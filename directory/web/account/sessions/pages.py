"""The page of the browsers that are signed in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One browser that is signed in, in words."""

    id: str
    browser: str
    opened: str
    seen: str
    is_strong: bool


@dataclass(frozen=True, slots=True)
class SessionsPage:
    """This browser, and all others."""

    title: str
    here: SessionLine
    others: tuple[SessionLine, ...]
