"""Facts of a listing as short sentences that anyone can read."""

from collections.abc import Iterable
from datetime import date

from directory.providers import Availability, Fee, Provider
from directory.providers.freshness import days_since, is_fresh
from directory.vocabulary import ACCEPTING, DELIVERY, PAYERS, LicenseTerm
from directory.vocabulary.payers import NO_PLANS

_MAY_DIAGNOSE = {
    "yes": "Can find out what is wrong (diagnose).",
    "state": "Can diagnose in some states.",
    "no": "Cannot diagnose.",
}


def joined(parts: Iterable[str]) -> str:
    """Join words as a person would: a, b and c."""
    *head, last = [*parts] or [""]
    return f"{', '.join(head)} and {last}" if head else last


def mid_sentence(label: str) -> str:
    """Return a label as it reads within a sentence; an abbreviation keeps its capitals."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def some_of(labels: Iterable[str], limit: int) -> str:
    """Name the first few and count the others."""
    names = tuple(labels)
    left = len(names) - limit
    return f"{', '.join(names[:limit])} and {left} more" if left > 0 else joined(names)


def how_long_ago(day: date, today: date) -> str:
    """Say how long ago a day was, in days up to two months, then in months."""
    days = days_since(day, today)
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 60:
        return f"{days} days ago"
    months = days // 30
    return f"{months} months ago" if months < 24 else f"{days // 365} years ago"


def dollars(amount: float) -> str:
    """Write US dollars, with cents only where there are any."""
    return f"${amount:,.0f}" if amount == int(amount) else f"${amount:,.2f}"


def day_words(day: date) -> str:
    """Write a day as in `November 2, 2026`."""
    return f"{day:%B} {day.day}, {day.year}"


def license_may(license: LicenseTerm) -> str:
    """Say what the holder of a licence may do, in at most three short sentences."""
    if not license.licensed:
        return "Not licensed. Gives support, not treatment."
    if not license.independent:
        return "Treats people with a licensed person in charge. Cannot prescribe medicine."
    prescribe = "Can prescribe medicine." if license.may_prescribe else "Cannot prescribe medicine."
    if license.code == "psychologist":
        prescribe = "Most cannot prescribe medicine."
    test = " Can give tests." if license.may_test else ""
    return f"Licensed to treat. {_MAY_DIAGNOSE[license.may_diagnose]}{test} {prescribe}"


def opening_words(availability: Availability, today: date) -> str:
    """Say whether there is room, how soon, and how old that word is."""
    says = ACCEPTING.label(availability.accepting)
    if availability.accepting == "unknown":
        return "Openings: not known. Call and ask"
    soon = _wait_words(availability.next_opening_days)
    confirmed = availability.confirmed_at
    if confirmed is None:
        return f"{says}{soon}. No one has confirmed this"
    age = how_long_ago(confirmed, today)
    if is_fresh("availability", confirmed, today):
        return f"{says}{soon}. Confirmed {age}"
    return f"{says}{soon}, as of {age}. Call to check"


def _wait_words(days: int | None) -> str:
    if days is None:
        return ""
    if days == 0:
        return ", first visit as soon as today"
    return f", first visit in about {days} {'day' if days == 1 else 'days'}"


def fee_words(fee: Fee | None) -> str:
    """Say what a session costs."""
    if fee is None:
        return "Cost: not known. Ask before the first visit"
    low, high = dollars(fee.min), dollars(fee.max)
    price = low if low == high else f"{low} to {high}"
    if price == "$0":
        return "Free"
    return f"{price} a session" + (", less if you earn less" if fee.sliding_scale else "")


def payer_words(provider: Provider) -> str:
    """Name the insurance that is taken."""
    if not provider.payers:
        return (
            "Insurance: not known" if not provider.is_coach else "Insurance most often does not pay"
        )
    plans = [PAYERS.label(code) for code in provider.payers if code not in NO_PLANS]
    if plans:
        return f"Takes {some_of(plans, 3)}"
    pays_back = "out_of_network" in provider.payers
    return "You pay on your own" + (". A plan may pay some back" if pays_back else "")


def place_words(provider: Provider) -> str:
    """Say where the office is, and which ways there are to meet."""
    towns = dict.fromkeys(f"{place.city}, {place.state}" for place in provider.locations)
    remote = [DELIVERY.label(way).lower() for way in provider.delivery if way != "in_person"]
    where = some_of(towns, 2)
    how = f"by {joined(remote)}" if remote else ""
    if provider.delivery and "in_person" not in provider.delivery:
        return f"Meets {how}" + (f" (based in {where})" if where else "")
    return " and ".join(part for part in (where, how) if part) or "Place: not known"


def initials(name: str) -> str:
    """Return the first letters of the first and the last name."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    names = [word for word in words if not word.endswith(".")] or words
    return (names[0][0] + (names[-1][0] if len(names) > 1 else "")).upper() if names else "?"
