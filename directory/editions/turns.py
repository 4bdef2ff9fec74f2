"""Taking turns: many read at once, and a change waits until nobody does.

A vocabulary is the same object for all threads of a process, so no request may see half of a
change, and whatever builds an index needs the same words from its start to its end.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, local


class Turns:
    """Counts who reads; a thread that reads may begin to read again."""

    def __init__(self) -> None:
        self._bell = Condition()
        self._readers = 0
        self._is_changing = False
        self._own = local()

    def begin(self) -> None:
        """Begin to read; waits while a change is made."""
        depth = self._depth()
        if depth == 0:
            with self._bell:
                self._bell.wait_for(lambda: not self._is_changing)
                self._readers += 1
        self._own.depth = depth + 1

    def end(self) -> None:
        """End what `begin` began."""
        self._own.depth = self._depth() - 1
        if self._own.depth == 0:
            with self._bell:
                self._readers -= 1
                self._bell.notify_all()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read for a while."""
        self.begin()
        try:
            yield
        finally:
            self.end()

    def change(self, make: Callable[[], None], patience: float, is_patient: bool = True) -> bool:
        """Make a change while nobody reads; tell whether it was made.

        It is not made where somebody goes on reading for `patience` seconds, this thread included;
        where it is not to be patient it is made then.
        """
        if self.has_begun():
            return False
        with self._bell:
            if not self._bell.wait_for(lambda: not self._is_changing, patience):
                return False
            self._is_changing = True
            try:
                if not self._bell.wait_for(lambda: not self._readers, patience) and is_patient:
                    return False
                make()
                return True
            finally:
                self._is_changing = False
                self._bell.notify_all()

    def has_begun(self) -> bool:
        """Tell whether this thread reads."""
        return self._depth() > 0

    def _depth(self) -> int:
        depth: int = getattr(self._own, "depth", 0)
        return depth


TURNS = Turns()
