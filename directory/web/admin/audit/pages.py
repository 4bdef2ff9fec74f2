"""The pages of the log."""

from dataclasses import dataclass

from directory.web.admin.audit.forms import WantedForm


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry in words."""

    number: int
    at: str
    who: str
    what: str
    subject: str
    href: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """The newest entries that were looked for."""

    title: str
    form: WantedForm
    lines: tuple[EntryLine, ...]
    older_href: str
    export_query: str
    is_filtered: bool


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Whether the log is whole, and what to note somewhere else."""

    title: str
    count: int
    note: str
    fault: str
