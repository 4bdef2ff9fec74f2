"""Saving a section: live where it may be, a draft where it must be, never over somebody else."""

import pytest

from directory.errors import NotFound
from directory.providers.drafts import fingerprint
from directory.providers.history import Author
from directory.search import SearchQuery
from directory.workflows import open_directory
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.save_section import Conflicting, save_section
from directory.workflows.matching.search_directory import search_directory
from tests.conftest import NOW
from tests.factories import make_provider, make_unclaimed, store
from tests.provider.editing import ADMIN, KEEPER, changes_of, save, shown, stored

ANA = "ana-lopez"
STUB = "npi-1234567893"
TODAY = NOW.date()


@pytest.fixture
def kept(directory):
    """A directory with a public listing and a stub of a register."""
    store(directory, make_provider(), make_unclaimed())
    return directory


def fields_of(problems):
    return [problem.field for problem in problems]


def test_a_valid_section_of_a_public_listing_goes_public_at_once(kept):
    assert save(kept, ANA, "languages", languages=["en", "es"]).state == "live"
    assert stored(kept, ANA).languages == ("en", "es")
    assert not drafted_listing(kept, ANA).drafts


def test_a_save_is_seen_in_the_search_of_another_process_at_once(kept, settings):
    other = open_directory(settings, clock=lambda: NOW)
    save(kept, ANA, "words", bio="I keep bees.")
    found = search_directory(other, SearchQuery(text="bees")).answer
    assert [hit.id for hit in found.hits] == [ANA]
    other.close()


def test_a_save_is_written_into_the_history(kept):
    save(kept, ANA, "costs", payers=["cigna"])
    (change,) = changes_of(kept, ANA)
    assert (change.author, change.at) == (KEEPER, NOW)
    assert (change.before["payers"], change.after["payers"]) == (["aetna"], ["cigna"])


def test_a_save_of_the_keeper_confirms_the_facts_of_the_section_today(kept):
    save(kept, ANA, "costs", payers=["cigna"])
    save(kept, ANA, "availability", availability={"accepting": "no"})
    listing = stored(kept, ANA)
    assert dict(listing.confirmed) == {"payers": TODAY, "fee": TODAY, "availability": TODAY}
    assert listing.availability.confirmed_at == TODAY


def test_a_save_without_a_change_confirms_too(kept):
    assert save(kept, ANA, "languages", languages=["en"]).state == "unchanged"
    assert stored(kept, ANA).confirmed == {"languages": TODAY}


@pytest.mark.parametrize("kind", ["practice", "mail"])
def test_whoever_speaks_for_the_keeper_confirms(kept, kind):
    save(kept, ANA, "languages", author=Author(kind), languages=["es"])
    assert stored(kept, ANA).confirmed == {"languages": TODAY}


def test_an_admin_changes_a_section_without_confirming_it(kept):
    save(kept, ANA, "languages", author=ADMIN, languages=["es"])
    assert stored(kept, ANA).languages == ("es",)
    assert not stored(kept, ANA).confirmed


def test_what_does_not_fit_the_rest_stays_a_draft_with_its_reasons(kept):
    saved = save(kept, ANA, "services", services=["medication"])
    assert saved.state == "draft"
    assert fields_of(saved.problems) == ["services"]
    assert stored(kept, ANA) == make_provider()
    assert shown(kept, ANA, "services")["services"] == ["medication"]


def test_what_is_no_value_at_all_is_not_lost_either(kept):
    saved = save(kept, ANA, "costs", fee={"min": "ninety", "max": "?"})
    assert fields_of(saved.problems) == ["fee.min", "fee.max"]
    assert shown(kept, ANA, "costs")["fee"] == {"min": "ninety", "max": "?"}
    assert shown(kept, ANA, "costs")["payers"] == ["aetna"]


