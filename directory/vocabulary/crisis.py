"""Crisis lines of the United States and the words of the crisis card."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from directory.sentences import Sentence
from directory.vocabulary.codes import AGE_GROUPS, SAFETY_FLAGS
from directory.vocabulary.edition import Listed
from directory.vocabulary.terms import DATA, check_codes, read_table


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One line that answers day or night, and for whom a crisis card shows it.

    `call` and `text` are what to dial and what to send, `chat` is an address on the web.
    A line that is on every card gives nothing away by being there. `need` is the part of the page
    of help that an operator's own line stands in, None for those that ship.
    """

    name: Sentence
    call: str | None
    text: Sentence | None
    chat: str | None
    always: bool
    flags: tuple[str, ...]
    age_groups: tuple[str, ...]
    source: str
    need: str | None = None

    def __post_init__(self) -> None:
        if not (self.call or self.text or self.chat):
            raise ValueError(f"{self.name}: nobody could reach this line")
        check_codes(self.name, self.flags, SAFETY_FLAGS)
        check_codes(self.name, self.age_groups, AGE_GROUPS)


def _line(data: dict[str, Any]) -> CrisisLine:
    lists = {name: tuple(data[name]) for name in ("flags", "age_groups")}
    words = {
        "name": Sentence(data["name"]),
        "text": Sentence(data["text"]) if data["text"] else None,
    }
    return CrisisLine(**{**data, **lists, **words})


def _read_words() -> Mapping[str, Sentence]:
    rows = read_table("crisis_words.csv")
    return MappingProxyType({row["key"]: Sentence(row["text"]) for row in rows})


# In the order in which a card shows them.
CRISIS_LINES: Listed[CrisisLine] = Listed(
    [_line(row) for row in json.loads((DATA / "crisis_lines.json").read_text(encoding="utf-8"))]
)
CRISIS_WORDS = _read_words()
