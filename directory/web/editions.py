"""Every request goes by one edition from its beginning to its end."""

from flask import Flask, g

from directory.editions.turns import TURNS
from directory.workflows import Directory

# Seconds that another edition waits at most for a request that goes on, such as an upload.
_AT_LAST = 10.0
_HAS_BEGUN = "edition_has_begun"


def init_app(app: Flask, directory: Directory) -> None:
    """Look before each request whether another edition is to come into force."""

    def begin() -> None:
        directory.editions.look(at_last=_AT_LAST)
        TURNS.begin()
        setattr(g, _HAS_BEGUN, True)

    def end(_error: BaseException | None) -> None:
        if g.pop(_HAS_BEGUN, False):
            TURNS.end()

    app.before_request(begin)
    app.teardown_request(end)
