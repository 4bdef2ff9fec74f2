"""What triage does, told row by row for those who check it: rules, instruments and concerns."""

from collections.abc import Iterable

from directory.vocabulary import CONCERNS, Concern
from directory.vocabulary.described import Described, Fact, provenance
from directory.vocabulary.instruments import INSTRUMENTS, Band, Instrument
from directory.vocabulary.rules import RULES, Rule

_CUTOFFS = {
    "positive": "positive",
    "positive_male": "positive for men",
    "branch": "the longer list is asked",
    "moderate": "moderate distress, which moves no level",
    "efficient": "fewest errors, which moves no level",
    "nice_more_severe": "more severe by NICE, where the rules begin at 15",
    "item9": "sign of suicide, in item 9 alone",
    "withdrawal_questions": "likely dependence (L13), the withdrawal questions are asked",
}
NOTHING = "none"


def described_rules() -> tuple[Described, ...]:
    """Return every rule of the level of care, the highest priority first."""
    return tuple(map(_rule, RULES.values()))


def described_instruments() -> tuple[Described, ...]:
    """Return every instrument with its thresholds, codes and terms of use."""
    return tuple(map(_instrument, INSTRUMENTS.values()))


def described_concerns() -> tuple[Described, ...]:
    """Return every concern with what the rules read of it."""
    return tuple(map(_concern, CONCERNS.values()))


def _rule(rule: Rule) -> Described:
    sentence = f"“{rule.text}”" if rule.named else "never named"
    facts = (
        Fact("Fires when", rule.condition),
        Fact("Level", rule.level or "keeps the level"),
        Fact("How soon", rule.how_soon),
        Fact("Adds", rule.adds),
        Fact("What the person reads", sentence),
        *provenance(rule.source),
    )
    return Described(rule.code, "", facts)


def _instrument(instrument: Instrument) -> Described:
    facts = (
        Fact("Questions", _questions(instrument)),
        Fact("Range", _range(instrument)),
        Fact("Bands", _listed(map(_band, instrument.bands))),
        Fact("Cut-offs", _listed(_cutoff(*named) for named in instrument.cutoffs.items())),
        Fact("From age", "any" if instrument.minimum_age is None else str(instrument.minimum_age)),
        Fact("LOINC", _loinc(instrument)),
        Fact("Terms of use", instrument.licence),
        *provenance(instrument.source),
    )
    return Described(instrument.code, instrument.name, facts)


def _concern(concern: Concern) -> Described:
    facts = (
        Fact("Clinical", "yes" if concern.clinical else "no"),
        Fact("Talk about medication", concern.med_eval),
        *provenance(f"{concern.source}; [own] both flags"),
    )
    return Described(concern.code, concern.label, facts)


def _questions(instrument: Instrument) -> str:
    if instrument.bundled:
        before = "a first question and " if instrument.gate else ""
        after = " and one after them" if instrument.follow_up else ""
        return f"{before}{len(instrument.items)}{after}, word for word"
    if brought := len(instrument.brought_items):
        return f"not asked; read from elsewhere, {brought} in all"
    return "not asked; its score is taken"


def _range(instrument: Instrument) -> str:
    return f"{instrument.range[0]} to {instrument.range[1]}" if instrument.range else NOTHING


def _band(band: Band) -> str:
    name = band.name.replace("_", " ")
    return f"{name} {band.low}" if band.low == band.high else f"{name} {band.low} to {band.high}"


def _cutoff(name: str, least: int) -> str:
    return f"{least} or more: {_CUTOFFS[name]}"


def _loinc(instrument: Instrument) -> str:
    asked = (instrument.gate, *instrument.items, *instrument.brought_items)
    items = [question.loinc for question in asked if question and question.loinc]
    codes = {
        "panel": instrument.panel_loinc,
        "total": instrument.total_loinc,
        "questions": " ".join(items),
    }
    return _listed(f"{what} {code}" for what, code in codes.items() if code)


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(texts) or NOTHING
