"""Every English text that a patient may read: of code, of templates, of the vocabulary's data."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

_ROOT = Path(__file__).parent.parent
_DATA = _ROOT / "directory" / "vocabulary" / "data"
_KEYWORDS = {"say": None, "say_many": (1, 2), "_": None, "gettext": None, "ngettext": (1, 2)}
_METHODS = {
    "directory": [("**.py", "python")],
    "templates": [("api/**", "ignore"), ("**.html", "jinja2")],
}
_OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}
# The columns that patients read; the others are for those who check them.
_COLUMNS = {
    "accessibility.csv": ("label", "about"),
    "codes.csv": ("label", "about"),
    "communities.csv": ("label", "about"),
    "concern_about.csv": ("about",),
    "concerns.csv": ("label",),
    "crisis_words.csv": ("text",),
    "flow_options.csv": ("label",),
    "flow_words.csv": ("title", "hint", "why"),
    "help_sources.csv": ("label", "about"),
    "languages.csv": ("label",),
    "licenses.csv": ("label", "about"),
    "modalities.csv": ("label",),
    "modality_about.csv": ("about",),
    "payers.csv": ("label",),
    "programs.csv": ("label", "about"),
    "rules.csv": ("text",),
    "scope_words.csv": ("text",),
    "states.csv": ("label",),
}

Message = tuple[str | tuple[str, str], str]


def messages() -> Catalog:
    """Return a catalog of all texts, each with the places where it stands, none translated."""
    catalog = Catalog(project="mental-health-directory", charset="utf-8", fuzzy=False)
    for text, place in (*_of_code(), *_of_tables(), *_of_json()):
        catalog.add(text, locations=[(place, 0)])
    return catalog


def _of_code() -> Iterator[Message]:
    for folder, methods in _METHODS.items():
        found = extract_from_dir(_ROOT / folder, methods, _OPTIONS, _KEYWORDS)
        for name, _, text, _, _ in found:
            yield text, f"{folder}/{name}"


def _of_tables() -> Iterator[Message]:
    for table, columns in _COLUMNS.items():
        with (_DATA / table).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield from ((row[column], table) for column in columns if row[column])


def _of_json() -> Iterator[Message]:
    for line in json.loads((_DATA / "crisis_lines.json").read_text(encoding="utf-8")):
        yield line["name"], "crisis_lines.json"
        if line["text"] and not line["text"].replace("-", "").isdecimal():
            yield line["text"], "crisis_lines.json"
    for instrument in json.loads((_DATA / "instruments.json").read_text(encoding="utf-8")):
        questions = [
            instrument.get("gate"),
            *instrument.get("items", ()),
            instrument.get("follow_up"),
        ]
        shown = [question for question in questions if question]
        options = [option["label"] for question in shown for option in question["options"]]
        for text in (instrument.get("stem"), *(question["text"] for question in shown), *options):
            if text:
                yield text, "instruments.json"
