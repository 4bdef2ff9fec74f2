"""What a page says in English to somebody who reads another language."""

import re
from collections.abc import Iterable, Iterator

from directory.providers import Provider
from tests.words.html import Page

# Names that are the same in every language.
_NAMES = ("Find your kind of help",)
_LETTERS = re.compile("[A-Za-z]")
_ADDRESS = re.compile(r"https?://\S+")


def names_of(provider: Provider) -> Iterator[str]:
    """Return what a provider wrote of themselves that may stand within our sentences."""
    yield from (provider.name, provider.website or "", provider.email or "", provider.id)
    for place in provider.locations:
        yield from (place.street or "", place.city, place.state)
    yield from (held.title for held in provider.licenses)


def untranslated(page: Page, language: str, names: Iterable[str] = ()) -> Iterator[str]:
    """Return the texts and spoken attributes that nobody has translated.

    What a provider wrote has the class `given`, and `names` (theirs, and what the reader typed) may
    stand within our sentences; what is English on purpose says so by its `lang`.
    """
    names = sorted({*_NAMES, *filter(None, names)}, key=len, reverse=True)
    for text in page.texts:
        if text.has_class("given") or text.language != language:
            continue
        if _says_english(text.words, names):
            where = text.around[-1].tag if text.around else "page"
            yield f"<{where}{f' {text.attribute}' if text.attribute else ''}> {_short(text.words)}"


def _says_english(words: str, names: Iterable[str]) -> bool:
    words = _ADDRESS.sub("", words)
    for name in names:
        words = re.sub(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", "", words)
    return bool(_LETTERS.search(words))


def _short(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()[:90]
