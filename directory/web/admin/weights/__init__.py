"""What each thing is worth in the order of matches."""

from directory.web.admin.weights.routes import pages

__all__ = ["pages"]
