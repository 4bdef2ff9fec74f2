"""From a page's record to HTML, told in the reader's language."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from flask import render_template

from directory.sentences import Sentence
from directory.vocabulary.spanish import without_accents
from directory.web.languages import ReaderTongue, reads_english


def render_page(template: str, page: object, **more: object) -> str:
    """Return the HTML of a page; all that its record says is told in the reader's language."""
    return render_template(template, page=told(page), **more)


def told(value: Any) -> Any:
    """Return a record with every sentence in the reader's language."""
    return value if reads_english() else _told(value)


def place_in_alphabet(label: str) -> str:
    """Return what sorts a label among others, as the reader reads them."""
    return without_accents(told(label))


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return value.told(ReaderTongue()) if isinstance(value, Sentence) else value
    if isinstance(value, tuple):
        return tuple(map(_told, value))
    if isinstance(value, Mapping):
        return {key: _told(part) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _told(getattr(value, f.name)) for f in fields(value)})
    return value
