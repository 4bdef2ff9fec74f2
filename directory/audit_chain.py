"""Whether the audit log is whole: what was changed, removed, inserted or moved is named."""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from directory.audit import BEGINNING, Entry, digest

Kind = Literal[
    "changed", "removed", "inserted", "moved", "cut", "not_sealed", "seal_broken", "not_as_noted"
]
# How many entries after the first that does not fit are looked at, to name what happened there.
_WINDOW = 1000


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it is stored, with its digest; None where that is no entry as we write one."""

    number: int
    entry: Entry | None
    digest: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a log had come: how many entries, and the digest of the last."""

    count: int
    digest: str

    def __str__(self) -> str:
        """Return it as it is noted."""
        return f"{self.count}:{self.digest}"


@dataclass(frozen=True, slots=True)
class Head:
    """The mark up to which the site has sealed its log."""

    mark: Mark
    seal: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a log: the first entry that it is about, and the last."""

    kind: Kind
    first: int
    last: int

    def __str__(self) -> str:
        """Return it as a sentence."""
        one = self.first == self.last
        which = f"Entry {self.first}" if one else f"Entries {self.first} to {self.last}"
        return _SENTENCES[self.kind].format(which=which, has="has" if one else "have")


_SENTENCES: dict[Kind, str] = {
    "changed": "{which} {has} been changed, or what stands before it was written anew.",
    "removed": "{which} {has} been removed.",
    "inserted": "{which} {has} been inserted: nobody wrote that here.",
    "moved": "{which} {has} changed places.",
    "cut": "{which} {has} been cut off from the end.",
    "not_sealed": "{which}: the site did not seal this end. Something was written past the site, or"
    " all was written anew.",
    "seal_broken": "The seal on the end does not hold: somebody changed it, or the SECRET_KEY.",
    "not_as_noted": "{which} {has} not the digest that you noted, or {has} gone.",
}


def seal_of(secret: str, mark: Mark) -> str:
    """Return the seal on a mark, which nobody can make without the secret of the site."""
    key = hmac.digest(secret.encode(), b"audit log", "sha256")
    return hmac.digest(key, f"{mark.count}:{mark.digest}".encode(), "sha256").hex()


def is_sealed(secret: str, head: Head) -> bool:
    """Tell whether a seal is the site's own."""
    return hmac.compare_digest(head.seal, seal_of(secret, head.mark))


def first_fault(
    links: Iterable[Link], head: Head | None, secret: str, noted: Mark | None = None
) -> Fault | None:
    """Return the first thing that is wrong with a log, None where it is whole.

    The links come by their numbers; `noted` is a mark that was kept somewhere else.
    """
    before, number, rest = BEGINNING, 0, iter(links)
    wanted = {one.count: one.digest for one in (noted, head and head.mark) if one and one.count}
    for link in rest:
        number += 1
        if link.number != number or not _follows(before, number, link):
            return _named(number, before, (link, *islice(rest, _WINDOW)))
        before = link.digest
        if wanted.pop(number, before) != before:
            is_noted = noted is not None and noted.count == number and noted.digest != before
            return Fault("not_as_noted" if is_noted else "not_sealed", number, number)
    return _fault_of_end(Mark(number, before), head, secret, noted)


def _fault_of_end(end: Mark, head: Head | None, secret: str, noted: Mark | None) -> Fault | None:
    """Return what is wrong with the end of a chain whose entries follow one another."""
    if head and not is_sealed(secret, head):
        return Fault("seal_broken", end.count, end.count)
    if head and head.mark.count > end.count:
        return Fault("cut", end.count + 1, head.mark.count)
    if noted and noted.count > end.count:
        return Fault("not_as_noted", noted.count, noted.count)
    sealed = head.mark if head else Mark(0, BEGINNING)
    return None if sealed == end else Fault("not_sealed", sealed.count + 1, end.count)


def _named(number: int, before: str, window: tuple[Link, ...]) -> Fault:
    """Name what happened where another entry than `number` stands after the digest `before`."""
    first = window[0]
    if first.number < number:
        return Fault("inserted", first.number, first.number)
    if first.number > number:
        return Fault("removed", number, first.number - 1)
    for later in window[1:]:
        if _follows(before, number, later):
            return _pushed_back(number, later, window)
    if gone := next(_removed_before(window), 0):
        return Fault("removed", number, number + gone - 1)
    return Fault("changed", number, number)


def _pushed_back(number: int, rightful: Link, window: tuple[Link, ...]) -> Fault:
    """Tell whether what stands before the rightful entry belongs elsewhere, or is new."""
    place = window.index(rightful)
    others, before = window[:place], rightful.digest
    for after in window[place + 1 :]:
        number += 1
        if not _follows(before, number, after):
            break
        before = after.digest
    else:
        number += 1
    is_moved = any(_follows(before, number, one) for one in others)
    first = window[0].number
    kind: Kind = "moved" if is_moved else "inserted"
    return Fault(kind, first, rightful.number if is_moved else rightful.number - 1)


def _removed_before(window: tuple[Link, ...]) -> Iterator[int]:
    """Yield how many are gone where those that follow were numbered anew."""
    if len(window) > 1:
        first, second = window[:2]
        for gone in range(1, _WINDOW):
            if _follows(first.digest, second.number + gone, second):
                yield gone


def _follows(before: str, number: int, link: Link) -> bool:
    """Tell whether an entry was written with a number, right after the one of a digest."""
    entry = link.entry
    return bool(entry and digest(before, replace(entry, number=number)) == link.digest)
