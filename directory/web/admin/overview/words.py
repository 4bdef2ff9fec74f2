"""Spans of time and amounts of bytes in words."""

from datetime import timedelta

_UNITS = (
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)
_BYTES = ((10**9, "GB"), (10**6, "MB"))


def span_words(span: timedelta) -> str:
    """Say how long something is, in its largest unit."""
    for unit, name in _UNITS:
        if span >= unit:
            return counted(span // unit, name)
    return "less than a minute"


def counted(count: int, one: str, several: str = "") -> str:
    """Say how many of something there are."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def bytes_words(amount: int) -> str:
    """Say how many bytes there are."""
    for unit, name in _BYTES:
        if amount >= unit:
            return f"{amount / unit:,.{0 if amount >= 10 * unit else 1}f} {name}"
    return f"{amount:,} bytes"
