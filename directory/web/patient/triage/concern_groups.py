"""Concerns under plain headings, so that nobody has to read a hundred in a row."""

from collections.abc import Iterable

from directory.sentences import say
from directory.vocabulary import CONCERNS
from directory.vocabulary.concern_groups import CONCERN_GROUPS as GROUPS

_HEADINGS = {
    "mood": say("Low mood"),
    "fear": say("Worry, fear and stress"),
    "compulsion": say("Thoughts or habits I cannot stop"),
    "trauma": say("Something bad that happened"),
    "loss": say("Loss"),
    "birth": say("Pregnancy and birth"),
    "feelings": say("Strong feelings, or hurting myself"),
    "attention": say("Attention, autism and tests"),
    "body": say("Food and body"),
    "substances": say("Alcohol, drugs and other pulls"),
    "health": say("Sleep, pain and health"),
    "family": say("Love and family"),
    "self": say("Who I am"),
    "work": say("Work, change and plans"),
    "unsure": say("Not sure, or medicine"),
}
CONCERN_GROUPS = tuple((heading, GROUPS[group]) for group, heading in _HEADINGS.items())


def groups_for(age: int, kept: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the groups with the concerns of an age in years, and those already chosen."""
    chosen = frozenset(kept)
    fitting = (
        (heading, tuple(c for c in codes if c in chosen or _fits(c, age)))
        for heading, codes in CONCERN_GROUPS
    )
    return tuple((heading, codes) for heading, codes in fitting if codes)


def _fits(code: str, age: int) -> bool:
    group = "child" if age <= 12 else "teen" if age <= 17 else "adult"
    population = CONCERNS[code].population
    return group in population or "family" in population or population == ("couple",)
