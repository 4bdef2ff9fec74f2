"""Publishing: a listing goes on the site whole and valid, comes off at once, and comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from directory.errors import Conflict, Invalid, NotFound
from directory.providers.confirming import confirmable, confirmed
from directory.providers.history import Author
from directory.providers.standing import standing
from directory.search import SearchQuery
from directory.storage import LicenseChecks
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.publish_listing import publish_listing, take_off
from directory.workflows.matching.search_directory import search_directory
from tests.conftest import NOW
from tests.factories import make_coach, make_license, make_provider, make_unclaimed, store
from tests.provider.editing import KEEPER, changes_of, note_check, save, shown, stored

STUB = "npi-1234567893"


def found(directory):
    return {hit.id for hit in search_directory(directory, SearchQuery()).answer.hits}


def fill_in(directory, id):
    """Fill in what a listing needs to be published."""
    save(directory, id, "modalities", modalities=[{"code": "CBT"}])
    save(
        directory,
        id,
        "services",
        services=["psychotherapy"],
        service_intent="psychotherapy",
        offers_conversion_practices=False,
    )


def test_a_stub_becomes_its_keepers_listing(directory):
    store(directory, make_unclaimed())
    fill_in(directory, STUB)
    note_check(directory, STUB)
    assert publish_listing(directory, STUB, KEEPER) == "published"
    listing = stored(directory, STUB)
    assert (listing.claimed, listing.published, listing.services) == (
        True,
        True,
        ("psychotherapy",),
    )
    assert set(listing.confirmed.values()) == {NOW.date()}
    assert set(confirmable(listing)) <= set(listing.confirmed)
    assert not drafted_listing(directory, STUB).drafts
    assert changes_of(directory, STUB)[-1].after["claimed"] is True


def test_what_is_wrong_is_told_all_at_once_and_nothing_changes(directory):
    store(directory, make_unclaimed())
    save(directory, STUB, "services", services=["psychotherapy"])
    save(directory, STUB, "costs", fee={"min": "ninety", "max": 1})
    with pytest.raises(Invalid) as refused:
        publish_listing(directory, STUB, KEEPER)
    assert [problem.field for problem in refused.value.problems] == [
        "fee.min",
        "modalities",
        "service_intent",
        "offers_conversion_practices",
    ]
    assert refused.value.problems == drafted_listing(directory, STUB).problems
    assert stored(directory, STUB) == make_unclaimed()
    assert shown(directory, STUB, "costs")["fee"] == {"min": "ninety", "max": 1}


def test_nobody_publishes_without_ruling_out_conversion_practices(directory):
    store(directory, make_provider(published=False))
    with pytest.raises(Invalid, match="conversion"):
        publish_listing(directory, "ana-lopez", KEEPER)
    assert drafted_listing(directory, "ana-lopez").listing is not None


def test_nobody_licensed_is_published_without_a_license(directory):
    store(directory, make_provider(licenses=[], published=False))
    with pytest.raises(Invalid, match="licenses"):
        publish_listing(directory, "ana-lopez", KEEPER)


def test_a_coach_is_published_without_a_license(directory):
    store(directory, make_coach(published=False, offers_conversion_practices=False))
    note_check(directory, "cora-coach")
    publish_listing(directory, "cora-coach", KEEPER)
    assert found(directory) == {"cora-coach"}


def test_a_listing_is_taken_off_and_brought_back_with_all_its_facts(directory):
    listing = make_provider(offers_conversion_practices=False)
    store(directory, listing)
    take_off(directory, "ana-lopez", KEEPER)
    assert found(directory) == set()
    save(directory, "ana-lopez", "languages", languages=["es"])
    assert stored(directory, "ana-lopez") == listing.model_copy(update={"published": False})
    publish_listing(directory, "ana-lopez", KEEPER)
    assert found(directory) == {"ana-lopez"}
    back = listing.model_copy(update={"languages": ("es",)})
    assert stored(directory, "ana-lopez") == confirmed(back, confirmable(back), NOW.date())


def test_only_a_public_listing_is_taken_off(directory):
    store(directory, make_unclaimed())
    with pytest.raises(Conflict):
        take_off(directory, STUB, KEEPER)
    with pytest.raises(NotFound):
        take_off(directory, "nobody", KEEPER)


def test_a_license_that_was_added_does_not_count_until_it_is_checked(directory):
    store(directory, make_provider())
    added = {"license": "lcsw", "title": "LCSW", "state": "NV"}
    assert save(directory, "ana-lopez", "license", licenses=[added]).state == "live"
    listing = stored(directory, "ana-lopez")
    assert listing.licenses[0].model_dump(mode="json") == make_license()
    assert not listing.licenses_active_in("NV", NOW.date())


def waiting(directory):
    """Return the listings that wait for an admin."""
    with directory.database.reading() as session:
        return [check.provider_id for check in LicenseChecks(session).waiting()]


def test_a_license_that_a_keeper_adds_is_looked_at(directory):
    store(directory, make_provider())
    added = {"license": "lcsw", "title": "LCSW", "state": "AZ", "number": "9"}
    save(directory, "ana-lopez", "license", licenses=[added])
    assert [held.status for held in stored(directory, "ana-lopez").licenses] == [
        "active",
        "unverified",
    ]
    assert waiting(directory) == ["ana-lopez"]


def test_a_save_that_names_no_new_license_asks_nobody(directory):
    store(directory, make_provider())
    save(directory, "ana-lopez", "languages", languages=["es"])
    assert waiting(directory) == []


def test_who_waits_for_a_check_loses_nothing_that_was_typed(directory):
    store(directory, make_unclaimed())
    fill_in(directory, STUB)
    before = shown(directory, STUB, "services")
    assert publish_listing(directory, STUB, KEEPER) == "waiting"
    assert waiting(directory) == [STUB]
    assert shown(directory, STUB, "services") == before
    assert not stored(directory, STUB).claimed


def test_whoever_brings_an_old_listing_back_confirms_all_of_it(directory):
    long_ago = NOW.date() - timedelta(days=400)
    facts = dict.fromkeys(("licenses", "services", "payers"), long_ago)
    store(
        directory,
        make_provider(
            offers_conversion_practices=False,
            published=False,
            payers=["aetna"],
            confirmed=facts,
            availability={"accepting": "yes", "confirmed_at": long_ago},
        ),
    )
    note_check(directory, "ana-lopez")
    publish_listing(directory, "ana-lopez", KEEPER)
    back = standing(stored(directory, "ana-lopez"), True, NOW.date())
    assert (back.lapsed, back.is_hidden) == ((), False)


def test_what_an_admin_lets_through_was_true_when_its_keeper_published_it(directory):
    store(directory, make_coach(published=False, offers_conversion_practices=False))
    assert publish_listing(directory, "cora-coach", KEEPER) == "waiting"
    with directory.database.writing() as session:
        checks = LicenseChecks(session)
        asked_at = NOW - timedelta(days=3)
        checks.save(replace(checks.get("cora-coach"), asked_at=asked_at, checked_at=NOW))
    publish_listing(directory, "cora-coach", Author("admin", "boss"))
    assert set(stored(directory, "cora-coach").confirmed.values()) == {asked_at.date()}
