"""Facts of a listing as short sentences that anyone can read."""

from collections.abc import Iterable
from datetime import date

from directory.providers import Availability, Fee, Provider
from directory.providers.freshness import days_since, is_fresh
from directory.providers.standing import openings_hold
from directory.sentences import Dollars, inside, joined, say, say_many
from directory.vocabulary import ACCEPTING, DELIVERY, PAYERS, LicenseTerm
from directory.vocabulary.payers import NO_PLANS

_NEVER = say("No one has confirmed this")


def some_of(labels: Iterable[str], limit: int) -> str:
    """Name the first few and count the others."""
    names = tuple(labels)
    left = len(names) - limit
    if left <= 0:
        return joined(names)
    return say_many(
        "{names} and {count} more", "{names} and {count} more", left, names=names[:limit]
    )


def how_long_ago(day: date, today: date) -> str:
    """Say how long ago a day was, in days up to two months, then in months."""
    days = days_since(day, today)
    if days < 2:
        return (say("today"), say("yesterday"))[days]
    if days < 60:
        return say_many("{count} day ago", "{count} days ago", days)
    months = days // 30
    if months < 24:
        return say_many("{count} month ago", "{count} months ago", months)
    return say_many("{count} year ago", "{count} years ago", days // 365)


def confirmed_words(fact: str, day: date | None, today: date) -> str:
    """Say when a fact was last confirmed, and whether that is long ago, or that it never was."""
    return _confirmed(day, is_fresh(fact, day, today), today)


def _confirmed(day: date | None, holds: bool, today: date) -> str:
    if day is None:
        return _NEVER
    ago = how_long_ago(day, today)
    return say("Confirmed {ago}", ago=ago) if holds else say("Last confirmed {ago}", ago=ago)


def dollars(amount: float) -> str:
    """Write US dollars, with cents only where there are any."""
    return say("{amount}", amount=Dollars(amount))


def license_may(license: LicenseTerm) -> str:
    """Say at a glance what the holder of a licence may do."""
    if not license.licensed:
        return say("Gives support, not treatment.")
    if not license.independent:
        return say("Treats people with a licensed person in charge. No medicine.")
    if license.may_prescribe:
        return say("Licensed to treat and diagnose. Can prescribe medicine.")
    if license.may_test:
        return say("Licensed to treat, diagnose and test. Most cannot prescribe.")
    return say("Licensed to treat. No medicine.")


def opening_words(availability: Availability) -> str:
    """Say whether there is room, and how soon."""
    if availability.accepting == "unknown":
        return say("Openings: not known")
    status = ACCEPTING.label(availability.accepting)
    if availability.paused_until:
        return say("{status}, until {day}", status=status, day=availability.paused_until)
    days = availability.next_opening_days
    if days is None:
        return status
    if availability.accepting != "yes":
        return say_many(
            "{status}, about {count} day", "{status}, about {count} days", days, status=status
        )
    if days == 0:
        return say("New patients from today")
    return say_many("New patients in about {count} day", "New patients in about {count} days", days)


def opening_age(availability: Availability, today: date) -> str:
    """Say how old the word about openings is."""
    if availability.accepting == "unknown":
        return say("Call and ask")
    return _confirmed(availability.confirmed_at, openings_hold(availability, today), today)


def fee_words(fee: Fee | None) -> str:
    """Say what a session costs."""
    if fee is None:
        return say("Cost: not known. Ask before the first visit")
    if fee.max == 0:
        return say("Free")
    low, high = Dollars(fee.min), Dollars(fee.max)
    if fee.min == fee.max:
        one = say("{price} a session, less if you earn less", price=low)
        return one if fee.sliding_scale else say("{price} a session", price=low)
    if fee.sliding_scale:
        return say("{low} to {high} a session, less if you earn less", low=low, high=high)
    return say("{low} to {high} a session", low=low, high=high)


def payer_words(provider: Provider) -> str:
    """Say which insurance is taken: two plans by name, of more the first and how many."""
    if not provider.payers:
        return (
            say("Insurance most often does not pay")
            if provider.is_coach
            else say("Insurance: not known")
        )
    plans = [PAYERS.label(code) for code in provider.payers if code not in NO_PLANS]
    if plans:
        return say("Takes {plans}", plans=some_of(plans, 2 if len(plans) == 2 else 1))
    if "out_of_network" in provider.payers:
        return say("You pay on your own. A plan may pay some back")
    return say("You pay on your own")


def place_words(provider: Provider) -> str:
    """Say where the office is, and which ways there are to meet."""
    towns = dict.fromkeys(f"{place.city}, {place.state}" for place in provider.locations)
    where = some_of(towns, 2)
    ways = joined(inside(DELIVERY.label(way)) for way in provider.delivery if way != "in_person")
    has_office = "in_person" in provider.delivery or not provider.delivery
    if not ways:
        return where or say("Place: not known")
    if not where:
        return say("Meets by {ways}", ways=ways)
    if has_office:
        return say("{towns}, or by {ways}", towns=where, ways=ways)
    return say("Meets by {ways} (based in {towns})", ways=ways, towns=where)


def miles_away(miles: float) -> str:
    """Say how far an office is, in whole miles."""
    return say_many("{count} mile away", "{count} miles away", max(1, round(miles)))


def initials(name: str) -> str:
    """Return the first letters of the first and the last name."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    names = [word for word in words if not word.endswith(".")] or words
    return (names[0][0] + (names[-1][0] if len(names) > 1 else "")).upper() if names else "?"


def tint_of(name: str, tints: int) -> int:
    """Return the number of a quiet colour, from 1, that is always the same for a name."""
    return sum(map(ord, name)) % tints + 1
