"""Listings at the edges of every rule, beside the demo listings, all for people of California."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from directory.providers import Provider
from tests.factories import make_coach, make_license, make_provider, make_unclaimed

_NEVADA = {"state": "NV", "title": "LCSW"}
_PLACE = {"city": "Oakland", "state": "CA"}


def corner_listings(today: date) -> Iterator[Provider]:
    """Yield listings that one rule lets in or keeps out by a hair."""
    made = (
        *(make_provider(**facts) for facts in _LICENSED),
        *(make_provider(licenses=[make_license(**facts)]) for facts in _licences(today)),
        *(make_coach(**facts) for facts in _COACHES),
        *(make_unclaimed(npi=None, **facts) for facts in _unclaimed(today)),
    )
    for number, provider in enumerate(made):
        yield provider.model_copy(update={"id": f"corner-{number:02}"})


def _licences(today: date) -> Iterator[dict[str, Any]]:
    """The one licence of a listing: by its last day, its status and what it rests on."""
    yield {"expires": str(today)}
    yield {"expires": str(today - timedelta(days=1))}
    yield {"expires": None}
    yield from ({"status": status} for status in ("unverified", "expired", "disciplined"))
    yield from ({"authority": authority} for authority in ("compact", "telehealth"))
    yield _NEVADA


def _unclaimed(today: date) -> Iterator[dict[str, Any]]:
    """Listings of a register, by the licence that they claim."""
    claimed = {"status": "unverified", "verified_at": None, "expires": None}
    for facts in (
        {},
        {"expires": str(today)},
        {"expires": str(today - timedelta(days=1))},
        {"status": "disciplined"},
        _NEVADA,
    ):
        yield {"licenses": [make_license(**claimed | facts)]}
    associate = {"license": "associate", "title": "ASW"}
    yield {"license": "associate", "licenses": [make_license(**claimed | associate)]}
    yield {"published": False}


_ASSOCIATE_HERE = make_license(license="associate", title="ASW")
_OFFERS: tuple[dict[str, Any], ...] = (
    {"published": False},
    {"payers": [], "languages": [], "communities": [], "gender": None, "fee": None},
    {"locations": []},
    {"locations": [_PLACE], "delivery": ["in_person"]},
    {"locations": [_PLACE | {"zip": "94601"}], "delivery": ["in_person"]},
    {"locations": [{"city": "Reno", "state": "NV", "zip": "89501"}], "delivery": ["in_person"]},
    {"delivery": ["phone"]},
    {"age_groups": []},
    {"age_groups": ["child", "teen", "adult", "older_adult"], "accepts_suicidality": True},
    {"services": []},
    {"services": ["complementary"]},
    {"services": ["support"], "service_intent": "support"},
    {"formats": ["couples"]},
    {"formats": ["group"]},
    {"formats": ["couples", "group"], "accepts_suicidality": True},
    {"formats": ["couples", "individual"], "modalities": [{"code": "EFCT"}, {"code": "IBCT"}]},
    {"formats": ["family"], "modalities": [{"code": "NARR"}]},
    {"availability": {"accepting": "no", "next_opening_days": 0}},
    {"availability": {"accepting": "waitlist"}},
    {"availability": {}},
    {"fee": {"min": 120, "max": 120, "sliding_scale": True}},
    {"fee": {"min": 0, "max": 0}},
    *({"practice": {"id": "corner-practice", "name": "Corner Practice"}} for _ in range(6)),
)
# The headline is one licence, the one that counts in California another.
_SPLIT: tuple[dict[str, Any], ...] = (
    {"licenses": [make_license(**_NEVADA), _ASSOCIATE_HERE]},
    {"license": "associate", "licenses": [_ASSOCIATE_HERE, make_license()]},
    {
        "license": "psychiatrist",
        "licenses": [
            make_license(license="psychiatrist", title="MD", state="NV"),
            make_license(),
        ],
        "services": ["psychotherapy", "medication"],
        "modalities": [{"code": "CBT"}, {"code": "MEDS"}],
    },
    {
        "license": "psychologist",
        "licenses": [
            make_license(license="psychologist", title="Psychologist", state="NV"),
            make_license(),
        ],
        "services": ["psychotherapy", "testing"],
    },
)
_LICENSED = (*_OFFERS, *_SPLIT)
_COACHES: tuple[dict[str, Any], ...] = (
    {},
    {"locations": [{"city": "Reno", "state": "NV", "zip": "89501"}], "delivery": ["in_person"]},
    {
        "locations": [{"city": "Reno", "state": "NV", "zip": "89501"}],
        "delivery": ["in_person", "video"],
    },
    {"locations": [], "delivery": ["phone"]},
    {"delivery": []},
    {"age_groups": ["teen", "adult"], "services": ["complementary"]},
    {"formats": ["group"]},
)
