"""Counts, sizes and spans of time as the English pages of admins write them."""

from datetime import timedelta

_BYTES = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "KB"))
_SPANS = (
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)


def counted(count: int, one: str, several: str = "") -> str:
    """Write a count with its noun; without `several` that is the noun with an s."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def bytes_words(amount: int) -> str:
    """Write an amount of bytes in the largest unit that it fills."""
    for unit, name in _BYTES:
        if amount >= unit:
            return f"{amount / unit:,.{0 if amount >= 10 * unit else 1}f} {name}"
    return f"{amount:,} bytes"


def span_words(span: timedelta) -> str:
    """Write how long something is, in its largest unit."""
    for unit, name in _SPANS:
        if span >= unit:
            return counted(span // unit, name)
    return "less than a minute"
