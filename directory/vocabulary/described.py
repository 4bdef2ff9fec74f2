"""Rows as those who check them read them: what is said of each, its source and its sign-off."""

from dataclasses import dataclass

from directory.vocabulary.terms import awaits_a_clinician

SIGN_OFF, AWAITS = "Sign-off", "awaits a clinician"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of a row."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Described:
    """One row: its code, its name if any, and what is said of it, in each row the same things."""

    code: str
    name: str
    facts: tuple[Fact, ...]

    @property
    def awaits_a_clinician(self) -> bool:
        """Say whether the row leans on what nobody has signed yet."""
        return Fact(SIGN_OFF, AWAITS) in self.facts


def provenance(source: str) -> tuple[Fact, Fact]:
    """Return where a row comes from, and whether that awaits a clinician."""
    signed = AWAITS if awaits_a_clinician(source) else "as sourced"
    return Fact("Source", source), Fact(SIGN_OFF, signed)
