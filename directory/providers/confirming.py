"""What a keeper says with one press: it is still true, I am full, I pause until a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from directory.errors import Invalid, Problem
from directory.providers.parts import Availability
from directory.providers.provider import Provider
from directory.providers.standing import stated_facts

PAUSE_WEEKS = (2, 4, 8)
LONGEST_PAUSE = timedelta(days=366)


def confirmed(provider: Provider, facts: Iterable[str], today: date) -> Provider:
    """Return a listing with some of its facts confirmed today; it says no more than before.

    What it does not state cannot be confirmed, nor can openings that are not known.
    """
    can_be = set(confirmable(provider))
    found = [fact for fact in facts if fact in can_be]
    days = {**provider.confirmed, **dict.fromkeys(found, today)}
    said = {"confirmed_at": today} if "availability" in found else {}
    openings = provider.availability.model_copy(update=said)
    return provider.model_copy(update={"confirmed": days, "availability": openings})


def confirmable(provider: Provider) -> tuple[str, ...]:
    """Return the facts that can be confirmed as they stand."""
    is_unknown = provider.availability.accepting == "unknown"
    stated = stated_facts(provider)
    return tuple(fact for fact in stated if fact != "availability" or not is_unknown)


def now_full(provider: Provider, today: date) -> Provider:
    """Return a listing that takes nobody new, for how long is not known."""
    return _opened(provider, Availability(accepting="no", confirmed_at=today))


def paused(provider: Provider, until: date, today: date) -> Provider:
    """Return a listing that takes nobody new up to and including a day.

    Raises Invalid where that day has begun, or is more than a year away.
    """
    if not today < until <= today + LONGEST_PAUSE:
        message = "Choose a day after today, and within a year"
        raise Invalid((Problem("until", message),))
    said = Availability(accepting="no", confirmed_at=today, paused_until=until)
    return _opened(provider, said)


def with_pause_kept(provider: Provider, today: date) -> Provider:
    """Return a listing that takes nobody while it pauses, and whose openings are unknown after.

    What was said of openings after the end of a pause stands.
    """
    openings = provider.availability
    until, said = openings.paused_until, openings.confirmed_at
    if until is None or (said and said > until):
        return provider
    accepting = "no" if openings.is_paused(today) else "unknown"
    if accepting == openings.accepting:
        return provider
    kept = openings.model_copy(update={"accepting": accepting})
    return provider.model_copy(update={"availability": kept})


def _opened(provider: Provider, openings: Availability) -> Provider:
    days = {**provider.confirmed, "availability": openings.confirmed_at}
    return provider.model_copy(update={"availability": openings, "confirmed": days})
