"""Sentences that are written in English and can be told in the reader's language.

The core says what it has to say once, in English, and does not know who reads it. A Sentence is
that English text, and it remembers of which pattern and values it was made, so that whoever shows
it can tell the same in another language (docs/adr/0033).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, Protocol, Self

_NOTHING: Mapping[str, "Value"] = MappingProxyType({})
# Words that keep their capital inside a sentence.
_NAMES = frozenset(
    {
        *("Gottman", "Asian", "Black", "Christian", "Jewish", "Latino", "Middle", "Muslim"),
        *("Native", "Pacific"),
    }
)


@dataclass(frozen=True, slots=True)
class Dollars:
    """An amount of US dollars."""

    amount: float


Value = str | int | float | date | Dollars | tuple[str, ...]
Shape = Callable[[str], str]


class Tongue(Protocol):
    """A language to tell sentences in."""

    def words(self, one: str, several: str | None, count: int) -> str:
        """Return a pattern in this language, in the form that fits a count."""

    def number(self, number: float) -> str:
        """Write a number."""

    def day(self, day: date) -> str:
        """Write a day."""

    def money(self, dollars: Dollars) -> str:
        """Write an amount of US dollars."""

    def polished(self, words: str) -> str:
        """Return a finished sentence with its words as they sound right beside each other."""


class English:
    """The language that the patterns are written in."""

    def words(self, one: str, several: str | None, count: int) -> str:
        """Return the pattern for one, or the one for several."""
        return one if several is None or count == 1 else several

    def number(self, number: float) -> str:
        """Write a number with commas between thousands."""
        return f"{number:,}"

    def day(self, day: date) -> str:
        """Write a day as in `November 2, 2026`."""
        return f"{day:%B} {day.day}, {day.year}"

    def money(self, dollars: Dollars) -> str:
        """Write dollars, with cents only where there are any."""
        amount = dollars.amount
        return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"

    def polished(self, words: str) -> str:
        """Return the words as they are."""
        return words


ENGLISH = English()


class Sentence(str):
    """English words that remember their pattern, its values and the shape they were given."""

    __slots__ = ("pattern", "several", "shape", "values")

    pattern: str
    several: str | None
    values: Mapping[str, Value]
    shape: Shape | None

    def __new__(
        cls,
        pattern: str,
        values: Mapping[str, Value] = _NOTHING,
        several: str | None = None,
        shape: Shape | None = None,
    ) -> Self:
        """Write the pattern in English."""
        made = super().__new__(cls, _written(pattern, values, several, shape, ENGLISH))
        made.pattern, made.values, made.several, made.shape = pattern, values, several, shape
        return made

    def told(self, tongue: Tongue) -> str:
        """Return this sentence in a language."""
        words = _written(self.pattern, self.values, self.several, self.shape, tongue)
        return tongue.polished(words)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)


def _written(
    pattern: str,
    values: Mapping[str, Value],
    several: str | None,
    shape: Shape | None,
    tongue: Tongue,
) -> str:
    count = 1 if several is None else values["count"]
    words = tongue.words(pattern, several, count if isinstance(count, int) else 1)
    if values:
        words = words.format_map({name: _told(value, tongue) for name, value in values.items()})
    return shape(words) if shape else words


def _told(value: Value, tongue: Tongue) -> str:
    if isinstance(value, str):
        if tongue is ENGLISH or not isinstance(value, Sentence):
            return value  # a sentence has its English words already
        return value.told(tongue)
    if isinstance(value, Dollars):
        return tongue.money(value)
    if isinstance(value, date):
        return tongue.day(value)
    if isinstance(value, tuple):
        return ", ".join(_told(part, tongue) for part in value)
    return tongue.number(value)


def say(pattern: str, /, **values: Value) -> Sentence:
    """Return a sentence; the pattern is a literal, with `{name}` where a value stands."""
    return Sentence(pattern, values)


def say_many(one: str, several: str, count: int, /, **values: Value) -> Sentence:
    """Return the sentence that fits a count, which stands at `{count}`."""
    return Sentence(one, {"count": count, **values}, several)


def joined(parts: Iterable[str], last: Literal["and", "or"] = "and") -> str:
    """Join words as people do: a, b and c; nothing gives an empty text."""
    *head, end = [*parts] or [""]
    if not head:
        return end
    first = tuple(head)
    if last == "or":
        return say("{first} or {last}", first=first, last=end)
    return say("{first} and {last}", first=first, last=end)


def inside(label: str) -> str:
    """Return a label as it stands inside a sentence: small at first unless it is a name."""
    return _shaped(label, _small)


def beginning(words: str) -> str:
    """Return words as they stand at the beginning of a sentence."""
    return _shaped(words, _capital)


def _shaped(words: str, shape: Shape) -> str:
    if not isinstance(words, Sentence):
        return shape(words)
    if words.shape is None:
        return Sentence(words.pattern, words.values, words.several, shape)
    return Sentence("{words}", {"words": words}, None, shape)


def _small(label: str) -> str:
    first = label.split(maxsplit=1)[0] if label else ""
    if first in _NAMES or first[1:] != first[1:].lower():
        return label
    return label[:1].lower() + label[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
