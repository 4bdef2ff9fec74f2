"""The Flesch-Kincaid reading grade of a text, with a simple count of English syllables."""

import re

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT_VOWELS = re.compile(r"(?<![cgstx])i(?:a|o|et|en(?!d))|(?<![gq])ua|eate|[aeiouy]ing|[dr]ea$")
_SILENT_END = re.compile(r"(?:[^aeiouyl]e|[aeiou]le|[^aeioutd]ed|[^aeiouscgzxl]es|[aeiou]les)$")
_SILENT_INSIDE = re.compile(
    r"(?<=[a-z][^aeiouyl])e(?=(?:ful|less|ly|ment|times|thing|body|one)s?$)"
)


def syllables(word: str) -> int:
    """Estimate how many syllables an English word has; a number is read as one."""
    letters = re.sub(r"'(?:s|ll|re|ve|d|m|t)$", "", word.lower())
    stem = _SILENT_INSIDE.sub("", letters)
    count = len(_VOWELS.findall(stem)) + len(_SPLIT_VOWELS.findall(stem))
    if count > 1 and _SILENT_END.search(stem):
        count -= 1
    return max(count, 1)


def reading_grade(text: str) -> float:
    """Return the Flesch-Kincaid school grade of a text (Kincaid and others, 1975)."""
    words = _WORD.findall(text)
    sentences = max(len(_SENTENCE_END.findall(text)), 1)
    if not words:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
