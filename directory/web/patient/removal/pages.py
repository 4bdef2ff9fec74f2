"""The pages on which somebody asks for a removal."""

from dataclasses import dataclass

from directory.web.patient.parts import Option, Slip


@dataclass(frozen=True, slots=True)
class RemovalPage:
    """The form; `on_file` is the masked contact that can hide the listing at once."""

    title: str
    name: str
    license: str
    profile_href: str
    claim_href: str
    slips: tuple[Slip, ...]
    whats: tuple[Option, ...]
    reasons: tuple[Option, ...]
    words: str
    email: str
    by_mail: bool
    on_file: str
    problem_of: dict[str, str]


@dataclass(frozen=True, slots=True)
class RemovalSentPage:
    """What comes after the form."""

    title: str
    by_mail: bool
    has_answer: bool
    due: str


@dataclass(frozen=True, slots=True)
class ConfirmRemovalPage:
    """The page behind the mailed link: its button, or how it went."""

    title: str
    name: str
    action: str
    is_all: bool
    is_over: bool
    is_done: bool
