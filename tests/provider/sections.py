"""Sections of the editor as a browser shows and sends them, without the pages around them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import html5lib
from flask import Flask, render_template
from werkzeug.datastructures import MultiDict

from directory.app import create_app
from directory.config import Settings
from directory.providers import Provider
from directory.web.access import EXTENSION
from directory.web.provider.listing.sections import SECTIONS, ListingForm, slips_of

Typed = Mapping[str, Any]


def editor(folder: Path) -> Flask:
    """Return an application that renders forms; none of them wants a token."""
    environ = {"INSTANCE_PATH": str(folder), "DIRECTORY_ENV": "development", "RATE_LIMIT": "off"}
    app = create_app(Settings.from_environment(environ))
    app.config["WTF_CSRF_ENABLED"] = False
    app.extensions[EXTENSION].database.migrate()
    return app


def values(provider: Provider) -> dict[str, Any]:
    """Return a listing as JSON holds it."""
    return provider.model_dump(mode="json")


def section_of(listing: Mapping[str, Any], code: str) -> dict[str, Any]:
    """Return the values of one section of a listing."""
    return {field: listing[field] for field in SECTIONS[code].fields}


class Shown:
    """One section of a listing as it is shown, or as it comes back after it was sent."""

    def __init__(self, app: Flask, code: str, listing: Mapping[str, Any], typed: Any = None):
        method = "GET" if typed is None else "POST"
        self._asked = {"method": method, "data": typed}
        self.app, self.code, self.listing = app, code, listing
        with app.test_request_context("/", **self._asked):
            self.form: ListingForm = SECTIONS[code].filled(listing)
            self.is_valid = typed is not None and self.form.validate()
            self.values = SECTIONS[code].values_of(self.form)
            self.slips = {slip.href: slip.text for slip in slips_of(self.form)}
            self.html: str = render_template(SECTIONS[code].template, form=self.form)

    def fields(self) -> MultiDict[str, str]:
        """Return what a browser sends when nothing more is typed."""
        tree = html5lib.parse(self.html, namespaceHTMLElements=False)
        return MultiDict(pair for element in tree.iter() for pair in _sent(element))

    def send(self, typed: Typed | None = None, **changes: Any) -> "Shown":
        """Send what is shown with some fields changed; None takes a field out."""
        fields = self.fields()
        for name, value in {**(typed or {}), **changes}.items():
            fields.poplist(name)
            several = value if isinstance(value, list) else [] if value is None else [value]
            for one in several:
                fields.add(name, one)
        return Shown(self.app, self.code, self.listing, fields)


def _sent(element: Any) -> list[tuple[str, str]]:
    name = element.get("name")
    if not name or element.tag == "button":
        return []
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [one for one in options if "selected" in one.attrib] or options[:1]
        return [(name, one.get("value", "")) for one in chosen]
    if element.tag == "textarea":
        return [(name, element.text or "")]
    is_choice = element.get("type") in {"checkbox", "radio"}
    if is_choice and "checked" not in element.attrib:
        return []
    return [(name, element.get("value", ""))]
