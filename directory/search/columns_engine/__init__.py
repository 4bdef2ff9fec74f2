"""The columns engine: words, facts and places of all listings in arrays that processes share."""

from directory.search.columns_engine.engine import ColumnsEngine

__all__ = ["ColumnsEngine"]
