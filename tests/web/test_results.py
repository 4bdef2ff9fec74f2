"""The results: the need in plain words, why, what to do first, who may fit and why."""

import re

from flask.testing import FlaskClient

from tests.web.walking import Walk, walk


def results(client: FlaskClient, **answers: object) -> str:
    walk(client).to_the_end(**answers)  # type: ignore[arg-type]
    return client.get("/triage/results").get_data(as_text=True)


def test_results_say_the_need_and_why_and_what_to_do_first(client: FlaskClient) -> None:
    page = results(client)
    for heading in ("Psychotherapy", "Why we say this", "What to do first", "people may fit"):
        assert heading in page
    assert "This is not a diagnosis" in page


def test_at_least_three_matches_come_with_reasons(client: FlaskClient) -> None:
    page = results(client)
    assert len(re.findall(r"Why this person", page)) >= 3
    assert page.count("/providers/lcsw-") >= 3


def test_a_person_can_see_it_another_way(client: FlaskClient) -> None:
    page = results(client)
    assert 'href="#disagree"' in page
    assert 'id="disagree"' in page
    assert 'href="/triage/check"' in page


def test_a_coach_never_stands_beside_a_clinical_concern(client: FlaskClient) -> None:
    assert "/providers/coach-1" not in results(client)


def test_thoughts_of_suicide_put_the_card_above_the_list(client: FlaskClient) -> None:
    page = results(client, **{"instruments.ASQ[0]": "1", "instruments.ASQ_NOW": "0"})
    assert page.index("tel:988", page.index("<main")) < page.index("/providers/")


def test_fear_of_a_partner_is_never_named(client: FlaskClient) -> None:
    page = results(client, concerns=["relationship_distress"], **{"instruments.HARK[1]": "1"})
    main = page[page.index("<main") :]
    assert not re.search("abuse|afraid|partner_violence|your partner", main)
    assert "1-800-799-7233" in main
    assert "/providers/lmft-1" not in main


def test_where_no_reason_may_be_named_the_page_looks_as_it_always_does(
    client: FlaskClient,
) -> None:
    calm = {"wants": "tools", "seeks": "growth", "tried_coping": "no", "difficulty": "not"}
    quiet = results(
        client,
        text="",
        duration="under_2_weeks",
        concerns=["relationship_distress"],
        **calm,
        **{"instruments.HARK[1]": "1"},
    )
    reasons = quiet[quiet.index("Why we say this") : quiet.index("This is not a diagnosis")]
    assert reasons.count("<li>") == 1
    assert "<li>We looked at all of your answers together.</li>" in reasons
    assert "<li>We looked at all of your answers together.</li>" in results(client)


def test_a_wish_can_be_given_up_and_taken_back(client: FlaskClient) -> None:
    walk(client).to_the_end(**{"coverage.payer": "cigna"})
    way = Walk(client, "/triage/results")
    assert "1 person may fit" in way.text
    assert "Leave out the health plan" in way.text
    assert way.post("/triage/results", {"drop": "coverage.payer"}).location == "/triage/results"
    assert "people may fit" in way.text
    assert "Put back the health plan" in way.text
    way.post("/triage/results", {"put_back": "coverage.payer"})
    assert "1 person may fit" in way.text


def test_a_must_about_the_provider_can_be_given_up_too(client: FlaskClient) -> None:
    walk(client).to_the_end(
        **{"preferences.language": "yi", "preferences.language.strength": "must"}
    )
    way = Walk(client, "/triage/results")
    assert "No one on this list fits all of it yet" in way.text
    assert "Leave out the language" in way.text
    way.post("/triage/results", {"drop": "preferences.language"})
    assert "people may fit" in way.text
    assert "Put back the language" in way.text


def without_tokens(page: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]*"', "", page)


def test_a_wish_that_is_none_cannot_be_given_up(client: FlaskClient) -> None:
    walk(client).to_the_end()
    way = Walk(client, "/triage/results")
    before = without_tokens(way.text)
    way.post("/triage/results", {"drop": "safety_flags"})
    assert without_tokens(way.text) == before


def test_where_nobody_fits_the_page_still_leads_on(client: FlaskClient) -> None:
    page = results(client, state="WY", zip="")
    assert "There are people who can help" in page
    assert "Call 211" in page
    assert 'href="/search"' in page


def test_few_matches_bring_listings_from_the_register_apart(client: FlaskClient) -> None:
    page = results(client, **{"coverage.payer": "cigna"})
    assert "From a public list, not confirmed" in page
    assert "/providers/register-1" in page


def test_every_match_can_be_called_from_the_list(client: FlaskClient) -> None:
    page = results(client)
    assert page.count('href="tel:+14155550100"') == len(re.findall("Why this person", page))
