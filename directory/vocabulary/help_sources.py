"""Where to ask for help that this directory does not list: lines, a doctor, a health plan."""

from dataclasses import dataclass
from types import MappingProxyType

from directory.sentences import Sentence
from directory.vocabulary.crisis import CRISIS_LINES
from directory.vocabulary.terms import read_table


@dataclass(frozen=True, slots=True)
class HelpSource:
    """One place to ask; `line` names the crisis line that it is, or is empty."""

    code: str
    label: Sentence
    line: str
    number: str | None
    about: Sentence
    source: str

    @property
    def call(self) -> str | None:
        """What to dial, None where the person knows the number."""
        if not self.line:
            return self.number
        return next(line.call for line in CRISIS_LINES if line.name == self.line)


def _source(row: dict[str, str]) -> HelpSource:
    if row["line"] and row["line"] not in {line.name for line in CRISIS_LINES}:
        raise ValueError(f"{row['code']}: there is no crisis line {row['line']!r}")
    label, about = Sentence(row["label"]), Sentence(row["about"])
    return HelpSource(row["code"], label, row["line"], row["call"] or None, about, row["source"])


HELP_SOURCES = MappingProxyType(
    {row["code"]: _source(row) for row in read_table("help_sources.csv")}
)
