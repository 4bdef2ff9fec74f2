"""The practical side: fees, payers, openings, delivery, access and what was confirmed when."""

from random import Random
from typing import Any

from seed_data.draft import Draft
from seed_data.draws import age, pick, some, source_of
from seed_data.places import draw_street, places_file

_FEES = {
    "psychologist": (150, 235),
    "lcsw": (110, 185),
    "lpc": (100, 170),
    "lmft": (110, 185),
    "psychiatrist": (210, 400),
    "pmhnp": (135, 270),
    "associate": (45, 100),
    "coach": (60, 150),
}
_COMMON = ("aetna", "bcbs", "cigna", "uhc", "humana")
_PUBLIC = ("medicaid", "medicare", "medicare_advantage", "tricare", "va_ccn", "chip")
_EMPLOYER = ("lyra", "spring", "modern_health", "compsych", "eap", "multiplan", "first_health")
_SMALLER = ("carelon", "magellan", "fep", "geha", "oscar")
_OTHER = ("victim_comp", "workers_comp", "centene", "molina", "amerigroup", "school")
_ACCEPTING = {"yes": 0.53, "waitlist": 0.17, "no": 0.19, "unknown": 0.11}
_ACCESS = {
    "step_free": 0.55,
    "accessible_restroom": 0.42,
    "elevator": 0.25,
    "accessible_parking": 0.4,
    "free_parking": 0.5,
    "public_transit": 0.35,
    "gender_neutral_restroom": 0.3,
    "quiet_room": 0.18,
    "service_animals": 0.3,
    "large_print": 0.1,
    "scent_free": 0.08,
    "larger_seating": 0.12,
    "captions": 0.14,
    "home_visits": 0.03,
}


def _fee(chance: Random, draft: Draft) -> dict[str, Any] | None:
    if chance.random() < 0.1:
        return None
    low, high = _FEES[draft.license]
    cost = float(places_file()["cost"].get(draft.place.state, 1.0))
    top = round(chance.uniform(low, high) * cost / 5) * 5
    sliding = chance.random() < (0.6 if draft.license in ("associate", "coach") else 0.38)
    floor = chance.uniform(0.4, 0.75) if sliding else chance.choice((1.0, 1.0, 0.85, 0.7))
    return {"min": round(top * floor / 5) * 5, "max": top, "sliding_scale": sliding}


def _payers(chance: Random, draft: Draft) -> list[str]:
    """Draw plans that exist in the state; a coach cannot bill any."""
    if draft.is_coach:
        return []
    if chance.random() < (0.42 if draft.license == "psychiatrist" else 0.24):
        return ["self_pay", "out_of_network"] if chance.random() < 0.7 else ["self_pay"]
    regional = places_file()["regional_payers"].get(draft.place.state, "").split()
    public = _PUBLIC if {"child", "teen"} & set(draft.ages) else _PUBLIC[:-1]
    payers = some(chance, _COMMON, 1, 5) + some(chance, _SMALLER, 0, 2)
    payers += some(chance, regional, 0, 3) + some(chance, public, 0, 3)
    payers += some(chance, _EMPLOYER, 0, 2) + some(chance, _OTHER, 0, 1)
    payers += ["self_pay"] if chance.random() < 0.6 else []
    return list(dict.fromkeys(payers))


def _days_ago(chance: Random) -> int:
    """Draw the age of a confirmation: most are recent, some are more than a year old."""
    if chance.random() < 0.58:
        return chance.randint(0, 21)
    return min(400, int(chance.expovariate(1 / 95)))


def _availability(chance: Random, draft: Draft) -> dict[str, Any]:
    accepting = "yes" if draft.anchor and chance.random() < 0.6 else pick(chance, _ACCEPTING)
    if draft.anchor and accepting == "no":
        accepting = "waitlist"
    wait = {"yes": (0, 28), "waitlist": (20, 150)}.get(accepting)
    known = wait is not None and chance.random() < 0.78
    return {
        "accepting": accepting,
        "next_opening_days": chance.randint(*wait) if wait and known else None,
        "open_places": _open_places(draft) if accepting == "yes" else None,
        "confirmed_at": None if accepting == "unknown" else age(-_days_ago(chance)),
    }


