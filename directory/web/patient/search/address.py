"""Addresses of searches: short, the same for the same search, and good to share."""

from collections.abc import Iterable
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

Params = MultiDict[str, str]
# How a page of results looks; none of these narrows a search.
VIEW = ("view", "around", "miles")
_PLACE_ON_MAP = ("around", "miles")
_USUAL = {("sort", "best"), ("view", "list")}


def tidy(args: Params) -> Params:
    """Return the parameters of an address without those that say nothing, each value once.

    A plain form sends every field, empty or not.
    """
    pairs = ((name, value.strip()) for name, value in args.items(multi=True))
    said = dict.fromkeys(pair for pair in pairs if pair[1] and pair not in _USUAL)
    return MultiDict(list(said))


def address_of(pairs: Iterable[tuple[str, str]]) -> str:
    """Return the address of a search."""
    text = urlencode(list(pairs))
    return f"/search?{text}" if text else "/search"


def address_with(params: Params, **changes: str | None) -> str:
    """Return the address of this search with single parameters changed or, by None, dropped.

    It begins at its first page again, and a map at what it would show by itself.
    """
    left = {"cursor", *_PLACE_ON_MAP, *changes}
    kept = [(name, value) for name, value in params.items(multi=True) if name not in left]
    added = [(name, value) for name, value in changes.items() if value is not None]
    return address_of(kept + added)


def address_without(params: Params, name: str, value: str) -> str:
    """Return the address of this search without one value of one filter."""
    left = {"cursor", *_PLACE_ON_MAP}
    return address_of(
        pair for pair in params.items(multi=True) if pair != (name, value) and pair[0] not in left
    )


def address_in_towns(params: Params, towns: Iterable[str]) -> str:
    """Return the address of the list of those whom this search finds in some towns."""
    left = {"cursor", "town", *VIEW}
    kept = [(name, value) for name, value in params.items(multi=True) if name not in left]
    return address_of(kept + [("town", town) for town in towns])
