"""Seed rules that show on pages: plain words, open facts, and always a next step."""

import re

import pytest
from flask.testing import FlaskClient

from tests.web.walking import CALM, Walk, walk


def words_of(client: FlaskClient, address: str) -> str:
    """Return what a page says, without its markup."""
    html = client.get(address).get_data(as_text=True)
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def reach_results(client: FlaskClient, **answers: str) -> str:
    """Answer all questions and return where the results are."""
    walk(client).to_the_end(**answers)
    return "/triage/results"


@pytest.fixture
def results(client: FlaskClient) -> str:
    """What the results say to somebody with panic attacks."""
    return words_of(client, reach_results(client))


@pytest.mark.seed_rule("SR01", "SR50")
def test_the_first_page_of_the_questions_says_that_the_words_do_not_matter(
    client: FlaskClient,
) -> None:
    said = words_of(client, "/triage")
    assert "Psychotherapy is the kind where a trained person treats what hurts." in said
    assert "You do not need to know which one you need." in said


@pytest.mark.seed_rule("SR107")
def test_a_short_page_explains_the_two_words(client: FlaskClient) -> None:
    said = words_of(client, "/about/therapy-or-psychotherapy")
    assert "Support and coaching" in said
    assert "Psychotherapy" in said
    assert len(said.split()) < 700


@pytest.mark.seed_rule("SR46")
def test_no_account_is_asked_for_before_the_results(client: FlaskClient, results: str) -> None:
    assert "people may fit" in results
    assert "Sign in" not in results
    assert "password" not in results


@pytest.mark.seed_rule("SR46", "SR106")
def test_without_a_match_there_is_still_a_next_step(client: FlaskClient) -> None:
    said = words_of(client, reach_results(client, state="AK", zip="99501"))
    assert "No one on this list fits all of it yet" in said
    assert "Call 211." in said


@pytest.mark.seed_rule("SR51", "SR113")
def test_the_result_says_why_and_lets_the_answers_be_changed(results: str) -> None:
    assert "Why we say this" in results
    assert "Change my answers" in results
    assert "I see it another way" in results


@pytest.mark.seed_rule("SR54")
def test_the_result_says_to_ask_later_whether_it_helps(results: str) -> None:
    assert "In about four weeks Ask yourself: Is this helping?" in results
    assert "come back here and look again" in results


@pytest.mark.seed_rule("SR95", "SR96")
def test_support_is_told_as_lighter_work_and_psychotherapy_as_hard_at_times(
    client: FlaskClient,
) -> None:
    said = words_of(client, "/about/therapy-or-psychotherapy")
    assert said.index("Lighter work") < said.index("It can be hard at times")


@pytest.mark.seed_rule("SR53", "SR75", "SR101", "SR110")
def test_each_match_tells_what_to_expect_and_what_to_ask(results: str) -> None:
    assert "What to expect" in results
    assert "What to ask before you book" in results
    assert "New patients in about 5 days" in results


@pytest.mark.seed_rule("SR16")
def test_a_listing_tells_where_and_how_one_can_meet(client: FlaskClient) -> None:
    said = words_of(client, "/providers/lcsw-1")
    assert "Ways to meet" in said
    assert "Offices" in said


@pytest.mark.seed_rule("SR103", "SR112")
def test_a_listing_tells_when_each_fact_was_confirmed(client: FlaskClient) -> None:
    said = words_of(client, "/providers/lcsw-1")
    assert re.search(r"checked \d+ days ago", said)
    assert re.search(r"Confirmed \d+ days ago", said)


@pytest.mark.seed_rule("SR112")
def test_a_listing_from_a_public_list_says_so(client: FlaskClient) -> None:
    assert "From a public list" in words_of(client, "/providers/register-1")


@pytest.mark.seed_rule("SR111")
def test_a_listing_says_psychotherapy_or_support(client: FlaskClient) -> None:
    assert "Psychotherapy or support" in words_of(client, "/providers/lcsw-1")


@pytest.mark.seed_rule("SR97", "SR98", "SR99", "SR90")
def test_the_three_questions_of_the_checklist_are_asked(client: FlaskClient) -> None:
    asked = walk(client).to_the_end().asked
    assert [key for key in asked if key in {"wants", "duration", "seeks"}] == [
        "wants",
        "duration",
        "seeks",
    ]
    assert {"duration", "instruments.PHQ4[0]"} <= set(asked)


@pytest.mark.seed_rule("SR100")
def test_a_price_can_be_set(client: FlaskClient) -> None:
    steps = Walk(client).begin()
    while "coverage.max_fee" not in steps.text:
        steps.answer(CALM)
    assert 'name="coverage.max_fee"' in steps.text
    assert 'name="coverage.sliding_scale"' in steps.text
