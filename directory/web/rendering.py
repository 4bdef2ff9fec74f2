"""From a page's record to HTML, told in the reader's language."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from flask import render_template

from directory.sentences import Sentence, Tongue
from directory.vocabulary.spanish import without_accents
from directory.web.languages import reader_tongue, reads_english


def render_page(template: str, page: object, **more: object) -> str:
    """Return the HTML of a page; all that its record says is told in the reader's language."""
    return render_template(template, page=told(page), **more)


def told(value: Any) -> Any:
    """Return a record with every sentence in the reader's language."""
    return value if reads_english() else _told(value, reader_tongue())


def place_in_alphabet(label: str) -> str:
    """Return what sorts a label among others, as the reader reads them."""
    return without_accents(told(label))


def _told(value: Any, tongue: Tongue) -> Any:
    if isinstance(value, str):
        return value.told(tongue) if isinstance(value, Sentence) else value
    if isinstance(value, tuple):
        return tuple(_told(part, tongue) for part in value)
    if isinstance(value, Mapping):
        return {key: _told(part, tongue) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: _told(getattr(value, one.name), tongue) for one in fields(value)}
        return replace(value, **parts)
    return value
