"""Hypothesis strategies: listings of every kind that the rules allow."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from directory.providers import Provider
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
    SERVICES,
    STATES,
    THEMES,
    TRAINING,
)
from directory.vocabulary.license_titles import titles_in
from tests.factories import make_npi

_COACH_SERVICES = ("support", "complementary")
_WORDS = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30)
lines = _WORDS.map(str.strip).filter(bool)
days = st.dates(date(2024, 1, 1), date(2029, 12, 31))
npis = st.integers(0, 99_999_999).map(make_npi)
zips = st.sampled_from(["94110", "10001", "60601", "99501", "00901", "96813"])


def some(codes: Any, most: int = 4) -> st.SearchStrategy[list[str]]:
    """A few different codes of a vocabulary."""
    return st.lists(st.sampled_from(list(codes)), max_size=most, unique=True)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def licenses(draw: st.DrawFn, code: str, claimed: bool) -> dict[str, Any]:
    """A licence that its state grants under its title."""
    state = draw(st.sampled_from([state for state in STATES if titles_in(state, code)]))
    statuses = list(LICENSE_STATUSES) if claimed else ["unverified"]
    return {
        "license": code,
        "title": draw(st.sampled_from(titles_in(state, code))),
        "state": state,
        "number": draw(_maybe(st.from_regex(r"[A-Z0-9]{3,9}", fullmatch=True))),
        "status": draw(st.sampled_from(statuses)),
        "expires": draw(_maybe(days)),
        "verified_at": draw(_maybe(days)),
        "authority": draw(st.sampled_from(list(AUTHORITIES))),
    }


locations = st.fixed_dictionaries(
    {
        "city": lines,
        "state": st.sampled_from(list(STATES)),
        "zip": _maybe(zips),
        "accessibility": some(ACCESSIBILITY),
    },
    optional={"street": lines, "phone": st.just("+14155550123")},
) | st.just({"city": "Oakland", "state": "CA", "lat": 37.8, "lon": -122.27})
fees = st.tuples(st.integers(0, 300), st.integers(0, 200), st.booleans()).map(
    lambda drawn: {"min": drawn[0], "max": drawn[0] + drawn[1], "sliding_scale": drawn[2]}
)
availabilities = st.fixed_dictionaries(
    {
        "accepting": st.sampled_from(list(ACCEPTING)),
        "next_opening_days": _maybe(st.integers(0, 60)),
        "open_places": _maybe(st.integers(0, 500)),
        "confirmed_at": _maybe(days),
    }
)


@st.composite
def groups(draw: st.DrawFn, coach: bool) -> dict[str, Any]:
    """A group; the process groups have a licensed leader."""
    seats = draw(st.integers(2, 20))
    return {
        "name": draw(lines),
        "theme": draw(st.sampled_from(list(THEMES))),
        "kind": "educational" if coach else draw(st.sampled_from(list(KINDS))),
        "seats": seats,
        "open": draw(st.integers(0, seats)),
        "starts": draw(_maybe(days)),
        "schedule": draw(lines),
    }


def _services(code: str) -> list[str]:
    term = LICENSES[code]
    if not term.licensed:
        return list(_COACH_SERVICES)
    return [
        service
        for service in SERVICES
        if (service != "medication" or term.may_prescribe)
        and (service != "testing" or term.may_test)
    ]


@st.composite
def offers(draw: st.DrawFn, code: str) -> dict[str, Any]:
    """What only a claimed listing says: its services and how they are given."""
    coach = code == "coach"
    allowed = [name for name, term in MODALITIES.items() if term.may_be_offered_by(code)]
    services = draw(some(_services(code)))
    modalities = draw(some(allowed) if coach else some(allowed).filter(bool))
    training = st.sampled_from(list(TRAINING))
    held = [{"code": name, "training": draw(training)} for name in modalities]
    formed = draw(st.lists(groups(coach), max_size=2))
    formats = draw(some(FORMATS))
    intents = ["support"] if coach else ["psychotherapy", "support", "both"]
    return {
        "service_intent": draw(st.sampled_from(intents)),
        "services": services,
        "modalities": held,
        "accepts_suicidality": draw(_maybe(st.booleans())),
        "groups": formed,
        "formats": sorted({*formats, "group"}) if formed else formats,
        "fee": draw(_maybe(fees)),
        "availability": draw(availabilities),
    }


@st.composite
def providers(draw: st.DrawFn, id: str = "drawn", npi: bool = True) -> Provider:
    """A valid listing of any licence, claimed or not, published or not."""
    code = draw(st.sampled_from(list(LICENSES)))
    claimed = code == "coach" or draw(st.booleans())
    count = 0 if code == "coach" else 1 + draw(st.integers(0, 2))
    facts = {
        "id": id,
        "npi": draw(_maybe(npis)) if npi else None,
        "name": draw(lines),
        "pronouns": draw(_maybe(lines)),
        "gender": draw(_maybe(st.sampled_from(list(GENDERS)))),
        "license": code,
        "licenses": [draw(licenses(code, claimed)) for _ in range(count)],
        "concerns": draw(some(CONCERNS)),
        "age_groups": draw(some(AGE_GROUPS)),
        "delivery": draw(some(DELIVERY)),
        "locations": draw(st.lists(locations, max_size=2)),
        "languages": draw(some(LANGUAGES)),
        "communities": draw(some(COMMUNITIES)),
        "payers": draw(some(PAYERS)),
        "bio": draw(st.just("") | lines),
        "claimed": claimed,
        "published": draw(st.booleans()),
        "offers_conversion_practices": draw(st.sampled_from([None, False])),
        "confirmed": {"payers": draw(days)},
    }
    return Provider.model_validate(facts | (draw(offers(code)) if claimed else {}))
