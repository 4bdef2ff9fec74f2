"""Fourteen made-up listings that the pages are tested with."""

from datetime import date, timedelta
from typing import Any

from directory.providers import Provider
from tests.factories import make_license, make_provider

TODAY = date(2026, 11, 22)
_TITLES = {"lcsw": "LCSW", "psychologist": "Psychologist", "psychiatrist": "MD", "lmft": "LMFT"}


def days_ago(days: int) -> str:
    return (TODAY - timedelta(days)).isoformat()


def therapist(id: str, name: str, license: str = "lcsw", **facts: Any) -> Provider:
    held = {} if license == "coach" else {"license": license, "title": _TITLES[license]}
    prescribes = ["medication"] if license == "psychiatrist" else []
    place = {"street": "1 Main Street", "city": "San Francisco", "state": "CA", "zip": "94110"}
    shown = {
        "gender": None,
        "license": license,
        "licenses": [make_license(expires="2027-12-31", verified_at=days_ago(30), **held)],
        "services": ["psychotherapy", *prescribes],
        "accepts_suicidality": True,
        "modalities": [{"code": "CBT", "training": "trained"}],
        "concerns": ["panic", "gad"],
        "age_groups": ["child", "teen", "adult", "older_adult"],
        "locations": [{**place, "lat": 37.75, "lon": -122.41}],
        "languages": ["en", "es"],
        "fee": {"min": 90, "max": 140, "sliding_scale": True},
        "availability": _opening_soon(),
        "bio": "I help people who have panic attacks. We go at your speed.",
        "phone": "415-555-0100",
        "website": "https://example.org/me",
        "demo": True,
        "confirmed": {"payers": days_ago(40)},
    }
    return make_provider(id=id, name=name, **shown | facts)


def _opening_soon() -> dict[str, Any]:
    return {"accepting": "yes", "next_opening_days": 5, "confirmed_at": days_ago(12)}


def coach(id: str, name: str) -> Provider:
    return therapist(
        id,
        name,
        license="coach",
        licenses=[],
        service_intent="support",
        services=["support"],
        accepts_suicidality=None,
        modalities=[],
        concerns=["career", "habits"],
        payers=[],
    )


def unclaimed(id: str, person: str) -> Provider:
    facts: dict[str, Any] = dict.fromkeys(
        ("service_intent", "accepts_suicidality", "fee", "website")
    )
    lists = ("services", "modalities", "concerns", "formats", "age_groups", "delivery", "payers")
    license = {"license": "lcsw", "title": "LCSW", "state": "CA", "status": "unverified"}
    return therapist(
        id,
        person,
        **facts,
        **dict.fromkeys(lists, ()),
        licenses=[license],
        languages=[],
        availability={"accepting": "unknown"},
        bio="",
        claimed=False,
        demo=False,
        confirmed={},
    )


def everyone() -> tuple[Provider, ...]:
    names = ("Ana Alvarez", "Ben Brooks", "Carla Chen", "Dev Diaz", "Elena Ito", "Farid Kim")
    therapists = tuple(
        therapist(f"lcsw-{i}", name, email=f"lcsw-{i}@example.org") for i, name in enumerate(names)
    )
    group = {
        "name": "Calm Tuesday",
        "theme": "confidence",
        "kind": "process",
        "seats": 8,
        "open": 3,
        "schedule": "Tuesdays at 6 pm",
    }
    return (
        *therapists,
        therapist("psychiatrist-1", "Grace Lopez", "psychiatrist"),
        therapist("psychiatrist-2", "Hugo Mbeki", "psychiatrist"),
        therapist("psychologist-1", "Ines Novak", "psychologist", pronouns="she/her"),
        therapist("lmft-1", "Jonas Okafor", "lmft", formats=["couples", "group"], groups=[group]),
        therapist(
            "stale-1",
            "Kira Patel",
            payers=[],
            fee=None,
            availability={"accepting": "yes", "confirmed_at": days_ago(60)},
        ),
        coach("coach-1", "Leo Quist"),
        unclaimed("register-1", "Maya Reyes"),
        unclaimed("register-2", "Nils Sato"),
    )
