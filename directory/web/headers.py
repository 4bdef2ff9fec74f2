"""Headers on every answer: load nothing from elsewhere, tell nobody where the reader came from."""

from flask import Flask, Response, request

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def init_app(app: Flask, secure: bool) -> None:
    """Set the headers; `secure` also asks browsers to stay with HTTPS."""

    @app.after_request
    def protect(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        headers.setdefault("Referrer-Policy", "no-referrer")
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if secure:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        headers.setdefault("Cache-Control", _cache_control())
        return response


def _cache_control() -> str:
    """Keep what a person asked for out of every cache, and all pages out of shared ones."""
    if request.method == "POST" or request.args:
        return "no-store"
    return "private, no-cache"
