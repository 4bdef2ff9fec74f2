"""What a page says in English to somebody who reads another language."""

import re
from collections.abc import Iterator

from tests.words.html import Page, Text

# The mark-up and names of this application that are the same in every language.
_NAMES = ("Find your kind of help",)
_LETTERS = re.compile("[A-Za-z]")


def untranslated(page: Page, language: str) -> Iterator[str]:
    """Return the texts and spoken attributes that nobody has translated.

    What a provider wrote has the class `given`; what is English on purpose says so by its `lang`.
    """
    for text in page.texts:
        if not text.has_class("given") and text.language == language and _says_english(text):
            where = text.around[-1].tag if text.around else "page"
            yield f"<{where}{f' {text.attribute}' if text.attribute else ''}> {_short(text.words)}"


def _says_english(text: Text) -> bool:
    words = text.words
    for name in _NAMES:
        words = words.replace(name, "")
    return bool(_LETTERS.search(words))


def _short(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()[:90]
