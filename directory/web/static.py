"""Static files, compressed where a compressed copy lies beside them, with far-off expiry."""

from wsgiref.headers import Headers

from flask import Flask
from whitenoise import WhiteNoise

from directory.resources import resource_folder
from directory.web.headers import ALWAYS

PREFIX = "static"


def init_app(app: Flask) -> None:
    """Serve static/ ahead of the application."""
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(resource_folder("static")),
        prefix=PREFIX,
        max_age=86_400,
        add_headers_function=_protect,
        allow_all_origins=False,
    )


def _protect(headers: Headers, _path: str, _url: str) -> None:
    for name, value in ALWAYS.items():
        headers[name] = value
