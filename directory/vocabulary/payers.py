"""Payers: insurers, public programmes and other ways to pay, with the names people use."""

from dataclasses import dataclass

from directory.vocabulary.terms import Term, Vocabulary, read_table, term_fields


@dataclass(frozen=True, slots=True)
class Payer(Term):
    """One payer; `kind` is public, commercial, military, eap and the like.

    One that is retired is known, as listings may name it, but is offered to nobody any more.
    """

    kind: str
    retired: bool = False


PAYERS = Vocabulary(
    "payer", (Payer(**term_fields(row), kind=row["kind"]) for row in read_table("payers.csv"))
)
# What listings name beside health plans.
NO_PLANS = frozenset(code for code, payer in PAYERS.items() if payer.kind == "none")
