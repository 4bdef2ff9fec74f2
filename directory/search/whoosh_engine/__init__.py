"""The plain Whoosh engine: the reference that a faster engine must agree with."""

from directory.search.whoosh_engine.engine import WhooshEngine

__all__ = ["WhooshEngine"]
