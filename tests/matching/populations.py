"""Made-up requests and listings for the properties of matching."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from directory.matching import Exposure
from directory.matching.ranking_table import FACTORS
from directory.providers import Provider
from directory.providers.freshness import FACTS
from directory.vocabulary import FORMATS, LEVELS_OF_CARE, SAFETY_FLAGS, TRAINING
from directory.wishes import PREFERENCE_VALUES
from tests.factories import make_coach, make_license, make_provider
from tests.matching.asking import holder_of

CONCERNS = [
    "panic",
    "grief",
    "habits",
    "relationship_distress",
    "ipv_survivor",
    "bipolar",
    "unsure",
]
MODALITIES = ["CBT", "PDT", "EFCT", "SUPP", "SEXTX", "PREP", "EMDR"]
LEAVABLE = [factor for factor in FACTORS if factor != "need"]
PLACES = [
    {"city": "San Francisco", "state": "CA", "zip": "94110"},
    {"city": "Oakland", "state": "CA", "zip": "94601", "accessibility": ["step_free"]},
    {"city": "Reno", "state": "NV", "zip": "89501"},
]


def some(values: Any, most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.sampled_from(list(values)), unique=True, max_size=most)


def _preference(factor: str) -> st.SearchStrategy[dict[str, Any]]:
    usual = {"language": ["en", "es"], "modality": MODALITIES, "community": ["lgbtq", "women"]}
    return st.fixed_dictionaries(
        {
            "factor": st.just(factor),
            "value": st.sampled_from(usual.get(factor, PREFERENCE_VALUES[factor])),
            "strength": st.sampled_from(["must", "prefer", "avoid"]),
        }
    )


PREFERENCES = st.lists(st.sampled_from(sorted(PREFERENCE_VALUES)).flatmap(_preference), max_size=3)
COVERAGE = st.fixed_dictionaries(
    {
        "payer": st.sampled_from([None, "aetna", "cigna"]),
        "max_fee": st.sampled_from([None, 60, 100, 150]),
        "sliding_scale": st.booleans(),
    }
)
REQUESTS = st.fixed_dictionaries(
    {
        "level_of_care": st.sampled_from(list(LEVELS_OF_CARE)),
        "age_group": st.sampled_from(["teen", "adult", "adult", "adult"]),
        "state": st.just("CA"),
    },
    optional={
        "safety_flags": some(SAFETY_FLAGS, 2),
        "concerns": some(CONCERNS),
        "zip": st.just("94110"),
        "within_miles": st.sampled_from([5, 20, 300]),
        "formats": some(FORMATS, 2),
        "delivery": some(["in_person", "video", "phone"], 2),
        "services": some(["psychotherapy", "medication", "testing", "support"], 2),
        "seeks": st.sampled_from(["diagnosis", "growth"]),
        "on_medication": st.booleans(),
        "coverage": COVERAGE,
        "preferences": PREFERENCES,
        "goals": some(["confidence", "resolve_trauma"], 1),
        "exploration_comfort": st.integers(1, 5),
        "leave_out": some(LEAVABLE),
        "text": st.just("warm"),
        "order": st.sampled_from(["best", "soonest", "nearest", "fee"]),
    },
)

# As seen from 21 November 2026: fresh, at the edge of what is fresh, fading, and faded.
_DAYS = st.sampled_from(
    [
        *(date(2026, 11, 20), date(2026, 10, 31), date(2026, 10, 30), date(2026, 10, 11)),
        *(date(2026, 8, 23), date(2026, 8, 22), date(2026, 7, 1), date(2026, 1, 1)),
    ]
)
_TRAININGS = st.fixed_dictionaries(
    {}, optional={"training": st.sampled_from(list(TRAINING)), "verified_at": _DAYS}
)
_LICENSES = ["lcsw", "lpc", "psychologist", "psychiatrist", "pmhnp", "associate", "coach"]
_FACTS = st.fixed_dictionaries(
    {},
    optional={
        "gender": st.sampled_from([None, "male", "female"]),
        "accepts_suicidality": st.sampled_from([None, True, False]),
        "concerns": some(CONCERNS),
        "formats": some(FORMATS),
        "age_groups": some(["teen", "adult"]),
        "delivery": some(["in_person", "video", "phone"]),
        "locations": some(range(len(PLACES)), 2).map(lambda chosen: [PLACES[n] for n in chosen]),
        "languages": some(["en", "es"]),
        "communities": some(["lgbtq", "women"]),
        "payers": some(["aetna", "cigna"]),
        "fee": st.sampled_from(
            [None, {"min": 50, "max": 90}, {"min": 120, "max": 150, "sliding_scale": True}]
        ),
        "availability": st.fixed_dictionaries(
            {"accepting": st.sampled_from(["yes", "yes", "waitlist", "no", "unknown"])},
            optional={
                "next_opening_days": st.integers(0, 200),
                "open_places": st.integers(0, 3),
                "confirmed_at": _DAYS,
            },
        ),
        "confirmed": st.dictionaries(st.sampled_from(FACTS), _DAYS, max_size=3),
        "practice": st.sampled_from([None, {"id": "big", "name": "Big"}]),
        "claimed": st.just(True),
    },
)

# The last day of a licence counts.
_ENDS = st.sampled_from([None, date(2026, 11, 20), date(2026, 11, 21), date(2027, 5, 31)])

_GROUPS = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.just("A group"),
            "theme": st.sampled_from(["grief", "communication", "anger"]),
            "kind": st.sampled_from(["educational", "process"]),
            "seats": st.just(8),
            "open": st.sampled_from([0, 1, 8]),
            "schedule": st.just("Tuesdays"),
        }
    ),
    max_size=3,
)


def _with_groups(facts: dict[str, Any], groups: list[dict[str, Any]], license: str) -> None:
    """Put groups into the facts of a listing, those that it may lead."""
    led = [one for one in groups if license != "coach" or one["kind"] == "educational"]
    if led:
        facts["groups"] = led
        facts["formats"] = list(dict.fromkeys([*facts.get("formats", ["individual"]), "group"]))


@st.composite
def _listing(draw: st.DrawFn) -> Provider:
    license, facts = draw(st.sampled_from(_LICENSES)), draw(_FACTS)
    _with_groups(facts, draw(_GROUPS), license)
    if license == "coach":
        return make_coach(**facts)
    status = draw(st.sampled_from(["active", "active", "active", "expired"]))
    state = draw(st.sampled_from(["CA", "CA", "CA", "NV"]))
    codes = draw(some(MODALITIES)) or ["CBT"]
    facts["modalities"] = [{"code": code} | draw(_TRAININGS) for code in codes]
    if license == "lcsw":
        days = {"expires": draw(_ENDS), "verified_at": draw(st.none() | _DAYS)}
        facts["licenses"] = [make_license(status=status, state=state, **days)]
        return make_provider(**facts)
    return holder_of(license, **facts)


# Listings with ids of their own.
LISTINGS = st.lists(_listing(), max_size=12).map(
    lambda found: [one.model_copy(update={"id": f"p-{n}"}) for n, one in enumerate(found)]
)

# How much those of LISTINGS were shown; few figures, so that many tie.
EXPOSURES = st.dictionaries(
    st.integers(0, 11).map("p-{}".format), st.sampled_from([0.5, 1.0, 2.0, 60.0])
).map(Exposure)
