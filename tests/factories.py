"""Listings for tests: valid ones, of which a test changes what it is about."""

from typing import Any

from directory.providers import License, Provider, is_valid_npi
from directory.storage import Providers
from directory.workflows import Directory


def make_license(**changes: Any) -> dict[str, Any]:
    """Return an active LCSW of California as JSON holds it, with some fields changed."""
    facts = {
        "license": "lcsw",
        "title": "LCSW",
        "state": "CA",
        "number": "12345",
        "status": "active",
        "expires": "2027-05-31",
        "verified_at": "2026-11-01",
        "authority": "license",
    }
    return License.model_validate(facts | changes).model_dump(mode="json")


def provider_facts(**changes: Any) -> dict[str, Any]:
    """Return what `make_provider` validates, for tests of what is refused."""
    facts: dict[str, Any] = {
        "id": "ana-lopez",
        "name": "Ana Lopez",
        "gender": "female",
        "license": "lcsw",
        "licenses": [make_license()],
        "service_intent": "psychotherapy",
        "services": ["psychotherapy"],
        "modalities": [{"code": "CBT", "training": "trained", "verified_at": "2026-10-01"}],
        "concerns": ["panic"],
        "formats": ["individual"],
        "age_groups": ["adult"],
        "delivery": ["in_person", "video"],
        "locations": [{"city": "San Francisco", "state": "CA", "zip": "94110"}],
        "languages": ["en"],
        "payers": ["aetna"],
        "fee": {"min": 90, "max": 160, "sliding_scale": True},
        "availability": {
            "accepting": "yes",
            "next_opening_days": 5,
            "confirmed_at": "2026-11-10",
        },
        "bio": "I help people who feel anxious to find solid ground again.",
        "phone": "+14155550123",
    }
    return facts | changes


def make_provider(**changes: Any) -> Provider:
    """Return a valid, published, claimed LCSW of California, with some fields changed."""
    return Provider.model_validate(provider_facts(**changes))


def make_coach(**changes: Any) -> Provider:
    """Return a valid coach, who works in person in California and by video anywhere."""
    facts = {
        "id": "cora-coach",
        "name": "Cora Reed",
        "license": "coach",
        "licenses": [],
        "service_intent": "support",
        "services": ["support"],
        "modalities": [],
        "concerns": [],
    }
    return make_provider(**facts | changes)


def make_unclaimed(**changes: Any) -> Provider:
    """Return a listing as a register gives it: nobody has spoken for it yet."""
    facts = {
        "id": "npi-1234567893",
        "npi": "1234567893",
        "name": "Una Claimed",
        "license": "lcsw",
        "licenses": [make_license(status="unverified", expires=None, verified_at=None)],
        "locations": [{"city": "San Francisco", "state": "CA", "zip": "94110"}],
        "claimed": False,
    }
    return Provider.model_validate(facts | changes)


def in_order(*providers: Provider) -> list[Provider]:
    """Return listings in the order of their ids, in which an index is built."""
    return sorted(providers, key=lambda provider: provider.id)


def make_npi(number: int) -> str:
    """Return the n-th NPI that begins with 2, a range that was never issued."""
    stem = f"2{number:08d}"
    return next(npi for digit in range(10) if is_valid_npi(npi := f"{stem}{digit}"))


def store(directory: Directory, *providers: Provider) -> None:
    """Save listings in one transaction, as an edit does; the next search takes them in."""
    with directory.database.writing() as session:
        for provider in providers:
            Providers(session).save(provider)


def remove(directory: Directory, *ids: str) -> None:
    """Delete listings in one transaction."""
    with directory.database.writing() as session:
        for id in ids:
            Providers(session).remove(id)
