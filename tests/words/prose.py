"""The text of a page as somebody reads it: what we say in sentences, block by block."""

import re

from directory.vocabulary import VOCABULARIES
from tests.words.html import Page, Text

# A list of names to choose from is no prose, and what others wrote is not ours to make plain.
_NO_PROSE = ("select", "svg", "nav", "summary")
# The names of conditions, licences, languages, plans and the like stand as they are known.
_NAMES = frozenset(str(term.label) for terms in VOCABULARIES.values() for term in terms.values())


def prose_of(page: Page) -> str:
    """Return what we say in the main part of a page; every block ends a sentence."""
    blocks: list[str] = []
    for text in page.texts:
        if not _counts(text):
            continue
        if text.begins or not blocks:
            blocks.append("")
        blocks[-1] += text.words
    plain = (re.sub(r"\s+", " ", block).strip() for block in blocks)
    return " ".join(
        _ended(block) for block in plain if re.search("[A-Za-z]", block) and block not in _NAMES
    )


def _counts(text: Text) -> bool:
    return (
        text.attribute is None
        and text.is_inside("main")
        and not text.is_inside(*_NO_PROSE)
        and not text.has_class("given")
        and not text.has_class("govuk-visually-hidden")
    )


def _ended(block: str) -> str:
    return block if block[-1] in ".!?" else f"{block}."
