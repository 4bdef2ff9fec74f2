"""From matches to cards: each sentence bears the mark that is true of it."""

from datetime import date

from directory.matching import MatchRequest, match
from directory.providers import Provider
from directory.triage import TriageAnswers, assess
from directory.web.patient.results_page import results_page
from directory.web.patient.visit import Visit
from directory.workflows.match_providers import Matched
from tests.web.people import TODAY, therapist


def marks(provider: Provider, today: date = TODAY, **answers: object) -> dict[str, str]:
    """Return the mark of each sentence on the card of the only match."""
    given = {"age": 34, "state": "CA", "concerns": ["panic"], "seeks": "diagnosis", **answers}
    result = assess(TriageAnswers.model_validate(given))
    request = MatchRequest.model_validate_json(result.model_dump_json())
    matched = Matched(request, match(request, [provider], today))
    (card,) = results_page(result, matched, Visit(), None, today).matches
    return {fact.text: fact.icon for fact in card.reasons}


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
    icons = list(marks(therapist("one", "Ana Alvarez", concerns=["gad"], fee=None)).values())
    assert icons == sorted(icons, key=["yes", "no", "ask"].index)
