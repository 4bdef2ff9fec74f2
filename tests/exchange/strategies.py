"""Listings of every shape, for the property tests of the file formats."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from directory.providers import Provider
from directory.providers.conversion import offers_conversion
from directory.providers.freshness import FACTS
from directory.vocabulary import (
    ACCEPTING,
    ACCESSIBILITY,
    AGE_GROUPS,
    COMMUNITIES,
    CONCERNS,
    DELIVERY,
    GENDERS,
    LANGUAGES,
    LICENSES,
    MODALITIES,
    PAYERS,
    STATES,
    THEMES,
    TRAINING,
)
from directory.vocabulary.license_titles import titles_in

Draw = Any
_HELD_OR_COACH = [code for code, term in LICENSES.items() if term.licensed or code == "coach"]

_dates = st.dates(date(2000, 1, 1), date(2040, 1, 1))
_line = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters="\"',;|=+-@:"),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() != "" and not offers_conversion(text))
_words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t,\";'")
).filter(lambda text: not offers_conversion(text))
_phones = st.from_regex(r"\+1[2-9][0-9]{2}[2-9][0-9]{6}(;ext=[1-9][0-9]{0,3})?", fullmatch=True)
_npis = st.sampled_from(["1234567893", "1922001973", "2000000002"])


def _or_none(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _codes(vocabulary: Any) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(list(vocabulary)), unique=True, max_size=4)


def _license(code: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from([state for state in STATES if titles_in(state, code)]).flatmap(
        lambda state: st.fixed_dictionaries(
            {
                "license": st.just(code),
                "title": st.sampled_from(titles_in(state, code)),
                "state": st.just(state),
                "number": _or_none(_line),
                "status": st.sampled_from(["unverified", "expired"]),
                "expires": _or_none(_dates),
                "verified_at": _or_none(_dates),
                "authority": st.sampled_from(["license", "compact", "telehealth"]),
            }
        )
    )


_location = st.fixed_dictionaries(
    {
        "street": _or_none(_line),
        "city": _line,
        "state": st.sampled_from(list(STATES)),
        "zip": _or_none(st.integers(501, 99950).map("{:05}".format)),
        "phone": _or_none(_phones),
        "accessibility": _codes(ACCESSIBILITY),
    }
).flatmap(
    lambda place: st.one_of(
        st.just({}),
        st.fixed_dictionaries({"lat": st.floats(-90, 90), "lon": st.floats(-180, 180)}),
    ).map(lambda point: {**place, **point})
)
_group = st.fixed_dictionaries(
    {
        "name": _line,
        "theme": st.sampled_from(list(THEMES)),
        "kind": st.just("educational"),
        "seats": st.integers(2, 200),
        "open": st.integers(0, 2),
        "starts": _or_none(_dates),
        "schedule": _line,
    }
)
_fee = st.tuples(st.floats(0, 10_000), st.floats(0, 10_000), st.booleans()).map(
    lambda fee: {"min": min(fee[:2]), "max": max(fee[:2]), "sliding_scale": fee[2]}
)


def _modalities(license: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    codes = [code for code, term in MODALITIES.items() if term.may_be_offered_by(license)]
    modality = st.fixed_dictionaries(
        {
            "code": st.sampled_from(codes),
            "training": st.sampled_from(list(TRAINING)),
            "verified_at": _or_none(_dates),
        }
    )
    return st.lists(modality, unique_by=lambda one: one["code"], max_size=4)


@st.composite
def providers(draw: Draw) -> Provider:
    """Draw a valid listing, claimed or not, of any licence."""
    license = draw(st.sampled_from(_HELD_OR_COACH))
    claimed = draw(st.booleans())
    groups = draw(st.lists(_group, max_size=2))
    facts = {
        "id": draw(st.from_regex("[a-z0-9-]{1,64}", fullmatch=True)),
        "npi": draw(_or_none(_npis)),
        "name": draw(_line),
        "pronouns": draw(_or_none(_line)),
        "gender": draw(_or_none(st.sampled_from(list(GENDERS)))),
        "license": license,
        "licenses": () if not LICENSES[license].licensed else draw(_licenses(license)),
        "service_intent": "support" if claimed else None,
        "services": draw(_codes(["support", "complementary"])) if claimed else (),
        "accepts_suicidality": draw(_or_none(st.booleans())),
        "modalities": draw(_modalities(license)),
        "concerns": draw(_codes(CONCERNS)),
        "formats": ["group", "individual"] if groups else draw(_codes(["individual", "couples"])),
        "groups": groups,
        "age_groups": draw(_codes(AGE_GROUPS)),
        "delivery": draw(_codes(DELIVERY)),
        "locations": draw(st.lists(_location, max_size=3)),
        "languages": draw(_codes(LANGUAGES)),
        "communities": draw(_codes(COMMUNITIES)),
        "payers": draw(_codes(PAYERS)),
        "fee": draw(_or_none(_fee)),
        "availability": draw(_availability),
        "practice": draw(_or_none(st.builds(dict, id=st.just("practice-1"), name=_line))),
        "bio": draw(_words),
        "phone": draw(_or_none(_phones)),
        "email": draw(_or_none(_line)),
        "website": draw(_or_none(st.just("https://example.org/a,b?c=1|2"))),
        "claimed": claimed,
        "demo": draw(st.booleans()),
        "published": draw(st.booleans()),
        "offers_conversion_practices": draw(_or_none(st.just(False))),
        "confirmed": draw(st.dictionaries(st.sampled_from(FACTS), _dates, max_size=4)),
    }
    return Provider.model_validate(facts)


def _licenses(code: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(_license(code), min_size=1, max_size=3)


_availability = st.fixed_dictionaries(
    {
        "accepting": st.sampled_from(list(ACCEPTING)),
        "next_opening_days": _or_none(st.integers(0, 3650)),
        "open_places": _or_none(st.integers(0, 500)),
        "confirmed_at": _or_none(_dates),
    }
)
