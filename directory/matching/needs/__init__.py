"""Every need that a person stated: met, not met or not known, by which fact, of which day."""

from directory.matching.needs.needs import needs

__all__ = ["needs"]
