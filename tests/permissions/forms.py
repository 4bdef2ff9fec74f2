"""The forms that stand on pages, filled in as somebody would who changes little."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import html5lib

Typed = tuple[tuple[str, str], ...]

_BY_NAME = {
    "name": "Rose Garden",
    "email": "new.address@example.org",
    "who": "listing-bbbb",
    "password": "a long and lucky pass phrase",
}
# The tests send forms without a token, and fields without a name are not sent at all.
_LEFT_OUT = {None, "", "csrf_token"}
_BY_TYPE = {
    "email": "new.address@example.org",
    "url": "https://rose.example",
    "tel": "415-555-0199",
    "number": "3",
    "date": "2026-12-24",
}


@dataclass(frozen=True, slots=True)
class Form:
    """A form with what would be sent from it; `shown` are the names of all its fields."""

    action: str
    typed: Typed = ()
    shown: frozenset[str] = frozenset()


def forms_on(address: str, html: str) -> Iterator[Form]:
    """Yield each form of a page that posts, once for each of its buttons."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    for form in page.iter("form"):
        if form.get("method", "get").lower() != "post":
            continue
        typed, shown = tuple(_typed(form)), frozenset(_names(form))
        for button in _buttons(form):
            yield Form(urljoin(address, form.get("action") or address), typed + button, shown)


def links_on(address: str, html: str) -> Iterator[str]:
    """Yield where the links of a page lead that ask for something."""
    page = html5lib.parse(html, namespaceHTMLElements=False)
    for link in page.iter("a"):
        href = urljoin(address, link.get("href") or "")
        if "?" in href and href.startswith("/"):
            yield href


def _names(form: Any) -> Iterator[str]:
    for field in form.iter():
        if field.tag in {"input", "select", "textarea", "button"} and field.get("name"):
            yield field.get("name")


def _buttons(form: Any) -> list[Typed]:
    """Return what each button adds to what is typed."""
    named = [one for one in form.iter("button") if one.get("type", "submit") == "submit"]
    pressed = [
        ((one.get("name"), one.get("value") or ""),) if one.get("name") else () for one in named
    ]
    return list(dict.fromkeys(pressed)) or [()]


def _typed(form: Any) -> Iterator[tuple[str, str]]:
    chosen: set[str] = {one.get("name") for one in _inputs(form, "radio") if _is_on(one)}
    for field in form.iter():
        name = field.get("name")
        if name in _LEFT_OUT or field.get("disabled") is not None:
            continue
        if field.tag == "textarea":
            yield name, field.text or "Some words."
        elif field.tag == "select":
            yield name, _selected(field)
        elif field.tag == "input":
            kind = field.get("type", "text")
            if kind == "radio" and not _is_on(field) and name not in chosen:
                chosen.add(name)
                yield name, field.get("value") or ""
            elif kind in {"radio", "checkbox"}:
                if _is_on(field):
                    yield name, field.get("value") or "on"
            elif kind not in {"file", "submit", "button"}:
                yield name, field.get("value") or _filled(name, kind)


def _inputs(form: Any, kind: str) -> list[Any]:
    return [one for one in form.iter("input") if one.get("type") == kind]


def _is_on(field: Any) -> bool:
    return field.get("checked") is not None


def _selected(field: Any) -> str:
    options = list(field.iter("option"))
    on = [one for one in options if one.get("selected") is not None]
    first = (on or [one for one in options if one.get("value")] or options)[0]
    return str(first.get("value") or "")


def _filled(name: str, kind: str) -> str:
    if kind == "hidden":
        return ""
    return _BY_NAME.get(name) or _BY_TYPE.get(kind) or "Some words"
