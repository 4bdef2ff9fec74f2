"""The demo listings: valid, fictional, spread over the whole field, and made the same each time."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import zipcodes

from directory.providers import Provider
from directory.vocabulary import (
    ACCESSIBILITY,
    AGE_GROUPS,
    COMMUNITIES,
    CONCERNS,
    DELIVERY,
    FORMATS,
    LICENSES,
    MODALITIES,
    STATES,
    THEMES,
)
from directory.vocabulary.license_titles import licenses_for_title
from seed_data.generate import FILE, TOTAL, write
from seed_data.grammar import units

TODAY = date(2026, 11, 22)
AGE = re.compile(r"[+-]\d+d")
Listing = dict[str, Any]


def resolved(value: Any) -> Any:
    """Turn each age, such as -12d, into the date that it means today."""
    if isinstance(value, dict):
        return {key: resolved(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [resolved(inner) for inner in value]
    if isinstance(value, str) and AGE.fullmatch(value):
        return (TODAY + timedelta(days=int(value[:-1]))).isoformat()
    return value


@pytest.fixture(scope="module")
def listings() -> list[Listing]:
    with gzip.open(FILE, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.fixture(scope="module")
def claimed(listings: list[Listing]) -> list[Listing]:
    return [listing for listing in listings if listing["claimed"]]


def groups_of(listings: list[Listing]) -> Iterator[tuple[Listing, Listing]]:
    return ((listing, group) for listing in listings for group in listing["groups"])


def shares(values: list[Any]) -> dict[Any, float]:
    return {value: count / len(values) for value, count in Counter(values).items()}


def test_the_committed_file_is_what_the_generator_writes(tmp_path: Path) -> None:
    assert write(tmp_path / "again.gz") == TOTAL
    # Compared unpacked, since another zlib may pack the same lines into other bytes.
    assert gzip.decompress((tmp_path / "again.gz").read_bytes()) == gzip.decompress(
        FILE.read_bytes()
    )


def test_every_listing_is_a_valid_provider(listings: list[Listing]) -> None:
    for listing in listings:
        Provider.model_validate(resolved(listing))
    assert len({listing["id"] for listing in listings}) == TOTAL == 1200


def test_every_listing_is_marked_as_demo(listings: list[Listing]) -> None:
    assert all(listing["demo"] for listing in listings)
    assert all(re.fullmatch(r"demo-\d{4}", listing["id"]) for listing in listings)


def test_dates_are_stored_as_ages(listings: list[Listing]) -> None:
    text = json.dumps(listings)
    assert not re.search(r'"20\d\d-\d\d-\d\d"', text)
    assert AGE.search(text)


def test_every_state_has_at_least_eight(listings: list[Listing]) -> None:
    counts = Counter(listing["locations"][0]["state"] for listing in listings)
    fifty_one = set(STATES) - {"PR", "GU", "VI", "AS", "MP"}
    assert all(counts[state] >= 8 for state in fifty_one)
    assert counts["PR"]
    assert counts["GU"]
    assert counts["CA"] > counts["TX"] > counts["OH"] > counts["WY"]


@pytest.mark.parametrize(
    ("license", "share"),
    [("coach", 0.07), ("associate", 0.07), ("psychiatrist", 0.08), ("pmhnp", 0.09)],
)
def test_licences_are_as_common_as_in_life(
    listings: list[Listing], license: str, share: float
) -> None:
    found = shares([listing["license"] for listing in listings])
    assert set(found) == set(LICENSES)
    assert found[license] == pytest.approx(share, abs=0.02)


def test_titles_grant_the_licence_in_their_state(listings: list[Listing]) -> None:
    held = [licence for listing in listings for licence in listing["licenses"]]
    for licence in held:
        assert licence["license"] in licenses_for_title(licence["state"], licence["title"])
        assert licence["number"].startswith("DEMO-")
    assert {"compact", "telehealth"} < {licence["authority"] for licence in held}
    assert {"expired", "disciplined"} < {licence["status"] for licence in held}


def test_an_unclaimed_listing_states_register_facts_only(listings: list[Listing]) -> None:
    unclaimed = [listing for listing in listings if not listing["claimed"]]
    assert 0.06 < len(unclaimed) / len(listings) < 0.1
    for listing in unclaimed:
        assert not any(listing[fact] for fact in ("services", "concerns", "bio", "confirmed"))
        assert listing["availability"]["accepting"] == "unknown"
        assert {licence["status"] for licence in listing["licenses"]} == {"unverified"}


def test_a_coach_offers_support_without_insurance(claimed: list[Listing]) -> None:
    for coach in (listing for listing in claimed if listing["license"] == "coach"):
        assert not coach["payers"]
        assert not coach["licenses"]
        assert not any(CONCERNS[code].clinical for code in coach["concerns"])
        assert all(MODALITIES[m["code"]].who_may == "anyone" for m in coach["modalities"])
        assert coach["accepts_suicidality"] is False
        for group in coach["groups"]:
            assert group["kind"] == "educational"
            assert group["theme"] != "substance_use"


def test_each_service_has_a_modality_of_it(claimed: list[Listing]) -> None:
    for listing in claimed:
        named = {MODALITIES[m["code"]].service for m in listing["modalities"]}
        assert set(listing["services"]) == named


def test_each_modality_fits_a_format_that_is_offered(claimed: list[Listing]) -> None:
    for listing in claimed:
        for modality in listing["modalities"]:
            assert set(MODALITIES[modality["code"]].formats) & set(listing["formats"])


def test_whoever_offers_groups_lists_them(claimed: list[Listing]) -> None:
    assert all(bool(one["groups"]) == ("group" in one["formats"]) for one in claimed)


def test_every_concern_has_at_least_eight_providers(claimed: list[Listing]) -> None:
    counts = Counter(code for listing in claimed for code in listing["concerns"])
    assert {code: counts[code] for code in CONCERNS if counts[code] < 8} == {}


def test_every_modality_has_at_least_two_providers(claimed: list[Listing]) -> None:
    counts = Counter(m["code"] for listing in claimed for m in listing["modalities"])
    assert {code: counts[code] for code in MODALITIES if counts[code] < 2} == {}


def test_every_theme_has_groups_of_both_kinds(claimed: list[Listing]) -> None:
    found = Counter((group["theme"], group["kind"]) for _, group in groups_of(claimed))
    assert set(found) == {(theme, kind) for theme in THEMES for kind in ("educational", "process")}


@pytest.mark.parametrize(
    ("field", "codes"),
    [
        ("formats", FORMATS),
        ("age_groups", AGE_GROUPS),
        ("delivery", DELIVERY),
        ("communities", COMMUNITIES),
    ],
)
def test_every_code_is_offered_by_somebody(
    claimed: list[Listing], field: str, codes: dict[str, Any]
) -> None:
    counts = Counter(code for listing in claimed for code in listing[field])
    assert all(counts[code] >= 8 for code in codes)


def test_every_kind_of_access_is_offered_somewhere(claimed: list[Listing]) -> None:
    offered = {code for one in claimed for code in one["locations"][0]["accessibility"]}
    assert offered == set(ACCESSIBILITY)


def test_many_languages_are_spoken_and_spanish_most(claimed: list[Listing]) -> None:
    counts = Counter(code for listing in claimed for code in listing["languages"])
    assert len(counts) > 20
    assert counts["es"] / len(claimed) == pytest.approx(0.12, abs=0.03)


def test_openings_are_spread_honestly(claimed: list[Listing]) -> None:
    found = shares([listing["availability"]["accepting"] for listing in claimed])
    for accepting, share in {"yes": 0.55, "waitlist": 0.18, "no": 0.17, "unknown": 0.1}.items():
        assert found[accepting] == pytest.approx(share, abs=0.05)
    for listing in claimed:
        if listing["availability"]["next_opening_days"] is not None:
            assert listing["availability"]["accepting"] in ("yes", "waitlist")


def test_some_confirmations_are_old(claimed: list[Listing]) -> None:
    stated = [listing["availability"]["confirmed_at"] for listing in claimed]
    days = [int(age[1:-1]) for age in stated if age]
    assert max(days) <= 400
    assert sum(day <= 21 for day in days) > len(days) / 2
    assert sum(day > 180 for day in days) > 20


def test_phones_are_fictional_and_of_the_right_form(listings: list[Listing]) -> None:
    for listing in listings:
        assert re.fullmatch(r"\+1-\d{3}-555-01\d\d", listing["phone"])


def test_mail_and_websites_lead_nowhere(listings: list[Listing]) -> None:
    mails = [listing["email"] for listing in listings if listing["email"]]
    assert all(re.fullmatch(r"[a-z0-9.]+@example\.org", mail) for mail in mails)
    assert len(set(mails)) == len(mails)
    sites = [listing["website"] for listing in listings if listing["website"]]
    assert all(site.startswith("https://example.org/") for site in sites)


def test_npis_begin_with_two_and_are_unique(listings: list[Listing]) -> None:
    npis = [listing["npi"] for listing in listings if listing["npi"]]
    assert all(npi.startswith("2") for npi in npis)
    assert len(set(npis)) == len(npis) > 1000


def test_places_exist(listings: list[Listing]) -> None:
    known = {row["zip_code"]: row for row in zipcodes.list_all()}
    for listing in listings:
        for place in listing["locations"]:
            row = known[place["zip"]]
            assert (place["city"], place["state"]) == (row["city"], row["state"])
            assert place["lat"] == round(float(row["lat"]), 4)


def test_names_are_unique(listings: list[Listing]) -> None:
    assert len({listing["name"] for listing in listings}) == TOTAL


def test_bios_have_a_natural_length(claimed: list[Listing]) -> None:
    lengths = [len(listing["bio"].split()) for listing in claimed]
    assert min(lengths) >= 40
    assert max(lengths) <= 220


def test_bios_begin_in_many_ways(claimed: list[Listing]) -> None:
    openings = Counter(units(listing["bio"])[0] for listing in claimed)
    assert max(openings.values()) <= 3
    beginnings = Counter(" ".join(listing["bio"].split()[:4]) for listing in claimed)
    assert max(beginnings.values()) <= len(claimed) * 0.02


def test_bios_seldom_repeat_a_sentence(claimed: list[Listing]) -> None:
    said = Counter(unit for listing in claimed for unit in units(listing["bio"]))
    total = sum(said.values())
    assert sum(count for count in said.values() if count > 5) / total < 0.05
    assert len(said) / total > 0.75


def test_bios_promise_no_cure_and_use_no_worn_phrase(claimed: list[Listing]) -> None:
    text = " ".join(listing["bio"] for listing in claimed).lower()
    assert not re.search(r"\bcure[sd]? (your|you|my|all)|guarantee|100 ?%", text)
    assert text.count("non-judgmental") + text.count("safe space") <= 5
    assert not re.search(r"[<>{}|\[\]]|\.\.|  ", text)


def test_a_coach_never_speaks_of_treating(claimed: list[Listing]) -> None:
    for coach in (listing for listing in claimed if listing["license"] == "coach"):
        assert not re.search(r"\bI (treat|diagnose|prescribe)\b", coach["bio"])


def test_an_associate_says_that_the_work_is_supervised(claimed: list[Listing]) -> None:
    said = re.compile(
        r"supervis|licensure|not yet fully licensed|looked over|two clinicians|experienced|senior"
    )
    for listing in claimed:
        if listing["license"] == "associate":
            assert said.search(listing["bio"]), listing["id"]


def test_bios_do_not_contradict_the_listing(claimed: list[Listing]) -> None:
    for one in claimed:
        if "adults only" in one["bio"]:
            assert not {"child", "teen"} & set(one["age_groups"])
        if "don't see couples" in one["bio"] or "does not see couples" in one["bio"]:
            assert "couples" not in one["formats"]
        if re.search(r"entirely by video|only online", one["bio"]):
            assert "in_person" not in one["delivery"]
