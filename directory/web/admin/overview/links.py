"""Where the overview leads: the rooms, as far as they are there."""

from directory.web.admin.rooms import ROOMS

_KNOWN = frozenset(room.href for room in ROOMS)


def _room(href: str) -> str:
    return href if href in _KNOWN else ""


QUEUE = _room("/admin/queue")
IMPORTS = _room("/admin/imports")
LISTINGS = _room("/admin/listings")
DUPLICATES = _room("/admin/duplicates")
CALLS = _room("/admin/truth")
WORDS = _room("/admin/words")
STEPS = _room("/admin/steps")
AUDIT = _room("/admin/audit")
