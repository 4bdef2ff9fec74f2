"""Evidence grades: how well a modality is shown to help with a concern."""

from dataclasses import dataclass
from types import MappingProxyType

from directory.vocabulary.concerns import CONCERNS
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


def _evidence(row: dict[str, str]) -> Evidence:
    check_codes("evidence", [row["concern"]], CONCERNS)
    check_codes("evidence", [row["modality"]], MODALITIES)
    check_codes("evidence", [row["grade"]], dict.fromkeys(GRADES))
    return Evidence(**row)


EVIDENCE = tuple(map(_evidence, read_table("evidence.csv")))


def _grades_by_pair() -> dict[tuple[str, str], str]:
    grades: dict[tuple[str, str], str] = {}
    for row in EVIDENCE:
        pair = (row.concern, row.modality)
        grades[pair] = min(row.grade, grades.get(pair, row.grade))
    return grades


_GRADES = MappingProxyType(_grades_by_pair())


def evidence_grade(concern: str, modality: str) -> str | None:
    """Return the best grade (A, B or C) of a pair, or None where no row grades it."""
    return _GRADES.get((concern, modality))
