"""The truth score in the browser: calling, noting, taking back, as each role may."""

import csv
import html
import io

import pytest
from flask.testing import FlaskClient

from directory.accuracy.calls import said_by
from directory.accuracy.samples import SampledCall
from directory.storage import CallSamples
from directory.workflows import Directory
from directory.workflows.accuracy.draw_calls import draw_calls
from tests.accuracy.conftest import SignIn
from tests.accuracy.noting import listing_of, people, sample_of, stored
from tests.accuracy.published import publish_calls
from tests.factories import make_provider, make_unclaimed, store

ANSWERS = {
    "called_on": "2026-11-20",
    "reached": "yes",
    "person": "yes",
    "accepting": "yes",
    "wait_days": "4",
    "plan": "yes",
    "address": "yes",
}


def drawn(house: Directory) -> SampledCall:
    """Store somebody, draw them, and return their call."""
    store(house, make_provider())
    draw_calls(house)
    return sample_of(house)[1][0]


def send(
    client: FlaskClient, house: Directory, call: SampledCall, **changes: str
) -> tuple[int, str]:
    """Send what was heard from the page as it stands; return the answer."""
    seen = said_by(listing_of(house, call), call.plan).mark
    sent = ANSWERS | {"seen": seen} | changes
    answer = client.post(f"/admin/truth/calls/{call.id}", data=sent)
    return answer.status_code, html.unescape(answer.get_data(as_text=True))


def text_of(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.get_data(as_text=True))


def test_an_empty_directory_says_that_nothing_is_known(admin: SignIn) -> None:
    page = text_of(admin("owner"), "/admin/truth")
    assert "Not known yet" in page
    assert "Nobody is drawn for this week yet" in page
    assert "%" not in page.partition("Fact by fact")[0].partition("<h1")[2]


def test_the_score_is_told_with_its_interval_and_what_is_not_known(
    admin: SignIn, house: Directory
) -> None:
    publish_calls(house)
    page = text_of(admin("reader"), "/admin/truth")
    assert "75% of the listings that were called are accurate." in page
    assert "Among all 800, it is most likely 60% to 86%." in page
    assert "42 were drawn and 41 called: 30 accurate, 10 not, 2 not known." in page
    assert "310 of 800 public listings (39%) had every fact confirmed within 90 days." in page
    assert "5 of 14 heard: full (36%)." in page


def test_a_call_is_made_from_the_page_and_counts_at_once(admin: SignIn, house: Directory) -> None:
    call, verifier = drawn(house), admin("verifier")
    page = text_of(verifier, f"/admin/truth/calls/{call.id}")
    assert "(415) 555-0123" in page
    assert "Do they take Aetna?" in page
    assert "Never say what the visit would be for" in page
    assert "<textarea" not in page
    assert send(verifier, house, call)[0] == 303
    assert stored(house, call).outcome == "right"
    assert "1 of 1 call is noted." in text_of(verifier, f"/admin/truth/weeks/{call.week}")


def test_what_was_wrong_is_listed_here_and_in_the_queue(admin: SignIn, house: Directory) -> None:
    call, verifier = drawn(house), admin("verifier")
    send(verifier, house, call, accepting="no")
    for address in ("/admin/truth", "/admin/truth/wrong", "/admin/queue"):
        assert "Whether they take new patients is wrong" in text_of(verifier, address)
    assert f"/admin/listings/{call.provider_id}" in text_of(verifier, "/admin/truth")


def test_a_call_is_taken_back_from_its_page(admin: SignIn, house: Directory) -> None:
    call, verifier = drawn(house), admin("verifier")
    before = listing_of(house, call)
    send(verifier, house, call, confirms="y")
    assert listing_of(house, call).confirmed
    assert "Confirmed by this call" in text_of(verifier, f"/admin/truth/calls/{call.id}")
    assert verifier.post(f"/admin/truth/calls/{call.id}/take-back").status_code == 303
    assert listing_of(house, call) == before
    assert not stored(house, call).is_made


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"reached": ""}, "Say if you reached somebody"),
        ({"person": ""}, "Say what you heard"),
        ({"plan": ""}, "Say what you heard"),
        ({"wait_days": "-1"}, "Write a number from 0 to 730"),
        ({"called_on": "2026-11-22"}, "Choose a day from the week’s Monday to today"),
        ({"called_on": "soon"}, "Error"),
        ({"seen": "older"}, "The listing was changed since you opened this page"),
        ({"reached": "perhaps"}, "Error"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    admin: SignIn, house: Directory, changes: dict[str, str], message: str
) -> None:
    call = drawn(house)
    status, page = send(admin("verifier"), house, call, **changes)
    assert status == 422
    assert message in page
    assert 'id="address" name="address" type="radio" value="yes" checked' in page
    assert not stored(house, call).is_made


