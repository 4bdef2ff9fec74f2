"""The shortlist: whom a person keeps, compares, and told us about; sealed in their visit."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

MOST_KEPT = 12
MOST_COMPARED = 4
FEWEST_COMPARED = 2
_MOST_TOLD = 50

_FROZEN = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Said(BaseModel):
    """What the next page says about what was just done, and of whom; `kind` is a kind of report."""

    model_config = _FROZEN

    what: Literal["kept", "removed", "full", "told", "choose"]
    id: str = ""
    kind: str = ""


class Told(BaseModel):
    """What the person told of one call."""

    model_config = _FROZEN

    id: str
    kind: str
    day: date


class Shortlist(BaseModel):
    """The ids of listings in the order in which they were kept, and those of them to compare."""

    model_config = _FROZEN

    kept: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    said: Said | None = None

    def keeping(self, id: str) -> Self:
        """Return the list with one more, or as it was where it is full."""
        if id not in self.kept and len(self.kept) >= MOST_KEPT:
            return self._with(said=Said(what="full", id=id))
        kept = tuple(dict.fromkeys((*self.kept, id)))
        return self._with(kept=kept, said=Said(what="kept", id=id))

    def without(self, id: str) -> Self:
        """Return the list with one less, or as it was where that one is not on it."""
        if id not in self.kept:
            return self
        left = self.only(one for one in self.kept if one != id)
        return left.saying(Said(what="removed", id=id))

    def only(self, ids: Iterable[str]) -> Self:
        """Return the list with no others than these."""
        known = frozenset(ids)
        return self._with(
            kept=tuple(id for id in self.kept if id in known),
            compared=tuple(id for id in self.compared if id in known),
        )

    def following(self, moved: Mapping[str, str]) -> Self:
        """Return the list with the ids that listings go by now in place of those before."""
        return self._with(
            kept=tuple(dict.fromkeys(moved.get(id, id) for id in self.kept)),
            compared=tuple(dict.fromkeys(moved.get(id, id) for id in self.compared)),
            told=tuple(
                one.model_copy(update={"id": moved.get(one.id, one.id)}) for one in self.told
            ),
        )

    def comparing(self, ids: Iterable[str]) -> Self:
        """Return the list with those ticked to compare, and a word where they are too few or many.

        They are compared in the order of the list.
        """
        ticked = frozenset(ids)
        compared = tuple(id for id in self.kept if id in ticked)
        is_fit = FEWEST_COMPARED <= len(compared) <= MOST_COMPARED
        return self._with(compared=compared, said=None if is_fit else Said(what="choose"))

    def telling(self, told: Told) -> Self:
        """Return the list with what was told of a call, in place of what was told before."""
        others = (one for one in self.told if one.id != told.id)
        said = Said(what="told", id=told.id, kind=told.kind)
        return self._with(told=(*others, told)[-_MOST_TOLD:], said=said)

    def told_of(self, id: str) -> Told | None:
        """Return what was told of a listing."""
        return next((one for one in self.told if one.id == id), None)

    def said_of(self, id: str) -> Said | None:
        """Return what is to be said about a listing."""
        return self.said if self.said and self.said.id == id else None

    def saying(self, said: Said) -> Self:
        """Return the list with something for the next page to say."""
        return self._with(said=said)

    def heard(self) -> Self:
        """Return the list with nothing left to be said."""
        return self._with(said=None)

    def _with(self, **changes: object) -> Self:
        return self.model_copy(update=changes)

    def __repr_args__(self) -> list[tuple[str | None, object]]:
        """Show nothing: whom a person keeps must not end up in a log by accident."""
        return []
