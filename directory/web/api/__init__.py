"""The JSON API, version 1."""

from directory.web.api.routes import api

__all__ = ["api"]
