"""The pages of words, lines, clocks and editions."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_wtf import FlaskForm

from directory.editions.differences import Difference
from directory.editions.preview import Preview
from directory.jobs import Job
from directory.web.admin.weights.forms import MEANINGS
from directory.web.admin.words.forms import CLOCKS

KIND_NAMES = {
    "words": "Words",
    "payers": "Payers",
    "lines": "Crisis lines",
    "weights": "Weights",
    "clocks": "Clocks",
    "evidence": "Evidence",
}
# What the pages of the weights and the clocks call their fields.
_NAMES: Mapping[str, Mapping[str, str]] = {"weights": MEANINGS, "clocks": CLOCKS}


@dataclass(frozen=True, slots=True)
class Changed:
    """One difference, as a row of a table."""

    kind: str
    name: str
    before: str
    after: str

    @classmethod
    def of(cls, one: Difference) -> "Changed":
        """Name the kind and the thing for people."""
        names = _NAMES.get(one.kind, {})
        return cls(KIND_NAMES[one.kind], names.get(one.name, one.name), one.before, one.after)


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in the list of all."""

    number: int
    title: str
    day: str
    by: str
    note: str
    is_in_force: bool


@dataclass(frozen=True, slots=True)
class HomePage:
    """Where everything begins: the draft, what can be edited, and the editions."""

    title: str
    changes: tuple[Changed, ...]
    is_behind: bool
    is_dangerous: bool
    problems: tuple[str, ...]
    preview_href: str
    editions: tuple[EditionLine, ...]
    file: FlaskForm


@dataclass(frozen=True, slots=True)
class PublishPage:
    """The last look before a draft is published."""

    title: str
    changes: tuple[Changed, ...]
    is_dangerous: bool
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What a draft would change; without `found` the worker is still at it."""

    title: str
    job: Job | None
    found: Preview | None
    is_of_the_draft: bool


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One edition: what it changed, and the way back to it."""

    title: str
    number: int
    about: tuple[str, ...]
    note: str
    changes: tuple[Changed, ...]
    against_now: tuple[Changed, ...]
    is_in_force: bool
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be opened and edited; `state` is what the draft does to it."""

    name: str
    href: str
    about: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Choices under one heading."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ChoicesPage:
    """What there is to edit; `add_href` leads to a form for a new one."""

    title: str
    about: str
    parts: tuple[Part, ...]
    add_href: str = ""
    add_text: str = ""


@dataclass(frozen=True, slots=True)
class FormPage:
    """One thing to edit: `facts` tell of it, `drop_text` takes it away."""

    title: str
    action: str
    back_href: str
    about: tuple[str, ...]
    form: FlaskForm
    drop_action: str = ""
    drop_text: str = ""
