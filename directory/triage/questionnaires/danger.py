"""Danger in questionnaires, seen also where the rest of them cannot be read."""

from collections.abc import Iterator, Mapping
from typing import Any

# A yes to being in danger right now, or to an intent, a plan or a recent attempt.
_ACUTE = frozenset({"ASQ_NOW", "93249-1", "93250-9", "93269-9", "CSSRS.4", "CSSRS.5", "CSSRS.7"})
_YES = (
    ("valueBoolean", True),
    ("valueInteger", 1),
    ("valueString", "yes"),
    ("code", "la33-6"),
    ("display", "yes"),
)


def speak_of_danger(resources: object) -> bool:
    """Say whether any question about danger now was answered with yes."""
    return any(_is_acute(node) and _says_yes(node) for node in _nodes(resources))


def _nodes(tree: object) -> Iterator[Mapping[str, Any]]:
    """Return every object of a JSON tree, however deep."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _is_acute(node: Mapping[str, Any]) -> bool:
    link = node.get("linkId")
    asked = {link.rpartition("/")[2].strip()} if isinstance(link, str) else set()
    code = node.get("code")
    if isinstance(code, Mapping):
        asked |= {str(coding.get("code")) for coding in _nodes(code)}
    return not _ACUTE.isdisjoint(asked)


def _says_yes(node: Mapping[str, Any]) -> bool:
    pairs = ((key, value) for inner in _nodes(node) for key, value in inner.items())
    return any((key, _plain(value)) in _YES for key, value in pairs)


def _plain(value: object) -> object:
    return value.strip().casefold() if isinstance(value, str) else value
