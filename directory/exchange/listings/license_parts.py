"""What a row of a table leaves out about its licences, and what it means by that."""

from typing import Any

from directory.exchange.identity import id_of_license
from directory.vocabulary import LICENSES
from directory.vocabulary.license_titles import licenses_for_title

Document = dict[str, Any]


def complete_licenses(document: Document, words: str) -> Document:
    """Give each licence the code of the listing, and an unverified one a title, where it has none.

    `words` are the listing's own for its licence: they are the title where the state knows them.
    """
    code = document.get("license")
    for license in document.get("licenses", ()):
        license.setdefault("license", code)
        if "title" not in license and license.get("status", "unverified") == "unverified":
            license.update(_title(license, words if license["license"] == code else ""))
    return document


def with_id_of_license(document: Document) -> Document:
    """Give a listing that has neither id nor NPI the id of its first licence."""
    first: Document = next(iter(document.get("licenses", ())), {})
    parts = [first.get(part) for part in ("license", "state", "number")]
    if document.get("id") or document.get("npi") or not all(parts):
        return document
    return {**document, "id": id_of_license(*map(str, parts))}


def _title(license: Document, words: str) -> Document:
    """Return the words of the file, else what we call the licence; nothing for an unknown one."""
    code, state = license.get("license"), str(license.get("state", ""))
    if code in licenses_for_title(state, words):
        return {"title": words}
    known = LICENSES.get(code) if isinstance(code, str) else None
    return {"title": known.label} if known and known.licensed else {}
