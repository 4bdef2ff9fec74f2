"""Evidence grades: how well a modality is shown to help with a concern."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from directory.vocabulary.concerns import CONCERNS
from directory.vocabulary.edition import InForce
from directory.vocabulary.modalities import MODALITIES
from directory.vocabulary.terms import check_codes, read_table

GRADES = ("A", "B", "C")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One graded pair; `source` begins with [stored] where it was read, [own] where it was not."""

    concern: str
    modality: str
    grade: str
    population: str
    source: str

    @property
    def code(self) -> str:
        """The name of the row: its concern, modality and population."""
        return f"{self.concern}-{self.modality}-{self.population}"


@dataclass(frozen=True, slots=True)
class SignOff:
    """The clinician who signed a row: their name, license, and the day.

    `grade` and `source` are those of the row as they read it; a row that has changed since is
    signed by nobody.
    """

    name: str
    license: str
    day: date
    grade: str
    source: str

    @property
    def words(self) -> str:
        """Who signed, as those read who check."""
        return f"signed by {self.name}, {self.license}, {self.day.isoformat()}"


# By the code of the row.
SIGN_OFFS: InForce[Mapping[str, SignOff]] = InForce(MappingProxyType({}))


def sign_off_of(row: Evidence) -> SignOff | None:
    """Return who signed a row as it is now, None where nobody did."""
    signed = SIGN_OFFS().get(row.code)
    if signed is None or (signed.grade, signed.source) != (row.grade, row.source):
        return None
    return signed


def _evidence(row: dict[str, str]) -> Evidence:
    check_codes("evidence", [row["concern"]], CONCERNS)
    check_codes("evidence", [row["modality"]], MODALITIES)
    check_codes("evidence", [row["grade"]], dict.fromkeys(GRADES))
    return Evidence(**row)


EVIDENCE = tuple(map(_evidence, read_table("evidence.csv")))


# Whose studies speak for a person of each age, in order; the first found counts.
_POPULATIONS = {
    "child": ("child", "family", "teen"),
    "teen": ("teen", "family", "adult"),
    "adult": ("adult", "couple", "family"),
    "older_adult": ("adult", "couple", "family"),
}
_BY_PAIR = MappingProxyType({(row.concern, row.modality, row.population): row for row in EVIDENCE})


@cache
def evidence_for(concern: str, modality: str, age_group: str) -> Evidence | None:
    """Return what is known of a modality for a concern at an age, or None where no row grades it.

    No row means that nobody graded the pair here; it does not mean that the modality is no good.
    """
    for population in _POPULATIONS[age_group]:
        row = _BY_PAIR.get((concern, modality, population))
        if row is not None:
            return row
    return None
