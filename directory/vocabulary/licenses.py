"""Licences of the field and what each lets its holder do."""

from dataclasses import dataclass
from typing import Literal

from directory.vocabulary.terms import Term, Vocabulary, read_table, term_fields, yes

Scope = Literal["yes", "no", "state"]


@dataclass(frozen=True, slots=True)
class LicenseTerm(Term):
    """A kind of licence; `may_diagnose` is `state` where the state decides."""

    licensed: bool
    may_diagnose: Scope
    may_prescribe: bool
    may_test: bool

    @property
    def independent(self) -> bool:
        """Whether the holder practises without a supervisor."""
        return self.licensed and self.code != "associate"


def _scope(cell: str) -> Scope:
    if cell == "state":
        return "state"
    return "yes" if yes(cell) else "no"


def _license(row: dict[str, str]) -> LicenseTerm:
    return LicenseTerm(
        **term_fields(row),
        licensed=yes(row["licensed"]),
        may_diagnose=_scope(row["may_diagnose"]),
        may_prescribe=yes(row["may_prescribe"]),
        may_test=yes(row["may_test"]),
    )


LICENSES = Vocabulary("license", map(_license, read_table("licenses.csv")))
LICENSED = frozenset(code for code, term in LICENSES.items() if term.licensed)
INDEPENDENT = frozenset(code for code, term in LICENSES.items() if term.independent)
PRESCRIBERS = frozenset(code for code, term in LICENSES.items() if term.may_prescribe)
