"""Listings as JSON: an array, an object with `providers`, one listing, or JSON Lines."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from directory.errors import Unusable
from directory.exchange.lines import Line, is_unreadable, unreadable_at
from directory.exchange.listings.documents import read_document
from directory.exchange.listings.mended_documents import mended
from directory.exchange.outcomes import Outcome, RowRefused
from directory.exchange.read_as import WHOLE_ROW, LineMends, ReadAs, mends_by_line

MAX_LISTING = 1024 * 1024  # characters of one line of JSON Lines
MAX_ARRAY = 10 * 1024 * 1024  # characters of a file that is read whole
_SPACE = " \t\r\n"


def read_json(
    first: Line, lines: Iterator[Line], read_as: ReadAs, file_name: str
) -> Iterator[Outcome]:
    """Yield what becomes of each listing; raise Unusable where the file is no JSON."""
    mends = mends_by_line(read_as.mends)
    if _is_json_line(first.text):
        mended = (_mended(line, mends) for line in chain([first], lines))
        return (_of_line(line, mends) for line in mended if line.text.strip())
    text = "\n" * (first.number - 1) + _whole(first, lines, file_name)
    return _of_text(text, mends, file_name)


def _is_json_line(text: str) -> bool:
    """Tell whether a first line is a listing by itself, and not the beginning of a longer text."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return text.lstrip().startswith("{") and text.rstrip().endswith("}")
    return isinstance(document, dict) and "providers" not in document


def _mended(line: Line, mends: LineMends) -> Line:
    text = mends.get(line.number, {}).get(WHOLE_ROW)
    return line if text is None else Line(line.number, text)


def _of_line(line: Line, mends: LineMends) -> Outcome:
    try:
        return read_document(mended(_parsed(line), mends.get(line.number, {})), line.number)
    except RowRefused as fault:
        return fault.on_line(line.number, text=line.text)


def _parsed(line: Line) -> object:
    if line.too_long or len(line.text) > MAX_LISTING:
        raise RowRefused("", line.text, "the line is longer than 1 MB")
    if is_unreadable(line.text):
        raise RowRefused("", line.text, "holds bytes that are not UTF-8: save the file as UTF-8")
    try:
        return json.loads(line.text)
    except json.JSONDecodeError as error:
        message = f"no JSON: {error.msg} at character {error.colno}"
        raise RowRefused("", line.text[max(0, error.pos - 20) :], message) from error
    except (ValueError, RecursionError) as error:
        raise RowRefused("", line.text, "no JSON that can be read") from error


def _whole(first: Line, lines: Iterator[Line], file_name: str) -> str:
    parts, size = [], 0
    for line in chain([first], lines):
        parts.append(line.text)
        size += len(line.text) + 1
        if size > MAX_ARRAY or line.too_long:
            raise Unusable(
                f"{file_name} is too large for one JSON array: write JSON Lines, one listing a line"
            )
    return "\n".join(parts)


def _of_text(text: str, mends: LineMends, file_name: str) -> Iterator[Outcome]:
    if (place := unreadable_at(text)) is not None:
        line = text.count("\n", 0, place) + 1
        raise Unusable(f"{file_name}, line {line}: bytes that are not UTF-8: save it as UTF-8")
    for line, document in _listings(text, file_name):
        own = mends.get(line, {})
        if not own.get(WHOLE_ROW, "{}").strip():
            continue
        try:
            yield read_document(mended(document, own), line)
        except RowRefused as fault:
            yield fault.on_line(line, text=json.dumps(document, ensure_ascii=False))


def _listings(text: str, file_name: str) -> Iterator[tuple[int, object]]:
    """Return the listings of a text with the line on which each begins."""
    try:
        document: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unusable(f"{file_name}, line {error.lineno}: no JSON: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        raise Unusable(f"{file_name} is no JSON that can be read") from error
    if isinstance(document, dict) and "license" in document:
        return iter([(text.count("\n", 0, _next(text, 0)) + 1, document)])
    if isinstance(document, dict):
        document = document.get("providers")
    if not isinstance(document, list):
        raise Unusable(f"{file_name} is no listing, no array of them, and has no `providers`")
    return _elements(text)


def _elements(text: str) -> Iterator[tuple[int, object]]:
    """Yield the elements of the array with the line on which each begins.

    Where all stand on one line, that would tell nobody anything: there each has its own number.
    """
    is_one_line = "\n" not in text.strip()
    decoder = json.JSONDecoder()
    place, line, counted, number = _array_start(text, decoder), 1, 0, 0
    while True:
        while text[place] in _SPACE + ",":
            place += 1
        if text[place] == "]":
            return
        line, counted = line + text.count("\n", counted, place), place
        document, place = decoder.raw_decode(text, place)
        number += 1
        yield number if is_one_line else line, document


def _array_start(text: str, decoder: json.JSONDecoder) -> int:
    """Return the place after the bracket that opens the array, also inside an object."""
    place = _next(text, 0)
    if text[place] == "[":
        return place + 1
    while True:
        name, place = decoder.raw_decode(text, _next(text, place + 1))
        place = _next(text, _next(text, place) + 1)
        if name == "providers" and text[place] == "[":
            return place + 1
        _, place = decoder.raw_decode(text, place)
        place = _next(text, place)


def _next(text: str, place: int) -> int:
    while text[place] in _SPACE:
        place += 1
    return place
