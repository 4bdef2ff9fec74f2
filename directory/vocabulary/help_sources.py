"""Where to ask for help that this directory does not list: lines, a doctor, a health plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.sentences import Sentence
from directory.vocabulary.crisis import CRISIS_LINES, CrisisLine
from directory.vocabulary.terms import read_table

_LINES: Mapping[str, CrisisLine] = MappingProxyType({line.name: line for line in CRISIS_LINES})


@dataclass(frozen=True, slots=True)
class HelpSource:
    """One place to ask; `call` is what to dial, None where the person knows the number."""

    code: str
    label: Sentence
    call: str | None
    about: Sentence
    source: str


def _source(row: dict[str, str]) -> HelpSource:
    call = _LINES[row["line"]].call if row["line"] else row["call"] or None
    label, about = Sentence(row["label"]), Sentence(row["about"])
    return HelpSource(row["code"], label, call, about, row["source"])


HELP_SOURCES = MappingProxyType(
    {row["code"]: _source(row) for row in read_table("help_sources.csv")}
)
