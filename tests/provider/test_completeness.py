"""What is missing in a listing, and the proof of every word about what that costs."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from directory.geography import point_of_zip
from directory.matching import Match, MatchRequest, match
from directory.providers import Provider
from directory.providers.completeness import completeness
from directory.providers.reach_facts import REACH_FACTS
from directory.search import SearchQuery
from directory.web.patient.listing.cards import UNCONFIRMED
from directory.web.patient.listing.profile import profile_of
from directory.workflows import Directory
from directory.workflows.matching.search_directory import search_directory
from tests.factories import make_coach, make_license, make_provider, provider_facts, store

TODAY = date(2026, 11, 21)
GROUP = {
    "name": "Loss",
    "theme": "grief",
    "kind": "process",
    "seats": 8,
    "open": 3,
    "schedule": "Mondays",
}
PLACE = {"city": "San Francisco", "state": "CA", "zip": "94110", "accessibility": ["step_free"]}
COMPLETE: dict[str, Any] = {
    "accepts_suicidality": True,
    "formats": ["individual", "group"],
    "groups": [GROUP],
    "locations": [PLACE],
    "communities": ["lgbtq"],
    "bio": "My garden is where I learnt to listen.",
}
WITHOUT: dict[str, dict[str, Any]] = {
    # Nobody may publish without a licence or an intent; the rules are proven on their own below.
    "active_license": {"licenses": [make_license(status="unverified", verified_at=None)]},
    "services": {"services": []},
    "age_groups": {"age_groups": []},
    "formats": {"formats": [], "groups": []},
    "accepts_suicidality": {"accepts_suicidality": None},
    "modalities": {"modalities": [], "services": ["support"], "service_intent": "support"},
    "concerns": {"concerns": []},
    "accepting": {"availability": {"accepting": "unknown", "confirmed_at": "2026-11-10"}},
    "next_opening": {"availability": {"accepting": "yes", "confirmed_at": "2026-11-10"}},
    "confirmed": {
        "availability": {
            "accepting": "yes",
            "next_opening_days": 5,
            "confirmed_at": "2026-10-30",
        }
    },
    "delivery": {"delivery": []},
    "locations": {"locations": []},
    "accessibility": {"locations": [PLACE | {"accessibility": []}]},
    "contact": {"phone": None},
    "fee": {"fee": None},
    "payers": {"payers": []},
    "languages": {"languages": []},
    "groups": {"groups": []},
    "bio": {"bio": ""},
    "communities": {"communities": []},
    "gender": {"gender": None},
}


def complete(**changes: Any) -> Provider:
    return make_provider(**COMPLETE | changes)


def lacking(fact: str) -> Provider:
    """Return the complete listing without one fact."""
    return complete(**WITHOUT[fact])


def asking(**changes: Any) -> MatchRequest:
    facts = {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
    return MatchRequest.model_validate(facts | changes)


def matched(provider: Provider, **changes: Any) -> Match | None:
    outcome = match(asking(**changes), [provider], TODAY)
    return outcome.matches[0] if outcome.matches else None


def points(provider: Provider, factor: str, **changes: Any) -> float:
    found = matched(provider, **changes)
    assert found is not None
    return next(reason.points for reason in found.reasons if reason.factor == factor)


def states(provider: Provider, **changes: Any) -> set[str]:
    found = matched(provider, **changes)
    assert found is not None
    return {need.state for need in found.needs}


def preferring(factor: str, value: str) -> dict[str, Any]:
    return {"preferences": [{"factor": factor, "value": value, "strength": "prefer"}]}


Proof = Callable[[Directory], None]
PROOFS: dict[tuple[str, str], Proof] = {}


def keeps_out(fact: str, **changes: Any) -> None:
    """Prove that without a fact a request matches nobody."""

    def proof(_: Directory) -> None:
        assert matched(complete(), **changes)
        assert not matched(lacking(fact), **changes)

    PROOFS[fact, "matching"] = proof


def costs_points(fact: str, factor: str, is_wish: bool = True, **changes: Any) -> None:
    """Prove that a fact brings points, and that a wish for it is else not known."""

    def proof(_: Directory) -> None:
        assert points(lacking(fact), factor, **changes) < points(complete(), factor, **changes)
        if is_wish:
            assert "not_known" in states(lacking(fact), **changes) - states(complete(), **changes)

    PROOFS[fact, "matching"] = proof


def hides(fact: str, **asked: Any) -> None:
    """Prove that a search finds a listing with a fact and not without it."""

    def proof(directory: Directory) -> None:
        query = SearchQuery(**asked)
        store(directory, complete())
        assert search_directory(directory, query).answer.total == 1
        store(directory, lacking(fact))
        assert search_directory(directory, query).answer.total == 0
        assert search_directory(directory, SearchQuery()).answer.total == 1

    PROOFS[fact, "search"] = proof


def sinks(fact: str, **asked: Any) -> None:
    """Prove that a search puts a listing without a fact after one that has it."""

    def proof(directory: Directory) -> None:
        last_by_id = complete(id="zoe", name="Zoe Zimmer")
        store(directory, lacking(fact), last_by_id)
        found = search_directory(directory, SearchQuery(**asked)).results
        assert [one.provider.id for one in found] == ["zoe", "ana-lopez"]

    PROOFS[fact, "search"] = proof


keeps_out("active_license")
keeps_out("services")
keeps_out("age_groups")
keeps_out("formats", formats=["individual"])
keeps_out("accepts_suicidality", safety_flags=["suicide"])
costs_points(
    "modalities", "need", is_wish=False, level_of_care="counselling", concerns=["panic"],
    services=["psychotherapy", "support"],
)  # fmt: skip
costs_points("accepting", "time", is_wish=False)
costs_points("delivery", "access", delivery=["video"])
costs_points("accessibility", "access", **preferring("accessibility", "step_free"))
costs_points("fee", "cost", coverage={"max_fee": 120.0})
costs_points("payers", "cost", coverage={"payer": "aetna"})
costs_points("languages", "culture_language", **preferring("language", "en"))
costs_points("communities", "culture_language", **preferring("community", "lgbtq"))
costs_points("gender", "preference", **preferring("gender", "female"))
hides("services", filters={"service": ("psychotherapy",)})
hides("age_groups", filters={"age_group": ("adult",)})
hides("formats", filters={"format": ("individual",)})
hides("modalities", filters={"modality": ("CBT",)})
hides("concerns", filters={"concern": ("panic",)})
hides("accepting", filters={"accepting": ("yes",)})
hides("delivery", filters={"delivery": ("video",)})
hides("locations", near=point_of_zip("94110"), within_miles=50)
hides("fee", max_fee=500)
hides("payers", filters={"payer": ("aetna",)})
hides("languages", filters={"language": ("en",)})
hides("gender", filters={"gender": ("female",)})
hides("bio", text="garden")
sinks("next_opening", sort="soonest")
sinks("confirmed")


def proves(fact: str, where: str) -> Callable[[Proof], Proof]:
    def keep(proof: Proof) -> Proof:
        PROOFS[fact, where] = proof
        return proof

    return keep


@proves("licenses", "matching")
@proves("licenses", "search")
def _no_license_is_no_state_and_no_match(directory: Directory) -> None:
    # No published listing is without one, so this one is only as if it were published.
    bare = Provider.model_validate(provider_facts(**COMPLETE, licenses=[], published=False))
    shown = bare.model_copy(update={"published": True})
    assert not matched(shown)
    here = SearchQuery(filters={"state": ("CA",)})
    store(directory, complete())
    assert search_directory(directory, here).answer.total == 1
    store(directory, bare)
    assert search_directory(directory, here).answer.total == 0


@proves("service_intent", "publishing")
def _no_intent_is_not_published(_: Directory) -> None:
    with pytest.raises(ValidationError, match="to publish"):
        complete(service_intent=None)


@proves("concerns", "matching")
def _who_names_a_concern_reads_that_it_is_not_named(_: Directory) -> None:
    asked = {"concerns": ["panic"]}
    assert points(lacking("concerns"), "need", **asked) < points(complete(), "need", **asked)
    found = matched(lacking("concerns"), **asked)
    assert found
    assert any("Does not name panic" in reason.text for reason in found.reasons)


@proves("next_opening", "matching")
def _an_opening_within_two_weeks_is_worth_more_than_none(_: Directory) -> None:
    for accepting in ("yes", "waitlist"):
        without = {"accepting": accepting, "confirmed_at": "2026-11-10"}
        dated = complete(availability=without | {"next_opening_days": 14})
        assert points(complete(availability=without), "time") < points(dated, "time")


@proves("confirmed", "matching")
def _whoever_has_not_confirmed_lately_is_to_be_called_first(_: Directory) -> None:
    assert points(lacking("confirmed"), "data_trust") < points(complete(), "data_trust")
    stale, fresh = matched(lacking("confirmed")), matched(complete())
    assert stale
    assert fresh
    assert any("Call first" in caution for caution in stale.cautions)
    assert not any("Call first" in caution for caution in fresh.cautions)


@proves("confirmed", "page")
def _a_badge_says_not_confirmed_lately(_: Directory) -> None:
    assert UNCONFIRMED.text == "Not confirmed lately"
    assert UNCONFIRMED in profile_of(lacking("confirmed"), TODAY).card.badges
    assert UNCONFIRMED not in profile_of(complete(), TODAY).card.badges


@proves("contact", "page")
def _without_a_number_a_website_and_mail_nobody_can_reach_you(_: Directory) -> None:
    contact = profile_of(lacking("contact"), TODAY).contact
    assert (contact.phones, contact.website, contact.message_href) == ((), None, None)


@proves("groups", "matching")
def _groups_stand_beside_only_where_they_are_listed(_: Directory) -> None:
    def beside(provider: Provider) -> int:
        return len(match(asking(concerns=["grief"]), [provider], TODAY).plan.groups)

    assert (beside(lacking("groups")), beside(complete())) == (0, 1)


@proves("bio", "matching")
def _own_words_are_compared_with_the_bio(directory: Directory) -> None:
    def relevance(provider: Provider) -> float:
        store(directory, provider)
        search_directory(directory, SearchQuery())
        (id,) = {provider.id}
        return directory.engine.candidates("CA", "my garden").relevance.get(id, 0.0)

    assert relevance(complete()) > 0
    assert relevance(lacking("bio")) == 0


CLAIMS = [(fact.code, cost.where) for fact in REACH_FACTS for cost in fact.costs]


@pytest.mark.parametrize("claim", CLAIMS, ids=" in ".join)
def test_every_word_about_what_a_missing_fact_costs_is_so(
    claim: tuple[str, str], directory: Directory
) -> None:
    PROOFS[claim](directory)


def test_a_listing_that_says_everything_lacks_nothing() -> None:
    found = completeness(complete(), TODAY)
    assert (found.percent, found.missing) == (100, ())


@pytest.mark.parametrize("fact", [fact for fact in WITHOUT if fact != "accepting"])
def test_one_fact_left_out_is_the_one_that_is_missing(fact: str) -> None:
    missing = [one.fact for one in completeness(lacking(fact), TODAY).missing]
    assert missing[0] == fact
    assert completeness(lacking(fact), TODAY).percent < 100


def test_whoever_says_nothing_of_openings_is_not_asked_when_the_next_one_is() -> None:
    assert [one.fact for one in completeness(lacking("accepting"), TODAY).missing] == ["accepting"]


def test_whoever_takes_nobody_need_not_say_when_the_next_opening_is() -> None:
    full = complete(availability={"accepting": "no", "confirmed_at": "2026-11-20"})
    assert completeness(full, TODAY).percent == 100


def test_a_license_that_has_ended_is_missing() -> None:
    ended = complete(licenses=[make_license(expires="2026-11-20")])
    assert [one.fact for one in completeness(ended, TODAY).missing] == ["active_license"]


def test_a_coach_is_asked_for_no_license_and_no_insurance() -> None:
    codes = {one.fact for one in completeness(make_coach(payers=[]), TODAY).missing}
    assert codes.isdisjoint({"licenses", "active_license", "payers", "accepts_suicidality"})


def test_the_percentage_is_the_share_of_the_facts_that_are_asked_for() -> None:
    found = completeness({"license": "coach", "languages": ["en"]}, TODAY)
    assert found.stated == 1
    assert found.percent == 100 // found.asked


def test_a_draft_that_is_not_valid_is_judged_all_the_same() -> None:
    draft = {
        "license": "lcsw",
        "licenses": [{"status": "active", "expires": "soon"}, "what?"],
        "availability": {"accepting": "yes", "confirmed_at": "yesterday"},
        "locations": None,
        "fee": {"min": "cheap"},
    }
    missing = {one.fact for one in completeness(draft, TODAY).missing}
    assert {"confirmed", "locations"} <= missing
    assert "fee" not in missing


def test_what_is_missing_says_where_to_mend_it_and_what_it_costs() -> None:
    missing = completeness(lacking("fee"), TODAY).missing
    (one,) = (each for each in missing if each.section == "costs")
    assert one.what == "What a session costs"
    assert one.costs == (
        "Nobody who sets a highest price finds you. "
        "Where a person sets one, “not known” gets fewer points than a yes."
    )
