"""What waits for somebody, in words, and where it is decided."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from directory.providers.desk_lines import DeskLine, Kind
from directory.web.admin.overview.links import (
    CALLS,
    DUPLICATES,
    IMPORTS,
    LISTINGS,
    QUEUE,
    STEPS,
    WORDS,
)
from directory.web.admin.overview.pages import Need
from directory.workflows.working.what_waits import Beside

# For one and for several.
_KINDS: Mapping[Kind, tuple[str, str]] = {
    "removal": ("wish to be removed", "wishes to be removed"),
    "dispute": ("dispute over a listing", "disputes over listings"),
    "claim": ("claim to decide", "claims to decide"),
    "letter": ("letter to send", "letters to send"),
    "correction": ("fact to correct", "facts to correct"),
    "training": ("training to check", "trainings to check"),
    "check": ("listing or license to check", "listings or licenses to check"),
    "report": ("listing with reports of calls", "listings with reports of calls"),
    "notice": ("finding of a roster or a call", "findings of rosters and calls"),
    "verification": ("check due again after 90 days", "checks due again after 90 days"),
}
_BESIDE: Mapping[Beside, tuple[str, str, str]] = {
    "steps": ("step waits for a second admin", "steps wait for a second admin", STEPS),
    "held": (
        "listing held off the site",
        "listings held off the site",
        f"{LISTINGS}?shown=held",
    ),
    "unchecked": (
        "listing on the site that nobody checked",
        "listings on the site that nobody checked",
        f"{LISTINGS}?shown=unchecked",
    ),
    "uploads": ("file that is not imported yet", "files that are not imported yet", IMPORTS),
    "duplicates": ("pair that may be one person", "pairs that may be one person", DUPLICATES),
    "new": (
        "hidden listing to check and publish",
        "hidden listings to check and publish",
        f"{LISTINGS}?shown=new",
    ),
    "calls": ("call to make this week", "calls to make this week", CALLS),
    "draft": ("draft of words or weights", "drafts of words or weights", WORDS),
}


def needs_of(
    lines: Sequence[DeskLine], beside: Mapping[Beside, int], today: date
) -> Iterator[Need]:
    """Yield what waits in the queue, the worst kind first, and then what waits beside it."""
    for kind in dict.fromkeys(line.kind for line in lines):
        of_kind = [line for line in lines if line.kind == kind]
        late = sum(line.is_late(today) for line in of_kind)
        yield _need(len(of_kind), *_KINDS[kind], f"{QUEUE}?show={kind}", late)
    for other, count in beside.items():
        if count:
            yield _need(count, *_BESIDE[other], late=0)


def _need(count: int, single: str, several: str, href: str, late: int) -> Need:
    name = single if count == 1 else several
    return Need(f"{count:,}", name, href, f"{late:,} late" if late else "")
