"""What is wrong with a listing, told to its keeper: rules speak to importers and name codes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from directory.errors import Problem
from directory.vocabulary import LICENSES, MODALITIES

_PLAIN: Mapping[str, str] = {
    "a listing with groups has `group` among its formats": (
        "You list a group, so tick “group” among the formats too"
    ),
    "a published licensed provider names at least one licence": "Add at least one license",
    "psychotherapy needs at least one modality": (
        "You offer psychotherapy, so name at least one kind of therapy"
    ),
    "say `psychotherapy`, `support` or `both` to publish": (
        "Say if you offer psychotherapy, support or both"
    ),
    "say that you offer no conversion practices to publish": (
        "Say that you offer no conversion practices"
    ),
}
# Codes that are no words of English by themselves.
_CODES = ("lcsw", "lpc", "lmft", "pmhnp")
_LABELS: Mapping[str, str] = {
    **{code: str(LICENSES.label(code)) for code in _CODES},
    **{code: str(MODALITIES.label(code)) for code in MODALITIES},
}
_WORD = re.compile(r"[A-Za-z0-9_]+")


def in_plain_words(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the words of the pages, with labels for codes."""
    return tuple(replace(one, message=_sentence(_plain(one.message))) for one in problems)


def _plain(message: str) -> str:
    if message in _PLAIN:
        return _PLAIN[message]
    told = _WORD.sub(lambda word: _quoted(word[0]), message.replace("`", ""))
    return told.replace("licence", "license")


def _quoted(word: str) -> str:
    return f"“{_LABELS[word]}”" if word in _LABELS else word


def _sentence(message: str) -> str:
    text = message[:1].upper() + message[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
