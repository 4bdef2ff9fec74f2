"""Pages that are one person's alone, which nothing on the way may keep."""

from flask import Response


def keep_unshared(response: Response) -> Response:
    """Let no browser, proxy or search engine keep an answer, whatever it is made of."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
