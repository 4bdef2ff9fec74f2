"""The rules of the level of care: what each sets, in what order, why, and in which plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.sentences import Sentence
from directory.vocabulary.codes import LEVELS_OF_CARE, SERVICES
from directory.vocabulary.terms import cell_list, check_codes, read_table, yes


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; a higher priority is named first.

    `level` is None where the rule keeps the level that others set, `services` are what it adds
    to psychotherapy, and `named` is false where no one may read that it fired. `how_soon`,
    `condition` and `adds` say for the clinician by when help is due, when the rule fires and what
    it does beside setting a level.
    """

    code: str
    priority: int
    level: str | None
    how_soon: str
    services: tuple[str, ...]
    named: bool
    condition: str
    adds: str
    source: str
    text: Sentence


def _rule(row: dict[str, str], text: str) -> Rule:
    rule = Rule(
        code=row["rule"],
        priority=int(row["priority"]),
        level=row["level"] or None,
        how_soon=row["how_soon"],
        services=cell_list(row["services"]),
        named=yes(row["named"]),
        condition=row["condition"],
        adds=row["adds"],
        source=row["source"],
        text=Sentence(text),
    )
    check_codes(rule.code, cell_list(row["level"]), LEVELS_OF_CARE)
    check_codes(rule.code, rule.services, SERVICES)
    if rule.named and not rule.text:
        raise ValueError(f"{rule.code}: a rule that is named needs words")
    return rule


def _read() -> Mapping[str, Rule]:
    words = {row["rule"]: row["text"] for row in read_table("rules.csv")}
    rules = [_rule(row, words.get(row["rule"], "")) for row in read_table("level_of_care.csv")]
    rules.sort(key=lambda rule: -rule.priority)
    return MappingProxyType({rule.code: rule for rule in rules})


RULES = _read()
