"""Days as numbers, so that an array can hold them."""

from datetime import date

NO_DAY = 0
_EPOCH = date(1970, 1, 1).toordinal()
_LAST = 2**16 - 1


def day_number(day: date | None) -> int:
    """Return the days since 1970, cut to 1 to 65,535 (the year 2149), or 0 where there is none."""
    return NO_DAY if day is None else min(max(day.toordinal() - _EPOCH, 1), _LAST)
