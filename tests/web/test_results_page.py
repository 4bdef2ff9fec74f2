"""From matches to cards: each sentence bears the mark that is true of it."""

from datetime import date

from directory.matching import MatchRequest, match
from directory.providers import Provider
from directory.triage import TriageAnswers, assess
from directory.web.patient.triage.pages import MatchCard
from directory.web.patient.triage.results_page import results_page
from directory.web.patient.visit import Visit
from directory.workflows.matching.match_providers import Matched
from tests.web.people import TODAY, coach, therapist


def card(provider: Provider, today: date = TODAY, **answers: object) -> MatchCard:
    """Return the card of the only match."""
    given = {"age": 34, "state": "CA", "concerns": ["panic"], "seeks": "diagnosis", **answers}
    result = assess(TriageAnswers.model_validate(given))
    request = MatchRequest.model_validate_json(result.model_dump_json())
    matched = Matched(request, match(request, [provider], today))
    (found,) = results_page(result, matched, Visit(), None, today).matches
    return found


def marks(provider: Provider, **answers: object) -> dict[str, str]:
    """Return the mark of each sentence on the card of the only match."""
    found = card(provider, **answers)  # type: ignore[arg-type]
    return {fact.text: fact.icon for fact in (*found.top, *found.reasons, *found.also)}


def test_what_a_listing_does_not_name_bears_no_check_mark() -> None:
    found = marks(therapist("one", "Ana Alvarez", concerns=["gad"]))
    assert found["Does not name panic attacks as a focus."] == "no"
    assert found["Their license was checked."] == "yes"


def test_old_word_of_openings_bears_a_question_mark() -> None:
    stale = {"accepting": "yes", "confirmed_at": "2026-03-01"}
    found = marks(therapist("one", "Ana Alvarez", availability=stale))
    assert found["They take new people."] == "yes"
    assert found["We do not know how soon."] == "ask"
    assert found["They last confirmed their openings 266 days ago."] == "ask"


def test_a_wait_list_bears_no_check_mark() -> None:
    full = {"accepting": "waitlist", "next_opening_days": 30, "confirmed_at": "2026-11-20"}
    found = marks(therapist("one", "Ana Alvarez", availability=full))
    assert found["They keep a wait list of about 30 days."] == "no"


def test_an_unknown_price_bears_a_question_mark() -> None:
    found = marks(therapist("one", "Ana Alvarez", fee=None), coverage={"max_fee": 120})
    assert found["Not known if this person has sessions for $120 or less."] == "ask"


def test_what_fits_comes_first() -> None:
    found = card(therapist("one", "Ana", concerns=["gad"], fee=None), coverage={"max_fee": 120})
    assert [fact.icon for fact in found.top] == ["yes", "no", "ask"]


def test_openings_and_fresh_facts_are_told_by_the_facts_and_so_not_twice() -> None:
    found = card(therapist("one", "Ana"))
    assert "They take new people. The next opening is in about 5 days." in {
        fact.text for fact in found.also
    }
    assert {fact.text for fact in (*found.top, *found.reasons)}.isdisjoint(
        fact.text for fact in found.also
    )


def test_a_card_tells_what_to_expect_and_what_to_ask() -> None:
    found = card(therapist("one", "Ana"))
    assert found.anchor == "match-1"
    assert found.mark is None
    assert found.expect[0] == "Cognitive behavioral therapy: Often 12 to 20 sessions."
    assert found.expect[2] == "All sessions may cost $1,080 to $2,800 before any plan pays."
    assert found.questions[-1] == "Can you give a diagnosis?"


def test_support_is_marked_as_no_treatment() -> None:
    calm = {"ASQ": [0, 0, 0, 0], "PHQ4": [0, 0, 0, 0]}
    light = {"seeks": "growth", "wants": "tools", "difficulty": "not", "concerns": ["career"]}
    found = card(coach("one", "Leo"), instruments=calm, **light)
    assert found.mark == "Not treatment for a condition."
    assert found.expect[0] == "Coaching: Often 6 to 12 sessions."


def test_what_is_not_known_of_the_work_is_left_out() -> None:
    medicine = therapist("one", "Grace", "psychiatrist", services=["medication"], fee=None)
    assert len(card(medicine, on_medication=True).expect) == 1


def test_old_word_of_openings_is_told_once_by_its_caution() -> None:
    stale = {"accepting": "yes", "confirmed_at": "2026-03-01"}
    found = card(therapist("one", "Ana Alvarez", availability=stale))
    assert found.cautions[-1] == "These openings were confirmed 266 days ago. Call first."
    assert "Not confirmed lately" not in [badge.text for badge in found.card.badges]
    assert [fact.note for fact in found.facts if fact.icon == "clock"] == [""]
