"""A small text grammar: {a|b} are alternatives, <slot> is filled in, [a, !b] are conditions."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from random import Random

from seed_data.draws import HERE

_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")
_SLOT = re.compile(r"<(\w+)>")
_CONDITIONS = re.compile(r"\s*\[([^\]]+)\]$")
_UNIT = re.compile(r"(?<=[.!?])[\"”]?\s+")

Sections = dict[str, dict[str, list["Line"]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or two with alternatives, and the facts it needs."""

    text: str
    conditions: tuple[str, ...] = ()

    def suits(self, facts: Collection[str]) -> bool:
        """Tell whether every condition holds."""
        return suits(self.conditions, facts)


def suits(conditions: Collection[str], facts: Collection[str]) -> bool:
    """Tell whether every condition holds; one that begins with ! must not."""
    return all(
        condition[1:] not in facts if condition.startswith("!") else condition in facts
        for condition in conditions
    )


def _line(text: str) -> Line:
    found = _CONDITIONS.search(text)
    if not found:
        return Line(text)
    conditions = tuple(part.strip() for part in found[1].split(","))
    return Line(text[: found.start()], conditions)


def read_lines(name: str) -> dict[str, list[str]]:
    """Read a text file of sections that begin with ==; # starts a comment line."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for text in (HERE / "texts" / name).read_text(encoding="utf-8").splitlines():
        if text.startswith("== "):
            current = sections.setdefault(text[3:].strip(), [])
        elif text and not text.startswith("#"):
            current.append(text)
    return sections


def read_bank(name: str) -> dict[str, list[Line]]:
    """Read a file whose sections are plain lists of sentences."""
    return {key: [_line(text) for text in lines] for key, lines in read_lines(name).items()}


def read_sections(name: str) -> Sections:
    """Read a file whose lines are `part: sentence`."""
    sections: Sections = {}
    for key, lines in read_lines(name).items():
        parts = sections.setdefault(key, {})
        for text in lines:
            part, _, sentence = text.partition(": ")
            parts.setdefault(part, []).append(_line(sentence))
    return sections


def expand(chance: Random, text: str) -> str:
    """Choose one of each set of alternatives, inner ones first."""
    while found := _ALTERNATIVES.search(text):
        chosen = chance.choice(found[1].split("|"))
        text = text[: found.start()] + chosen + text[found.end() :]
    return text


def fill(text: str, slot: Callable[[str], str]) -> str | None:
    """Fill the slots; None where one of them has nothing to say."""
    values: dict[str, str] = {}
    for name in _SLOT.findall(text):
        value = slot(name.lower())
        if not value:
            return None
        values[name] = value[0].upper() + value[1:] if name[0].isupper() else value
    filled = _SLOT.sub(lambda found: values[found[1]], text)
    return (filled[0].upper() + filled[1:]).replace("..", ".")


def units(text: str) -> list[str]:
    """Split a text into its sentences."""
    return [unit for unit in _UNIT.split(text.replace("\n", " ").strip()) if unit]


def join(items: list[str]) -> str:
    """Write a list the way people do: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
