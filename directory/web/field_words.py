"""The fields of a listing and their values in plain words, for those who keep it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import phonenumbers

from directory.providers.history import Json
from directory.sentences import ENGLISH, Dollars
from directory.vocabulary import (
    ACCEPTING,
    ACCESSIBILITY,
    AGE_GROUPS,
    AUTHORITIES,
    COMMUNITIES,
    CONCERNS,
    DELIVERY,
    FORMATS,
    GENDERS,
    KINDS,
    LANGUAGES,
    LICENSE_STATUSES,
    LICENSES,
    MODALITIES,
    PAYERS,
    SERVICE_INTENTS,
    SERVICES,
    THEMES,
    TRAINING,
)

TITLES: Mapping[str, str] = {
    "name": "Name",
    "npi": "NPI",
    "pronouns": "Pronouns",
    "gender": "Gender",
    "license": "Profession",
    "licenses": "Licenses",
    "service_intent": "Therapy, psychotherapy or both",
    "services": "Services",
    "accepts_suicidality": "People with thoughts of suicide",
    "offers_conversion_practices": "Conversion practices",
    "modalities": "Kinds of therapy",
    "concerns": "What you help with",
    "formats": "Formats",
    "groups": "Groups",
    "age_groups": "Ages",
    "delivery": "How you meet",
    "locations": "Places",
    "languages": "Languages",
    "communities": "Communities",
    "payers": "Insurance and plans",
    "fee": "Fee",
    "availability": "Openings",
    "practice": "Practice",
    "bio": "About you",
    "phone": "Phone",
    "email": "Email (never shown)",
    "website": "Website",
    "claimed": "In your own words",
    "demo": "Made up for a trial",
    "published": "On the site",
    "hidden_since": "Hidden because nobody confirmed it, since",
    "confirmed": "Said again",
}
NOTHING = "Nothing"


def title_of(field: str) -> str:
    """Return what a field is called on a page."""
    return TITLES.get(field, field.replace("_", " ").capitalize())


def told_values(field: str, value: Json) -> tuple[str, ...]:
    """Say what a field holds, one text for each thing of a list; nothing where it is empty."""
    if not value and value is not False and value != 0:
        return ()
    if field == "confirmed" and isinstance(value, Mapping):
        return tuple(f"{title_of(fact)} ({day_words(day)})" for fact, day in value.items())
    items = value if isinstance(value, list | tuple) else [value]
    return tuple(_told(field, item) for item in items)


def day_words(day: Json) -> str:
    """Write a day as people in the United States do; what is no day is told as it is."""
    try:
        found = day if isinstance(day, date) else date.fromisoformat(day)
    except (TypeError, ValueError):
        return str(day)
    return ENGLISH.day(found)


def _told(field: str, item: Json) -> str:
    """Say one thing; what does not have the shape of its field is told as it was typed."""
    tell = _TELLING.get(field, str)
    try:
        return tell(item)
    except (AttributeError, KeyError, TypeError, ValueError):
        return str(item)


def _in_one(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _yes_or_no(item: Json) -> str:
    return "Yes" if item else "No"


def _license(item: Json) -> str:
    status = item.get("status", "unverified")
    checked = "not checked yet" if status == "unverified" else LICENSE_STATUSES.label(status)
    authority = item.get("authority", "license")
    expires = item.get("expires")
    return _in_one(
        (
            f"{item['title']} in {item['state']}",
            f"no. {item['number']}" if item.get("number") else None,
            AUTHORITIES.label(authority) if authority != "license" else None,
            f"until {day_words(expires)}" if expires else None,
            checked.lower(),
        )
    )


def _modality(item: Json) -> str:
    proof = "proof checked" if item.get("verified_at") else None
    training = TRAINING.label(item.get("training", "self_declared")).lower()
    return f"{MODALITIES.label(item['code'])} ({_in_one((training, proof))})"


def _group(item: Json) -> str:
    starts = item.get("starts")
    return _in_one(
        (
            str(item["name"]),
            THEMES.label(item["theme"]),
            KINDS.label(item["kind"]),
            f"{item['open']} of {item['seats']} seats open",
            f"from {day_words(starts)}" if starts else None,
            str(item["schedule"]),
        )
    )


def _place(item: Json) -> str:
    access = (ACCESSIBILITY.label(code) for code in item.get("accessibility") or ())
    towns = f"{item['city']}, {item['state']} {item.get('zip') or ''}".strip()
    phone = _phone(item["phone"]) if item.get("phone") else None
    return _in_one((item.get("street"), towns, phone, *access))


def _phone(item: Json) -> str:
    try:
        number = phonenumbers.parse(item, "US")
    except phonenumbers.NumberParseException:
        return str(item)
    form = phonenumbers.PhoneNumberFormat
    is_ours = number.country_code == 1
    return phonenumbers.format_number(number, form.NATIONAL if is_ours else form.INTERNATIONAL)


def _fee(item: Json) -> str:
    low, high = _dollars(item["min"]), _dollars(item["max"])
    span = low if low == high else f"{low} to {high}"
    return f"{span} a session{', less for some' if item.get('sliding_scale') else ''}"


def _dollars(amount: Json) -> str:
    return ENGLISH.money(Dollars(float(amount)))


def _openings(item: Json) -> str:
    days, places = item.get("next_opening_days"), item.get("open_places")
    until, said = item.get("paused_until"), item.get("confirmed_at")
    return _in_one(
        (
            ACCEPTING.label(item.get("accepting", "unknown")),
            "from today" if days == 0 else f"in about {days} days" if days else None,
            f"{places} open" if places is not None else None,
            f"paused until {day_words(until)}" if until else None,
            f"said {day_words(said)}" if said else None,
        )
    )


_TELLING: Mapping[str, Callable[[Json], str]] = {
    "license": LICENSES.label,
    "licenses": _license,
    "gender": GENDERS.label,
    "service_intent": SERVICE_INTENTS.label,
    "services": SERVICES.label,
    "accepts_suicidality": _yes_or_no,
    "offers_conversion_practices": _yes_or_no,
    "modalities": _modality,
    "concerns": CONCERNS.label,
    "formats": FORMATS.label,
    "groups": _group,
    "age_groups": AGE_GROUPS.label,
    "delivery": DELIVERY.label,
    "locations": _place,
    "languages": LANGUAGES.label,
    "communities": COMMUNITIES.label,
    "payers": PAYERS.label,
    "fee": _fee,
    "availability": _openings,
    "phone": _phone,
    "practice": lambda item: str(item["name"]),
    "claimed": _yes_or_no,
    "demo": _yes_or_no,
    "published": _yes_or_no,
    "hidden_since": day_words,
}
