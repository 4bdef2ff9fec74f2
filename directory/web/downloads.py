"""Files that are handed over to be saved."""

from collections.abc import Iterable

from flask import Response

CSV = "text/csv; charset=utf-8"


def attachment(content: str | bytes | Iterable[str], name: str, kind: str) -> Response:
    """Return a file to be saved under a name; a browser never opens it within this site."""
    answer = Response(content, content_type=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer.headers["Cache-Control"] = "no-store"
    return answer
