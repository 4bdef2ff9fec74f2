"""The facts of all listings as arrays: immutable, in memory or mapped from files."""

from directory.columns.bits import Bits, Documents
from directory.columns.building import ColumnsBuilder
from directory.columns.columns import Columns, Listings
from directory.columns.files import (
    Arrays,
    ArraySink,
    FolderArrays,
    MemoryArrays,
    open_arrays,
)

__all__ = [
    "ArraySink",
    "Arrays",
    "Bits",
    "Columns",
    "ColumnsBuilder",
    "Documents",
    "FolderArrays",
    "Listings",
    "MemoryArrays",
    "open_arrays",
]