def test_after_a_change_of_the_listing_the_same_form_can_be_sent_again(
    admin: SignIn, house: Directory
) -> None:
    call, verifier = drawn(house), admin("verifier")
    _, page = send(verifier, house, call, seen="older")
    mark = said_by(listing_of(house, call), call.plan).mark
    assert f'value="{mark}"' in page
    assert send(verifier, house, call, seen=mark)[0] == 303


def test_nobody_reached_needs_no_other_answer(admin: SignIn, house: Directory) -> None:
    call, none = drawn(house), dict.fromkeys(("person", "accepting", "plan", "address"), "")
    assert send(admin("verifier"), house, call, reached="wrong_number", **none)[0] == 303
    assert stored(house, call).wrong == ("reached",)


def test_a_form_takes_nothing_that_it_does_not_ask(admin: SignIn, house: Directory) -> None:
    store(house, make_unclaimed(phone="+14155550123"))
    draw_calls(house)
    call = sample_of(house)[1][0]
    page = text_of(admin("verifier"), f"/admin/truth/calls/{call.id}")
    assert 'name="plan"' not in page
    assert 'name="confirms"' not in page
    send(admin("verifier"), house, call, plan="no", accepting="no", confirms="y")
    assert stored(house, call).outcome == "right"
    assert set(stored(house, call).verdicts) == {"reached", "person", "address"}


def test_a_listing_that_was_hidden_meanwhile_is_left_out(admin: SignIn, house: Directory) -> None:
    call, verifier = drawn(house), admin("verifier")
    store(house, make_provider(published=False))
    page = text_of(verifier, f"/admin/truth/calls/{call.id}")
    assert "counts as not made" in page
    assert 'name="reached"' not in page
    assert "Left out" in text_of(verifier, f"/admin/truth/weeks/{call.week}")
    assert verifier.post(f"/admin/truth/calls/{call.id}", data=ANSWERS).status_code == 200


def test_the_call_sheet_goes_on_paper_and_into_a_file(admin: SignIn, house: Directory) -> None:
    store(house, make_provider(id="formula", name="=HYPERLINK(1)"), *people(2))
    draw_calls(house)
    week = sample_of(house)[1][0].week
    sheet = text_of(admin("reader"), f"/admin/truth/weeks/{week}/sheet")
    assert sheet.count("Did you reach somebody?") == 3
    answer = admin("reader").get(f"/admin/truth/weeks/{week}/calls.csv")
    rows = [*csv.DictReader(io.StringIO(answer.get_data(as_text=True)))]
    assert {row["name"] for row in rows} == {"'=HYPERLINK(1)", "Ana Lopez"}
    assert all(row["reached"] == "" and row["plan_to_ask"] == "Aetna" for row in rows)
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_results_of_every_week_can_be_downloaded(admin: SignIn, house: Directory) -> None:
    publish_calls(house)
    answer = admin("reader").get("/admin/truth/results.csv").get_data(as_text=True)
    *_, row = csv.DictReader(io.StringIO(answer))
    assert (row["drawn"], row["called"], row["accurate"]) == ("42", "41", "30")
    assert (row["quarter_low"], row["quarter_high"]) == ("0.6021", "0.8561")


@pytest.mark.parametrize("address", ["weeks/2026-11-09", "weeks/soon/sheet", "calls/2026-11-09-1"])
def test_what_was_never_drawn_is_not_there(admin: SignIn, address: str) -> None:
    assert admin("reader").get(f"/admin/truth/{address}").status_code == 404


def test_an_editor_says_how_many_are_called(admin: SignIn, house: Directory) -> None:
    store(house, *people(30))
    editor = admin("editor")
    assert editor.post("/admin/truth/size", data={"size": "101"}).status_code == 422
    assert editor.post("/admin/truth/size", data={"size": "12"}).status_code == 303
    assert editor.post("/admin/truth/draw").status_code == 303
    assert len(sample_of(house)[1]) == 12


def test_only_an_owner_is_offered_to_publish(admin: SignIn, house: Directory) -> None:
    assert "Publish it" in text_of(admin("owner"), "/admin/truth")
    for role in ("reader", "verifier", "editor"):
        assert "Publish it" not in text_of(admin(role), "/admin/truth")
        assert admin(role).post("/admin/truth/publish").status_code == 404
    with house.database.reading() as session:
        assert CallSamples(session).plan().published_since is None
