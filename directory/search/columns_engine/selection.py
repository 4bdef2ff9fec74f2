"""The documents that a search selects of one set: a list while they are few, else bits."""

from functools import cached_property

from directory.columns import Bits, Documents
from directory.columns.bits import Flags, count, from_documents, holds, members
from directory.search.columns_engine.nodes import FEW, Node


class Selection:
    """Some documents of a set of `size`."""

    def __init__(
        self, size: int, bits: Bits | None = None, documents: Documents | None = None
    ) -> None:
        self.size = size
        self._bits, self._documents = bits, documents

    @classmethod
    def of(cls, node: Node) -> "Selection":
        """Select the documents of a node."""
        if node.most * FEW < node.size:
            return cls(node.size, documents=node.documents())
        return cls(node.size, bits=node.bits())

    def within(self, bits: Bits) -> "Selection":
        """Select those that are also in a set."""
        if self._documents is None:
            return Selection(self.size, bits=self.bits & bits)
        return self.where(holds(bits, self._documents))

    def where(self, flags: Flags) -> "Selection":
        """Select those of the documents whose flag is up."""
        return Selection(self.size, documents=self.documents[flags])

    @cached_property
    def count(self) -> int:
        """How many there are."""
        return count(self.bits) if self._documents is None else len(self._documents)

    @cached_property
    def bits(self) -> Bits:
        """All of them as a set."""
        if self._bits is not None:
            return self._bits
        return from_documents(self.documents, self.size)

    @cached_property
    def documents(self) -> Documents:
        """All of them in order."""
        return members(self.bits) if self._documents is None else self._documents
