"""Jinja as the pages use it: our templates, the GOV.UK Frontend macros, fingerprints of files."""

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from flask import Flask, url_for
from jinja2 import (
    ChainableUndefined,
    ChoiceLoader,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateRuntimeError,
    Undefined,
    UndefinedError,
)
from jinja2.utils import missing

# How the GOV.UK macros, which were written in JavaScript first, say that there is nothing.
_NOTHING = (None, "undefined", "null", "caller")


class UnlessMacroOption(Undefined):
    """A missing name or field is an error; a missing option of a macro is empty.

    The GOV.UK macros take a dictionary and ask it for options that were left out.
    """

    def __new__(  # type: ignore[misc]
        cls,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> Undefined:
        """Return the kind of undefined that fits what was asked."""
        is_option = isinstance(obj, dict) or (obj is missing and name in _NOTHING)
        kind = ChainableUndefined if is_option else StrictUndefined
        return kind(hint, obj, name, exc)


def set_up_templates(app: Flask, templates: Path, static: Path, site_name: str) -> None:
    """Give the application our templates, and the names that every template may use."""
    app.jinja_options = {**app.jinja_options, "undefined": UnlessMacroOption}
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(templates),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    prints = {file.name: _fingerprint(file) for file in static.iterdir() if file.is_file()}
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    # The GOV.UK macros read dictionaries only.
    app.jinja_env.filters["as_dicts"] = lambda records: [asdict(record) for record in records]
    app.jinja_env.globals["site_name"] = site_name
    app.jinja_env.globals["asset"] = lambda name: url_for("static", filename=name, v=prints[name])


def _fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10]
