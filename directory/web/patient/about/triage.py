"""How we read answers, for everybody: the rules and the screens with their sources."""

from dataclasses import replace

from directory.triage.described import described_instruments, described_rules
from directory.vocabulary.described import Described, Fact
from directory.vocabulary.rules import RULES
from directory.web.patient.about.pages import TriagePage

# Whoever looks over a shoulder must learn nothing from a page.
_ELSEWHERE = "This row is told in the documentation, and not on a page."
_VEILED_INSTRUMENT = "HARK"


def triage_page() -> TriagePage:
    """Return the rows of every rule and screen, without what no page may name."""
    rules = tuple(_veiled(row) if _is_unnamed(row) else row for row in described_rules())
    screens = tuple(map(_unnamed, described_instruments()))
    rows = (*rules, *screens)
    waiting = sum(row.awaits_a_clinician for row in rows)
    return TriagePage(rules, screens, waiting, len(rows))


def _is_unnamed(row: Described) -> bool:
    return not RULES[row.code].named


def _veiled(row: Described) -> Described:
    signed = [fact for fact in row.facts if fact.name in {"Level", "How soon", "Sign-off"}]
    return replace(row, facts=(Fact("Fires when", _ELSEWHERE), *signed))


def _unnamed(row: Described) -> Described:
    return replace(row, name="") if row.code == _VEILED_INSTRUMENT else row
