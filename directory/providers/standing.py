"""How a listing stands on a day: what has lapsed, its badge, when it is hidden, what to remind of.

The dates follow docs/adr/0052: a fact holds up to and including its date.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from directory.providers.freshness import CLOCKS, FACTS, days_since, fresh_days, percent_held
from directory.providers.parts import Availability
from directory.providers.provider import Provider

REMINDED_BEFORE = (30, 7, 0)  # days before a date


@dataclass(frozen=True, slots=True)
class FactStanding:
    """One fact that a listing states: when it was last confirmed, and its date, the last it holds.

    Both are None where nobody ever confirmed it.
    """

    fact: str
    confirmed: date | None
    until: date | None
    has_lapsed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a listing stands on a day.

    `until` is the first date among its facts; from `hides_on` on it is hidden, None where it never
    is.
    """

    today: date
    is_kept: bool
    facts: tuple[FactStanding, ...]
    until: date | None
    has_badge: bool
    is_paused: bool
    hides_on: date | None
    is_hidden: bool

    @property
    def lapsed(self) -> tuple[str, ...]:
        """The facts that want confirming."""
        return tuple(one.fact for one in self.facts if one.has_lapsed)

    def reminder_days(self, is_quiet: bool = False) -> frozenset[date]:
        """Return all days on which a keeper is to be reminded; whoever is hidden is left alone.

        `is_quiet` is for those who want to hear of a date on that day alone.
        """
        if not self.is_kept or self.hides_on is None:
            return frozenset()
        ends = [(one.until, _warnings(one.fact)) for one in self.facts if one.until]
        days = (
            end - timedelta(days=before)
            for end, warnings in (*ends, (self.hides_on, REMINDED_BEFORE))
            for before in warnings
            if before == 0 or not is_quiet
        )
        return frozenset(day for day in days if day <= self.hides_on)

    def reminds_since(self, day: date, is_quiet: bool = False) -> bool:
        """Tell whether a reminder falls on a day after this one, up to today."""
        return any(day < due <= self.today for due in self.reminder_days(is_quiet))

    @property
    def named(self) -> tuple[FactStanding, ...]:
        """What a reminder of today names: whatever has lapsed or is within its time of warning."""
        return tuple(one for one in self.facts if one.has_lapsed or self._is_near(one))

    def _is_near(self, one: FactStanding) -> bool:
        first_warning = timedelta(days=_warnings(one.fact)[0])
        return one.until is not None and one.until - self.today <= first_warning


@dataclass(frozen=True, slots=True)
class Held:
    """What the confirmations of a listing still count for, in percent.

    `openings` is that of the openings, `others` the sum over all `count` facts ever confirmed.
    """

    openings: int
    others: int
    count: int


def standing(provider: Provider, is_kept: bool, today: date) -> Standing:
    """Return how a listing stands on a day; `is_kept` says whether anybody keeps it.

    Only what somebody keeps is ever hidden, and what was hidden stays so until it is confirmed.
    """
    facts = tuple(_fact(provider, fact, today) for fact in stated_facts(provider))
    first = min((one.until for one in facts if one.until), default=None)
    may_hide = provider.published and (is_kept or provider.hidden_since is not None)
    hides_on = days_after(first, CLOCKS().hidden) if first and may_hide else None
    return Standing(
        today=today,
        is_kept=is_kept,
        facts=facts,
        until=first,
        has_badge=bool(facts) and not any(one.has_lapsed for one in facts),
        is_paused=provider.availability.is_paused(today),
        hides_on=hides_on,
        is_hidden=hides_on is not None and today >= hides_on,
    )


def is_up_to_date(provider: Provider, today: date) -> bool:
    """Tell whether a listing bears the badge: every fact that it states holds today."""
    return standing(provider, False, today).has_badge


def stated_facts(provider: Provider) -> tuple[str, ...]:
    """Return the facts that somebody states in a listing; openings always are one of them.

    Nobody speaks for an unclaimed listing, so it states none.
    """
    if not provider.claimed:
        return ()
    return tuple(fact for fact in FACTS if fact == "availability" or getattr(provider, fact))


def confirmed_on(provider: Provider, fact: str) -> date | None:
    """Return the day on which a fact was last confirmed."""
    if fact == "availability":
        return provider.availability.confirmed_at
    return provider.confirmed.get(fact)


def openings_until(availability: Availability) -> date | None:
    """Return the last day on which the word about openings holds; a pause holds to its end."""
    day, pause = availability.confirmed_at, availability.paused_until
    ends = days_after(day, fresh_days("availability")) if day else None
    return max(filter(None, (ends, pause)), default=None)


def openings_hold(availability: Availability, today: date) -> bool:
    """Tell whether the word about openings still counts as confirmed."""
    until = openings_until(availability)
    return until is not None and today <= until


def held(provider: Provider, today: date, fading: float) -> Held:
    """Return what the confirmations of a listing count for, which is what ranking goes by."""
    openings = provider.availability.confirmed_at
    others = [_percent(fact, day, today, fading) for fact, day in provider.confirmed.items()]
    return Held(
        _percent("availability", openings, today, fading) if openings else 0,
        sum(others),
        len(others),
    )


def settled(provider: Provider, found: Standing) -> Provider:
    """Return a listing hidden or shown as it stands; nothing else changes."""
    since = (provider.hidden_since or found.today) if found.is_hidden else None
    if since == provider.hidden_since:
        return provider
    return provider.model_copy(update={"hidden_since": since})


def brought_back(provider: Provider, today: date) -> Provider:
    """Return a listing that is not hidden any more where its facts were confirmed again."""
    if provider.hidden_since is None:
        return provider
    return settled(provider, standing(provider, False, today))


def days_after(day: date, days: int) -> date:
    """Return the day so many days later, or the last that there is."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _fact(provider: Provider, fact: str, today: date) -> FactStanding:
    day, is_open = confirmed_on(provider, fact), fact == "availability"
    until = openings_until(provider.availability) if is_open else day
    if day and not is_open:
        until = days_after(day, fresh_days(fact))
    is_unknown = is_open and provider.availability.accepting == "unknown"
    return FactStanding(fact, day, until, is_unknown or until is None or today > until)


def _warnings(fact: str) -> tuple[int, ...]:
    """Return how many days before its date a fact is reminded of: never before its clock began."""
    return tuple(before for before in REMINDED_BEFORE if before < fresh_days(fact))


def _percent(fact: str, day: date, today: date, fading: float) -> int:
    return percent_held(days_since(day, today), fresh_days(fact), fading)
