"""What an import leaves out because somebody asked for its removal."""

from collections.abc import Mapping
from dataclasses import replace

from directory.exchange.outcomes import Outcome, Record, Skipped
from directory.providers.removals import Tombstone, buried, without_details

_REMOVED = "this listing was removed when somebody asked for it"


def without_buried(outcome: Outcome, stones: Mapping[str, Tombstone]) -> Outcome:
    """Return a row without what was removed: nothing of it, or no street and phone.

    A listing that its provider wrote says what they want to say.
    """
    if not isinstance(outcome, Record):
        return outcome
    stone = buried(outcome.provider, stones)
    if stone is None:
        return outcome
    if stone.what == "all":
        return Skipped(outcome.line, _REMOVED)
    if outcome.provider.claimed:
        return outcome
    return replace(outcome, provider=without_details(outcome.provider))
