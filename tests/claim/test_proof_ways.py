"""Where a proof may be sent: what is on file and the practice's own domain, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.providers.proof_ways import (
    is_at_own_domain,
    masked_address,
    own_domain,
    ways_to_prove,
)
from tests.factories import make_unclaimed

PLACE = {"street": "1 Main Street", "city": "Oakland", "state": "CA", "zip": "94601"}


def test_each_contact_on_file_is_a_way() -> None:
    listing = make_unclaimed(
        email="ana@practice.example",
        website="https://www.lopez-therapy.com/about",
        phone="415-555-0123",
        locations=[PLACE],
    )
    ways = {way.way: way for way in ways_to_prove(listing)}
    assert list(ways) == ["email", "domain", "phone", "letter", "by_hand"]
    assert ways["email"].to == "ana@practice.example"
    assert ways["domain"].to == "lopez-therapy.com"
    assert ways["phone"].to == "+14155550123"
    assert ways["letter"].to == "Una Claimed\n1 Main Street\nOakland, CA 94601"


def test_what_is_shown_of_a_contact_does_not_give_it_away() -> None:
    listing = make_unclaimed(
        email="ana.lopez@practice.org", phone="415-555-0123", locations=[PLACE]
    )
    shown = " ".join(way.shown for way in ways_to_prove(listing) if way.shown)
    assert shown == "a•••@p•••.org •••-•••-0123 Oakland, CA"
    assert not any(secret in repr(ways_to_prove(listing)) for secret in ("ana.", "1 Main", "415"))


def test_without_a_contact_on_file_somebody_has_to_look_by_hand() -> None:
    listing = make_unclaimed(locations=[{"city": "Oakland", "state": "CA"}])
    assert [way.way for way in ways_to_prove(listing)] == ["by_hand"]


def test_a_phone_of_the_place_serves_where_there_is_no_other() -> None:
    way, _ = ways_to_prove(
        make_unclaimed(locations=[{**PLACE, "street": None, "phone": "415-555-0199"}])
    )
    assert (way.way, way.to) == ("phone", "+14155550199")


@pytest.mark.parametrize(
    "website",
    [
        None,
        "https://gmail.com",
        "https://www.psychologytoday.com/us/therapists/ana",
        "https://ana.wixsite.com/home",
        "https://ana.clientsecure.me",
        "https://lopez.github.io",
        "https://co.uk",
        "https://com.au/x",
        "https://k12.ca.us",
        "https://ca.us",
        "https://203.0.113.7/",
        "https://localhost/",
        "https://[::1]/",
        "https://com",
        "https://facebook.com/ana",
    ],
)
def test_a_domain_that_many_share_proves_nothing(website: str | None) -> None:
    assert own_domain(website) is None


@pytest.mark.parametrize(
    ("website", "domain"),
    [
        ("https://www.lopez.com", "lopez.com"),
        ("http://LOPEZ.com:8080/x?y=z", "lopez.com"),
        ("https://therapy.lopez.co.uk/", "therapy.lopez.co.uk"),
        ("https://user@lopez.com/", "lopez.com"),
    ],
)
def test_the_domain_is_the_host_of_the_website_on_file(website: str, domain: str) -> None:
    assert own_domain(website) == domain


@pytest.mark.parametrize(
    "typed",
    ["ana@evil.example", "ana@", "", "ana,eve", "ana\nBcc: eve@evil.example", "a b", ".ana", "ä"],
)
def test_only_what_stands_before_the_at_is_taken(typed: str) -> None:
    assert not is_at_own_domain(typed)


@given(st.text(max_size=80))
def test_whatever_is_typed_the_address_ends_in_the_domain_on_file(typed: str) -> None:
    if is_at_own_domain(typed):
        assert f"{typed}@lopez.com".count("@") == 1
        assert typed.isprintable()
        assert " " not in typed


@given(st.emails(domains=st.sampled_from(["practice.org", "mail.clinic.com"])))
def test_a_masked_address_shows_two_letters_and_the_ending(address: str) -> None:
    local, _, host = address.partition("@")
    assert masked_address(address) == f"{local[0]}•••@{host[0]}•••.{host.rsplit('.')[-1]}"
