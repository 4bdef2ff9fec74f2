"""How large a file may be that is brought to be imported; all else that is sent is small."""

from flask import Flask, request

from directory.config import Settings

_MEGABYTE = 1_000_000
_AROUND = 10_000  # bytes of the form around the file


def init_app(app: Flask, settings: Settings) -> None:
    """Let one address alone take a large body; the gate has asked by then who sends it."""
    most = settings.upload_limit_mb * _MEGABYTE + _AROUND

    def allow_file() -> None:
        if request.endpoint == "imports.bring":
            request.max_content_length = most

    app.before_request(allow_file)