def test_a_draft_at_fault_keeps_no_other_section_off_the_site(kept):
    save(kept, ANA, "costs", fee={"min": "ninety"})
    assert save(kept, ANA, "availability", availability={"accepting": "no"}).state == "live"
    assert stored(kept, ANA).availability.accepting == "no"
    assert shown(kept, ANA, "costs")["fee"] == {"min": "ninety"}


def test_two_sections_that_need_each_other_go_public_with_the_second(kept):
    groups = [
        {
            "name": "After loss",
            "theme": "grief",
            "kind": "process",
            "seats": 8,
            "open": 2,
            "schedule": "Mondays at 6",
        }
    ]
    assert save(kept, ANA, "modalities", modalities=[]).state == "draft"
    save(kept, ANA, "formats", formats=["individual"], groups=groups)
    assert save(kept, ANA, "services", services=["complementary"]).state == "live"
    listing = stored(kept, ANA)
    assert (listing.modalities, listing.groups) == ((), ())
    assert [draft.section for draft in drafted_listing(kept, ANA).drafts] == ["formats"]


def test_every_reason_is_told_at_once(kept):
    facts = {"services": ["medication", "testing", "psychotherapy"]}
    save(kept, ANA, "modalities", modalities=[])
    saved = save(kept, ANA, "services", offers_conversion_practices=True, **facts)
    assert fields_of(saved.problems) == [
        "services",
        "services",
        "modalities",
        "offers_conversion_practices",
    ]


def test_a_stub_of_the_register_stays_as_it_is_while_its_keeper_fills_in_the_draft(kept):
    saved = save(kept, STUB, "languages", languages=["en"])
    assert (saved.state, saved.problems) == ("draft", ())
    assert stored(kept, STUB) == make_unclaimed()
    assert shown(kept, STUB, "languages") == {"languages": ["en"]}
    assert not changes_of(kept, STUB)


def test_two_tabs_never_overwrite_each_other_silently(kept):
    seen = fingerprint(shown(kept, ANA, "languages"))
    save(kept, ANA, "languages", seen=seen, languages=["en", "es"])
    with pytest.raises(Conflicting) as conflict:
        save(kept, ANA, "languages", seen=seen, languages=["en", "vi"])
    assert conflict.value.theirs == {"languages": ["en", "es"]}
    assert conflict.value.yours == {"languages": ["en", "vi"]}
    assert stored(kept, ANA).languages == ("en", "es")
    save(kept, ANA, "languages", seen=conflict.value.seen, languages=["en", "vi"])
    assert stored(kept, ANA).languages == ("en", "vi")


def test_two_tabs_do_not_overwrite_each_others_drafts_either(kept):
    seen = fingerprint(shown(kept, STUB, "words"))
    save(kept, STUB, "words", seen=seen, bio="One.")
    with pytest.raises(Conflicting):
        save(kept, STUB, "words", seen=seen, bio="Two.")


def test_two_tabs_that_say_the_same_do_not_conflict(kept):
    seen = fingerprint(shown(kept, ANA, "costs"))
    for price in (100, 100.0):
        save(kept, ANA, "costs", seen=seen, fee={"min": price, "max": 120})
    assert stored(kept, ANA).fee.min == 100


def test_a_change_of_another_section_is_no_conflict(kept):
    seen = fingerprint(shown(kept, ANA, "languages"))
    save(kept, ANA, "words", bio="New words.")
    assert save(kept, ANA, "languages", seen=seen, languages=["es"]).state == "live"


def test_a_fact_that_was_only_confirmed_meanwhile_is_no_conflict(kept):
    seen = fingerprint(shown(kept, ANA, "availability"))
    store(kept, make_provider(availability={"accepting": "yes", "next_opening_days": 5}))
    full = {"accepting": "no"}
    assert save(kept, ANA, "availability", seen=seen, availability=full).state == "live"


def test_a_listing_that_does_not_exist_is_not_found(kept):
    with pytest.raises(NotFound):
        save_section(kept, "nobody", "languages", {}, KEEPER, "")
