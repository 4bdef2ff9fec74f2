"""Old addresses: those of a listing that was merged lead to the one that stayed."""

from contextlib import suppress

from flask import Response, request, url_for

from directory.errors import Unusable
from directory.web.access import current_directory
from directory.workflows.merging.merged_away import survivor_of

# Where `id` is that of a listing; `listing` always is.
_LISTINGS = ("/providers/", "/api/v1/providers/")


def moved_listing() -> Response | None:
    """Return the answer that leads from an address to that of the listing that stayed, if any.

    A form that is sent to the old address is sent on as it is. Nobody remembers the way for long,
    for a merge can be taken back.
    """
    rule, arguments = request.url_rule, dict(request.view_args or {})
    name = "listing" if "listing" in arguments else "id"
    if rule is None or (name == "id" and not rule.rule.startswith(_LISTINGS)):
        return None
    with suppress(Unusable):
        survivor = survivor_of(current_directory(), str(arguments.get(name, "")))
        if survivor:
            to = url_for(rule.endpoint, **arguments | {name: survivor})
            return Response(status=308, headers={"Location": to, "Cache-Control": "no-cache"})
    return None
