"""Several codes in one cell: with bars between them, or in the words of other people's files."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from directory import vocabulary as v
from directory.vocabulary.edition import per_edition

_OF_FIELD: Mapping[int | str, v.Vocabulary[Any]] = MappingProxyType(
    {
        "services": v.SERVICES,
        "concerns": v.CONCERNS,
        "formats": v.FORMATS,
        "age_groups": v.AGE_GROUPS,
        "delivery": v.DELIVERY,
        "languages": v.LANGUAGES,
        "communities": v.COMMUNITIES,
        "payers": v.PAYERS,
        "accessibility": v.ACCESSIBILITY,
    }
)


def read_codes(text: str, field: int | str) -> list[str]:
    """Return the codes in a cell; a label stands for its code, what is neither stays as it is.

    Commas, semicolons and line ends count as bars only where the cell is no whole by itself.
    """
    known = _codes_by_word(field)
    parts = [text] if text.strip().lower() in known else text.split("|")
    if len(parts) == 1 and parts[0].strip().lower() not in known:
        parts = re.split(r"[;,\n]", text)
    return [known.get(part.lower(), part) for part in map(str.strip, parts) if part]


@per_edition
def _codes_by_word(field: int | str) -> Mapping[str, str]:
    """Return the code for each word that only one code has, in small letters."""
    terms = _OF_FIELD[field]
    words = [(word.lower(), code) for code, term in terms.items() for word in _words(term, field)]
    owners: dict[str, set[str]] = {}
    for word, code in words:
        owners.setdefault(word, set()).add(code)
    once = {word: codes.pop() for word, codes in owners.items() if len(codes) == 1}
    return MappingProxyType(once | {code.lower(): code for code in terms})


def _words(term: v.Term, field: int | str) -> tuple[str, ...]:
    """Return the words for a term; only those for a payer mean it and nothing beside it."""
    return (term.label, *term.synonyms) if field == "payers" else (term.label,)
