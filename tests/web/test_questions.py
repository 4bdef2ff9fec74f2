"""The questions: one a page, nothing lost, help first where it is called for."""

import re

import pytest
from flask.testing import FlaskClient

from directory.vocabulary import CONCERNS
from directory.web.patient.triage.answer_document import answer_document
from directory.web.patient.triage.concern_groups import CONCERN_GROUPS, groups_for
from directory.web.patient.triage.flow import FLOW, path
from tests.web.walking import CALM, hidden_fields, walk

ASQ_NOW = "instruments.ASQ_NOW"


def keys(**answers: object) -> list[str]:
    return [question.key for question in path(answers)]  # type: ignore[arg-type]


def heading(page: str) -> str:
    found = re.search(r"<h1.*?>(.*?)</h1>", page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", found[1] if found else "")).strip()


def test_the_questions_come_in_their_order() -> None:
    plain = [key for key in keys() if not key.startswith("instruments.")]
    assert plain == [
        "danger_now",
        "for",
        "age",
        "state",
        "text",
        "concerns",
        "wants",
        "duration",
        "difficulty",
        "seeks",
        "tried_coping",
        "formats",
        "red_flags",
        "exploration_comfort",
        "preferences.gender",
        "on_medication",
    ]


def test_every_question_says_why_it_is_asked() -> None:
    assert all(question.why for question in FLOW)


def test_everyone_of_eight_years_or_more_is_asked_about_suicide() -> None:
    assert "instruments.ASQ[0]" in keys(age=8)
    assert "instruments.ASQ[0]" in keys(age=90)
    assert "instruments.ASQ[0]" not in keys(age=7)


@pytest.mark.parametrize("answer", [1, None])
def test_a_yes_or_a_refusal_leads_to_the_question_about_right_now(answer: int | None) -> None:
    assert ASQ_NOW in keys(**{"instruments.ASQ[2]": answer})
    assert ASQ_NOW not in keys(**{"instruments.ASQ[2]": 0})


def test_only_those_whom_it_may_concern_are_asked_about_their_partner() -> None:
    hark = "instruments.HARK[0]"
    assert hark in keys(age=30, concerns=("ipv_survivor",))
    assert hark in keys(age=30, concerns=("relationship_distress",))
    assert hark in keys(age=30, formats=("couples",))
    assert hark not in keys(age=30, concerns=("panic",), formats=("individual",))
    assert hark not in keys(age=17, formats=("couples",))


def test_what_was_told_about_a_partner_counts_although_couples_are_no_longer_wanted() -> None:
    hark = {f"instruments.HARK[{i}]": 1 for i in range(4)}
    document = answer_document({"age": 30, "state": "CA", "formats": (), **hark})
    assert document["instruments"]["HARK"] == [1, 1, 1, 1]


def test_the_main_concern_is_asked_for_only_where_there_are_several() -> None:
    assert "concerns[0]" in keys(concerns=("panic", "gad"))
    assert "concerns[0]" not in keys(concerns=("panic",))


def test_the_main_concern_comes_first() -> None:
    answers = {"concerns": ("panic", "gad"), "concerns[0]": "gad"}
    assert answer_document(answers)["concerns"] == ["gad", "panic"]


def test_every_concern_stands_in_one_group() -> None:
    grouped = [code for _, codes in CONCERN_GROUPS for code in codes]
    assert sorted(grouped) == sorted(CONCERNS)


def test_a_parent_finds_the_concerns_of_children() -> None:
    offered = {code for _, codes in groups_for(8, ()) for code in codes}
    assert {"child_anxiety", "parenting", "unsure"} <= offered


def test_an_instrument_goes_in_whole_or_not_at_all() -> None:
    half = {f"instruments.PHQ4[{i}]": 1 for i in range(3)}
    assert "PHQ4" not in answer_document(half)["instruments"]
    whole = {f"instruments.PHQ4[{i}]": i for i in range(4)}
    assert answer_document(whole)["instruments"]["PHQ4"] == [0, 1, 2, 3]


def test_a_calm_walk_ends_at_the_check_of_all_answers(client: FlaskClient) -> None:
    assert walk(client).to_the_end().at == "/triage/check"


def test_no_address_tells_an_answer(client: FlaskClient) -> None:
    way = walk(client)
    while way.at != "/triage/check":
        assert re.fullmatch(r"/triage/\d+", way.at)
        way.answer(CALM)


def test_no_title_tells_a_question(client: FlaskClient) -> None:
    titles = {re.search(r"<title>(.*?)</title>", walk(client).text)[1]}  # type: ignore[index]
    assert titles == {"Question 1 – Help me choose – Find your kind of help"}


def test_danger_now_leads_to_help_at_once(client: FlaskClient) -> None:
    way = walk(client).to_the_end(danger_now="true")
    assert way.at == "/triage/results"
    assert way.asked == ["danger_now"]
    assert "Show providers anyway" in way.text
    assert "tel:988" in way.text
    assert "/providers/" not in way.text


def test_thoughts_right_now_lead_to_help_at_once(client: FlaskClient) -> None:
    way = walk(client).to_the_end(**{"instruments.ASQ[1]": "1", ASQ_NOW: "1"})
    assert way.at == "/triage/results"
    assert way.asked[-1] == ASQ_NOW


def test_declining_the_question_about_right_now_leads_to_help_too(client: FlaskClient) -> None:
    way = walk(client).to_the_end(**{"instruments.ASQ[1]": "null", ASQ_NOW: "null"})
    assert way.at == "/triage/results"


def test_a_body_in_danger_is_told_so_at_once(client: FlaskClient) -> None:
    way = walk(client).to_the_end(red_flags=["withdrawal"])
    assert way.at == "/triage/results"
    assert "medical help" in heading(way.text)


def test_a_teen_is_asked_to_tell_an_adult(client: FlaskClient) -> None:
    way = walk(client).to_the_end(age="15", red_flags=["withdrawal"])
    assert "tell an adult you trust" in way.text


def test_whoever_goes_past_the_card_is_asked_on_and_not_stopped_again(client: FlaskClient) -> None:
    way = walk(client).to_the_end(danger_now="true")
    way.at = way.post("/triage/results", {"show_providers": "true"}).location
    way.at = client.get(way.at).location
    way.to_the_end(danger_now="true")
    assert way.at == "/triage/check"


def test_after_the_card_age_and_state_are_enough_for_a_list(client: FlaskClient) -> None:
    way = walk(client).to_the_end(danger_now="true")
    way.at = client.get(way.post("/triage/results", {"show_providers": "true"}).location).location
    for _ in ("for", "age", "state"):
        way.answer(CALM)
    page = client.get("/triage/results").get_data(as_text=True)
    assert "/providers/" in page
    assert page.index("tel:988") < page.index("/providers/")
    assert "Answer more, for a better fit" in page


def test_back_leads_through_every_question_to_the_start(client: FlaskClient) -> None:
    at = "/triage/check"
    walk(client).to_the_end()
    for _ in range(40):
        page = client.get(at).get_data(as_text=True)
        found = re.search(r'href="([^"]+)" class="govuk-back-link"', page)
        at = found[1] if found else at
    assert at == "/triage"


def test_an_answer_can_be_changed_from_the_check_and_leads_back_there(client: FlaskClient) -> None:
    way = walk(client).to_the_end()
    way.at = "/triage/3?from=check"
    response = way.post("/triage/3", {"age": "41"})
    assert response.location == "/triage/check"
    assert ">41<" in client.get("/triage/check").get_data(as_text=True)


def test_a_change_that_raises_a_question_leads_back_to_the_check(client: FlaskClient) -> None:
    way = walk(client).to_the_end()
    place = way.asked.index("instruments.ASQ[0]") + 1
    way.at = f"/triage/{place}?from=check"
    way.at = way.post(f"/triage/{place}", {"instruments.ASQ[0]": "1"}).location
    way.at = way.post(way.at.partition("?")[0], {ASQ_NOW: "0"}).location
    assert way.at == "/triage/check"


def test_a_change_that_raises_a_question_leads_to_it(client: FlaskClient) -> None:
    way = walk(client).to_the_end()
    place = way.asked.index("instruments.ASQ[0]") + 1
    way.at = f"/triage/{place}?from=check"
    way.at = way.post(f"/triage/{place}", {"instruments.ASQ[0]": "1"}).location
    assert hidden_fields(way.text)["question"] == ASQ_NOW


def test_the_check_does_not_show_the_most_private_answers(client: FlaskClient) -> None:
    walk(client).to_the_end(concerns=["ipv_survivor"], **{"instruments.HARK[1]": "1"})
    page = client.get("/triage/check").get_data(as_text=True)
    assert "Partner abuse" not in page
    private = page[page.index("private answers") :]
    assert private.count("?from=check") >= 10
    assert not re.search("partner|kill|dead", page[page.index("<main") : page.index("</main>")])


def test_nobody_gets_ahead_of_their_first_open_question(client: FlaskClient) -> None:
    walk(client)
    assert client.get("/triage/20").location == "/triage/1"
    assert client.get("/triage/check").location == "/triage/1"
    assert client.get("/triage/results").location == "/triage/1"


def test_a_form_of_a_question_that_is_not_asked_changes_nothing(client: FlaskClient) -> None:
    way = walk(client).answer(CALM)
    response = way.post("/triage/2", {"question": "instruments.HARK[0]"})
    assert response.location == "/triage/2"


def test_without_a_visit_every_question_leads_to_the_start(client: FlaskClient) -> None:
    assert client.get("/triage/5").location == "/triage?over"
    assert "Your answers are gone" in client.get("/triage?over").get_data(as_text=True)


def test_a_visit_can_be_gone_on_with(client: FlaskClient) -> None:
    walk(client).answer(CALM).answer(CALM)
    page = client.get("/triage").get_data(as_text=True)
    assert "Go on where I was" in page
    assert "Start again" in page
    assert 'href="/triage/3"' in page


def test_own_words_come_back_as_suggestions(client: FlaskClient) -> None:
    way = walk(client)
    while "text" not in way.asked:
        way.answer(CALM)
    first = way.text.index("From your own words")
    assert first < way.text.index('value="panic"') < way.text.index("Low mood")


def test_a_faint_echo_of_a_word_is_no_suggestion(client: FlaskClient) -> None:
    way = walk(client)
    while "text" not in way.asked:
        way.answer(CALM)
    suggested = way.text[way.text.index("From your own words") : way.text.index("Low mood")]
    assert 'value="panic"' in suggested
    assert 'value="bullying"' not in suggested


def test_help_that_is_not_ours_is_named(client: FlaskClient) -> None:
    way = walk(client)
    while "text" not in way.asked:
        way.answer({**CALM, "text": "speech therapy for my son"})
    assert "not for speech" in way.text
