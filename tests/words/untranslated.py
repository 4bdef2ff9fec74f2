"""What a page says in English to somebody who reads another language."""

import re
from collections.abc import Iterable, Iterator

from tests.words.html import Page

# Names that are the same in every language.
_NAMES = ("Find your kind of help",)
_LETTERS = re.compile("[A-Za-z]")


def untranslated(page: Page, language: str) -> Iterator[str]:
    """Return the texts and spoken attributes that nobody has translated.

    What a provider wrote has the class `given`, and may be repeated in the title of the page and in
    what is only heard; what is English on purpose says so by its `lang`.
    """
    given = sorted({t.words.strip() for t in page.texts if t.has_class("given")}, key=len)
    for text in page.texts:
        if text.has_class("given") or text.language != language:
            continue
        is_heard = text.attribute is not None or text.is_inside("title")
        if _says_english(text.words, (*_NAMES, *(given[::-1] if is_heard else ()))):
            where = text.around[-1].tag if text.around else "page"
            yield f"<{where}{f' {text.attribute}' if text.attribute else ''}> {_short(text.words)}"


def _says_english(words: str, names: Iterable[str]) -> bool:
    for name in names:
        words = words.replace(name, "") if name else words
    return bool(_LETTERS.search(words))


def _short(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()[:90]
