"""A form that came when its sender could not be let in: held on a page, to be sent again."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from directory.web.rendering import render_page

# What must not be written back into a page.
_SECRETS = frozenset({"csrf_token", "code"})
_TITLES: Mapping[str, str] = {
    "sign_in": "Please sign in first",
    "strengthen": "Set up a second step first",
    "use_passkey": "Please use your passkey first",
    "refresh": "Please show that it is you",
    "again": "Please press the button once more",
}


@dataclass(frozen=True, slots=True)
class HeldField:
    """One field of a form, as it was sent."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class HeldFormPage:
    """What was sent, and what to do before it is sent again."""

    title: str
    why: str
    way_in: str
    action: str
    fields: tuple[HeldField, ...]
    loses_files: bool
    loses_secrets: bool


def held_form(why: str, way_in: str) -> str:
    """Return the page that holds the form which was just sent."""
    sent = tuple(request.form.items(multi=True))
    page = HeldFormPage(
        title=_TITLES[why],
        why=why,
        way_in=way_in,
        action=request.full_path.rstrip("?"),
        fields=tuple(HeldField(name, value) for name, value in sent if not _is_secret(name)),
        loses_files=any(file.filename for file in request.files.values()),
        loses_secrets=any(_is_secret(name) and name != "csrf_token" for name, _ in sent),
    )
    return render_page("my/held_form.html", page)


def is_from_our_page() -> bool:
    """Tell whether a page of this site sent the form: another site's words are never held.

    A browser that does not say so still sends no cookie of ours along from another site.
    """
    site = request.headers.get("Sec-Fetch-Site")
    return site == "same-origin" if site else bool(request.cookies)


def _is_secret(name: str) -> bool:
    return name in _SECRETS or "password" in name
