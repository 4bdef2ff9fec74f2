"""What waits for somebody, in words, and where it is decided."""

from collections.abc import Iterable, Iterator, Mapping

from directory.web.admin.overview.links import CALLS, DUPLICATES, IMPORTS, QUEUE, STEPS, WORDS
from directory.web.admin.overview.pages import Need
from directory.workflows.what_waits import Kind, Waits

# For one and for several, and where it is decided.
_WORDS: Mapping[Kind, tuple[str, str, str]] = {
    "stopped_claims": ("claim is stopped by an objection", "claims are stopped", QUEUE),
    "claims": ("claim waits for a decision", "claims wait for a decision", QUEUE),
    "letters": ("letter is to be sent", "letters are to be sent", QUEUE),
    "removals": ("person asked to be removed", "people asked to be removed", QUEUE),
    "notices": ("notice from a roster or a call", "notices from rosters and calls", QUEUE),
    "checks": ("listing waits for a check", "listings wait for a check", QUEUE),
    "corrections": ("correction was asked for", "corrections were asked for", QUEUE),
    "steps": ("step waits for a second admin", "steps wait for a second admin", STEPS),
    "duplicates": ("pair may be one person", "pairs may be one person each", DUPLICATES),
    "draft": ("draft of words is not published", "drafts of words are not published", WORDS),
    "uploads": ("file is not imported yet", "files are not imported yet", IMPORTS),
    "calls": (
        "call of this week is to be made",
        "calls of this week are to be made",
        CALLS,
    ),
}


def needs_of(waits: Iterable[Waits]) -> Iterator[Need]:
    """Yield what waits, in the order given."""
    for one in waits:
        single, several, href = _WORDS[one.kind]
        name = single if one.count == 1 else several
        yield Need(f"{one.count:,}", name, href, f"{one.late:,} late" if one.late else "")
