"""Several codes in one cell: with bars between them, or in the words of other people's files."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from directory import vocabulary as v

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


@cache
def _codes_by_word(field: int | str) -> Mapping[str, str]:
    """Return the code for each code and each label that only one code has, in small letters."""
    terms = _OF_FIELD[field]
    labels = [term.label.lower() for term in terms.values()]
    once = {t.label.lower(): code for code, t in terms.items() if labels.count(t.label.lower()) < 2}
    return MappingProxyType(once | {code.lower(): code for code in terms})
