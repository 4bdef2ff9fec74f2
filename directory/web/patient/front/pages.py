"""The pages that need no search: home, help right now."""

from dataclasses import dataclass

from directory.web.patient.parts import HelpLine, Option


@dataclass(frozen=True, slots=True)
class HomePage:
    """The two doors."""

    states: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Something that happens to people, and the lines for it."""

    id: str
    title: str
    about: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class CrisisPage:
    """Help right now, with nothing else needed."""

    title: str
    lifeline: HelpLine
    needs: tuple[Need, ...]
    trusted_adult: str
