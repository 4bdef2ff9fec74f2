"""Headers on every answer: load nothing from elsewhere, tell nobody where the reader came from."""

from flask import Flask, Response, request

# `connect-src` is for those who check pages: they read robots.txt from within one.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

# The same for every file and page: nobody sniffs, embeds or follows what we send.
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
_PAGES = {
    **ALWAYS,
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # A browser may look up the host of a link before anybody follows it.
    "X-DNS-Prefetch-Control": "off",
}
# What a page is made from beside its address.
_DEPENDS_ON = ("Accept-Language", "Cookie")


def init_app(app: Flask, secure: bool) -> None:
    """Set the headers; `secure` also asks browsers to stay with HTTPS."""

    @app.after_request
    def protect(response: Response) -> Response:
        for name, value in _PAGES.items():
            response.headers.setdefault(name, value)
        if secure:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        response.headers.setdefault("Cache-Control", _cache_control(response))
        if response.mimetype == "text/html":
            response.vary.update(_DEPENDS_ON)
        return response


def _cache_control(response: Response) -> str:
    """Keep pages and what was asked for out of every cache, all else out of shared ones.

    A page may show whom somebody keeps, and each says that this site was read (docs/adr/0041).
    """
    if response.mimetype == "text/html" or request.method == "POST" or request.args:
        return "no-store"
    return "private, no-cache"
