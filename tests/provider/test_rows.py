"""Rows of a form are added and taken away with buttons alone, and nothing is lost on the way."""

from typing import Any

from flask import Flask

from directory.errors import Problem
from directory.web.provider.listing.sections import SECTIONS, slips_of
from tests.factories import make_license, make_provider
from tests.provider.sections import Shown, values

OFFICES = [
    {"city": "Oakland", "state": "CA", "zip": "94607", "lat": 37.8, "lon": -122.2},
    {"city": "Reno", "state": "NV", "zip": "89501", "phone": "+17755550123"},
]


def places(forms: Flask, **changes: Any) -> Shown:
    return Shown(forms, "places", values(make_provider(locations=OFFICES, **changes)))


def test_a_button_adds_an_empty_row_and_keeps_what_was_typed(forms: Flask) -> None:
    added = places(forms).send({"locations-1-city": "Sparks", "row": "add:locations"})
    assert not added.is_valid
    assert not added.slips
    assert added.fields()["locations-1-city"] == "Sparks"
    assert added.fields()["locations-2-city"] == ""


def test_a_row_that_stays_empty_is_no_place(forms: Flask) -> None:
    saved = places(forms).send(row="add:locations").send()
    assert saved.is_valid
    assert [place["city"] for place in saved.values["locations"]] == ["Oakland", "Reno"]


def test_a_group_and_a_license_in_which_nothing_is_written_are_none(forms: Flask) -> None:
    listing = values(make_provider())
    for code, rows in (("formats", "groups"), ("license", "licenses")):
        page = Shown(forms, code, listing)
        saved = page.send(row=f"add:{rows}").send()
        assert saved.is_valid
        assert saved.values == page.values


def test_a_button_takes_the_row_away_beside_which_it_stands(forms: Flask) -> None:
    shorter = places(forms).send({"locations-1-city": "Sparks", "row": "remove:locations-0"})
    assert not shorter.is_valid
    saved = shorter.send()
    assert saved.is_valid
    assert [place["city"] for place in saved.values["locations"]] == ["Sparks"]


def test_the_last_row_can_be_taken_away(forms: Flask) -> None:
    none = places(forms).send(row="remove:locations-1").send(row="remove:locations-0")
    assert "locations-0-city" not in none.fields()
    assert none.send().values["locations"] == []


def test_a_button_for_a_row_that_is_not_there_changes_nothing(forms: Flask) -> None:
    for pressed in ("remove:locations-7", "add:nothing", "remove:phone-0", "add:phone"):
        again = places(forms).send(row=pressed)
        assert again.send().values["locations"] == places(forms).values["locations"]


def test_a_place_that_did_not_move_keeps_its_point_wherever_it_stands(forms: Flask) -> None:
    saved = places(forms).send({"locations-1-city": "Sparks"})
    assert saved.values["locations"][0]["lat"] == 37.8
    moved = places(forms).send({"locations-0-street": "1 Main Street"})
    assert moved.values["locations"][0]["lat"] is None


def test_a_row_that_was_not_shown_is_not_read(forms: Flask) -> None:
    unseen = {"locations-2-city": "Elsewhere", "locations-2-state": "NV"}
    assert places(forms).send(unseen).values == places(forms).values


def test_an_odd_count_of_rows_reads_none(forms: Flask) -> None:
    for odd in ("²", "9" * 5000, "-1", "x", "", "2; drop"):
        assert places(forms).send({"locations-shown": odd}).values["locations"] == []


def test_no_more_rows_are_read_than_there_can_be(forms: Flask) -> None:
    assert len(places(forms).send({"locations-shown": "999"}).form["locations"].entries) == 20


def test_no_more_rows_than_there_may_be_are_added_by_button(forms: Flask) -> None:
    many = [{"city": f"Town {number}", "state": "CA"} for number in range(25)]
    page = Shown(forms, "places", values(make_provider(locations=many)))
    assert "add:locations" not in page.html
    assert len(page.send(row="add:locations").form["locations"].entries) == 25
    assert len(page.send().values["locations"]) == 25


def test_enter_in_a_field_saves_and_takes_no_row_away(forms: Flask) -> None:
    for code in ("license", "formats", "places"):
        html = Shown(forms, code, values(make_provider(locations=OFFICES))).html
        assert "<button" in html
        assert 'name="row"' not in html[html.index("<button") :].partition("</button>")[0]


def test_a_problem_of_the_domain_is_told_at_the_row_that_it_is_about(forms: Flask) -> None:
    page = Shown(forms, "places", values(make_provider(locations=OFFICES)))
    problems = (
        Problem("locations[1].zip", "a ZIP code has five digits"),
        Problem("locations[0]", "something is wrong with it"),
        Problem("locations[9].zip", "not there"),
        Problem("bio", "somewhere else"),
    )
    unplaced = SECTIONS["places"].blame(page.form, problems)
    slips = {slip.href: slip.text for slip in slips_of(page.form)}
    assert slips["#locations-1-zip"] == "Place 2: A ZIP code has five digits."
    assert slips["#locations-0-street"] == "Place 1: Something is wrong with it."
    assert slips["#locations"] == "Not there."
    assert [problem.field for problem in unplaced] == ["bio"]


def test_a_problem_of_a_license_is_told_at_its_row_below_the_checked_ones(forms: Flask) -> None:
    new = {"status": "unverified", "verified_at": None}
    held = [make_license(), make_license(state="NV", title="LCSW", **new)]
    page = Shown(forms, "license", values(make_provider(licenses=held)))
    SECTIONS["license"].blame(page.form, (Problem("licenses[1].title", "wrong title"),))
    assert [slip.href for slip in slips_of(page.form)] == ["#licenses-0-title"]
