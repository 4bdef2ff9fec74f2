"""The reading routes: providers, one provider, vocabularies, suggestions."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from directory.search import FACETS
from directory.vocabulary import VOCABULARIES
from tests.api.asking import API, answer, fields, post


def searched(client: FlaskClient, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = answer(client.get(f"{API}/providers?{query}"))
    return found


def found_ids(document: dict[str, Any]) -> set[str]:
    return {provider["id"] for provider in document["results"]}


def test_all_published_listings_are_searchable_whatever_they_accept(client: FlaskClient) -> None:
    document = searched(client, "page_size=100")
    assert document["total"] == 19 == len(document["results"])
    assert "eve-full" in found_ids(document)
    assert "hidden" not in found_ids(document)


def test_values_of_one_filter_are_or_ed_and_filters_are_and_ed(client: FlaskClient) -> None:
    either = searched(client, "license=pmhnp&license=psychiatrist")
    assert found_ids(either) == {"finn-nurse", "gia-psychiatrist"}
    both = searched(client, "license=pmhnp&license=psychiatrist&service=psychotherapy")
    assert found_ids(both) == {"finn-nurse"}


def test_a_state_is_where_a_provider_may_treat(client: FlaskClient) -> None:
    found = found_ids(searched(client, "state=NV&page_size=100"))
    assert "ivy-nevada" in found
    assert "cora-coach" in found
    assert "ana-lopez" not in found


def test_a_town_is_where_somebody_sees_people(client: FlaskClient) -> None:
    document = searched(client, "town=nv-reno&page_size=100")
    assert document["total"] == len(document["results"]) > 0
    for provider in document["results"]:
        assert "Reno" in {place["city"] for place in provider["locations"]}
        assert not provider["delivery"] or "in_person" in provider["delivery"]
    both = searched(client, "town=nv-reno&town=ca-san-francisco&page_size=100")
    assert found_ids(document) < found_ids(both)
    assert fields(client.get(f"{API}/providers?town=ca-atlantis")) == ["town[0]"]


def test_a_fee_that_nobody_knows_does_not_pass_a_price_limit(client: FlaskClient) -> None:
    found = found_ids(searched(client, "max_fee=100&page_size=100"))
    assert "ana-lopez" in found
    assert not any(id.startswith("npi-") for id in found)


def test_every_facet_is_there_and_leaves_its_own_filter_out(client: FlaskClient) -> None:
    document = searched(client, "license=coach&state=CA")
    assert list(document["facets"]) == list(FACETS)
    for option in document["facets"]["license"]:
        assert option["label"] == VOCABULARIES["license"].label(option["value"])
        alone = searched(client, f"license={option['value']}&state=CA")
        assert alone["total"] == option["count"]


def test_the_next_page_goes_on_where_this_one_ends(client: FlaskClient) -> None:
    seen: list[str] = []
    document = searched(client, "page_size=7")
    while True:
        seen += [provider["id"] for provider in document["results"]]
        if document["next"] is None:
            break
        document = searched(client, f"page_size=7&cursor={document['next']}")
    assert len(seen) == len(set(seen)) == document["total"]


def test_a_misspelt_word_is_asked_about(client: FlaskClient) -> None:
    assert searched(client, "q=anxios")["did_you_mean"] == "anxious"
    assert searched(client, "q=anxious")["did_you_mean"] is None


def test_a_provider_has_every_field_and_no_private_one(client: FlaskClient) -> None:
    provider = answer(client.get(f"{API}/providers/ana-lopez"))
    assert provider["url"] == "https://directory.example/providers/ana-lopez"
    assert provider["concerns"] == [{"code": "panic", "label": "Panic attacks"}]
    assert provider["modalities"][0]["label"] == "Cognitive behavioral therapy"
    assert provider["pronouns"] is None
    assert provider["npi"] is None
    assert {"email", "published"}.isdisjoint(provider)


def test_an_unclaimed_listing_promises_nothing(client: FlaskClient) -> None:
    listed = searched(client, "state=NV&page_size=100")["results"]
    provider = next(one for one in listed if not one["claimed"])
    assert provider["service_intent"] is None
    assert provider["services"] == []
    assert {held["status"] for held in provider["licenses"]} == {"unverified"}


def test_the_code_lists_are_named(client: FlaskClient) -> None:
    named = answer(client.get(f"{API}/vocabulary"))["vocabularies"]
    assert {one["name"]: one["items"] for one in named} == {
        name: len(vocabulary) for name, vocabulary in VOCABULARIES.items()
    }


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_code_list_has_words_for_every_code(client: FlaskClient, name: str) -> None:
    document = answer(client.get(f"{API}/vocabulary/{name}"))
    assert document["name"] == name
    assert [item["code"] for item in document["items"]] == list(VOCABULARIES[name])
    for item in document["items"]:
        assert set(item) == {"code", "label", "synonyms", "about", "source"}
        assert item["label"]


def test_own_words_lead_to_suggestions(client: FlaskClient) -> None:
    body = {"text": "I get panic attacks on the subway", "limit": 2}
    document = answer(post(client, "/concerns/suggestions", body))
    assert document["suggestions"][0]["code"] == "panic"
    assert len(document["suggestions"]) <= 2
    assert (document["safety_flags"], document["out_of_scope"]) == ([], None)


def test_own_words_are_read_for_danger_and_for_what_is_not_ours(client: FlaskClient) -> None:
    danger = answer(post(client, "/concerns/suggestions", {"text": "I want to die"}))
    assert danger["safety_flags"] == ["suicide"]
    elsewhere = answer(post(client, "/concerns/suggestions", {"text": "speech therapy for my son"}))
    assert elsewhere["out_of_scope"]["field"] == "speech_therapy"
    assert elsewhere["out_of_scope"]["text"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "text"),
        ({"text": 3}, "text"),
        ({"text": "a" * 2001}, "text"),
        ({"text": "a", "limit": 0}, "limit"),
        ({"text": "a", "limit": "3"}, "limit"),
        ({"text": "a", "surprise": 1}, "surprise"),
    ],
)
def test_suggestions_name_the_field_that_cannot_be(
    client: FlaskClient, body: dict[str, Any], field: str
) -> None:
    assert fields(post(client, "/concerns/suggestions", body)) == [field]