def _open_places(draft: Draft) -> int | None:
    chance = source_of("open places", draft.number)
    return chance.choice((1, 1, 2, 2, 3, 4, 6)) if chance.random() < 0.6 else None


def _delivery(chance: Random, draft: Draft) -> list[str]:
    ways = pick(
        chance,
        {"in_person video": 0.55, "video": 0.22, "in_person": 0.14, "in_person video phone": 0.09},
    ).split()
    if "video" in ways and "phone" not in ways and chance.random() < 0.12:
        ways.append("phone")
    if draft.ages == ["child"] and ways == ["video"]:
        ways.insert(0, "in_person")
    return ways


def _location(chance: Random, draft: Draft) -> dict[str, Any]:
    place = draft.place
    in_person = "in_person" in draft.delivery
    access = [code for code, share in _ACCESS.items() if in_person and chance.random() < share]
    if "ase" in draft.person.languages:
        access.append("asl")
    return {
        "street": draw_street(chance) if in_person or not draft.claimed else None,
        "city": place.city,
        "state": place.state,
        "zip": place.zip,
        "lat": place.lat,
        "lon": place.lon,
        "phone": draft.phone,
        "accessibility": access,
    }


def _communities(chance: Random, draft: Draft) -> list[str]:
    wished = list(draft.communities)
    every = "lgbtq women men students neurodivergent disability immigrants black latino christian "
    every += "asian_american veterans recovery older_adults perinatal native_american muslim jewish"
    every += " pacific_islander middle_eastern kink_poly first_responders military_families"
    if chance.random() < 0.5:
        wished += [code for code in some(chance, every.split(), 1, 2) if code not in wished]
    if "ase" in draft.person.languages:
        wished.append("deaf")
    if "perinatal" in wished or "women" in wished:
        wished = [code for code in wished if code != "men"]
    if "older_adult" not in draft.ages:
        wished = [code for code in wished if code != "older_adults"]
    if not {"adult", "older_adult"} & set(draft.ages):
        wished = [code for code in wished if code not in ("veterans", "kink_poly", "perinatal")]
    return wished


def _confirmed(chance: Random, draft: Draft) -> dict[str, str]:
    confirmed: dict[str, str] = {}
    if draft.availability["confirmed_at"]:
        confirmed["availability"] = draft.availability["confirmed_at"]
    facts = {"payers": 0.7 if draft.payers else 0, "fee": 0.6 if draft.fee else 0}
    facts |= {"locations": 0.55, "services": 0.4, "modalities": 0.35, "languages": 0.2, "bio": 0.3}
    for fact, share in facts.items():
        if chance.random() < share:
            confirmed[fact] = age(-_days_ago(chance))
    return confirmed


def add_register_facts(draft: Draft) -> None:
    """Give an unclaimed listing its place and nothing that only the person could say."""
    draft.availability = {"accepting": "unknown", "next_opening_days": None, "confirmed_at": None}
    draft.locations = [_location(source_of("register", draft.number), draft)]


def add_openings_and_delivery(draft: Draft) -> None:
    """Draw what the groups and the bio depend on."""
    chance = source_of("openings", draft.number)
    draft.availability = _availability(chance, draft)
    draft.delivery = _delivery(chance, draft)


def add_terms(draft: Draft) -> None:
    """Draw fees, payers, place, communities and confirmations of a claimed listing."""
    chance = source_of("terms", draft.number)
    draft.fee = _fee(chance, draft)
    draft.payers = _payers(chance, draft)
    draft.locations = draft.locations or [_location(chance, draft)]
    draft.communities = _communities(chance, draft)
    draft.confirmed = _confirmed(chance, draft)
