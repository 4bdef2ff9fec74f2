"""What a roster of a state board says, and what it means for a listing."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.providers import License
from directory.providers.roster_verdicts import Roster, Verdict, judge
from directory.providers.rosters import (
    Entry,
    by_key,
    guess_columns,
    guess_status,
    license_key,
    read_day,
    read_entry,
)
from tests.factories import make_license

TODAY = date(2026, 11, 21)
ROSTER = Roster("CA", "", date(2026, 11, 20))
COLUMNS = {
    "number": "LICENSE NUMBER",
    "last": "LAST",
    "first": "FIRST",
    "status": "STATUS CODE",
    "expires": "EXP DATE",
    "discipline": "DISCIPLINE Y/N",
}


def entry(**cells: str) -> Entry:
    row = {
        "LICENSE NUMBER": "LCS 12345",
        "LAST": "LOPEZ",
        "FIRST": "ANA MARIA",
        "STATUS CODE": "CURRENT",
        "EXP DATE": "05/31/2027",
        "DISCIPLINE Y/N": "N",
    }
    read = read_entry(2, row | cells, COLUMNS, {})
    assert read
    return read


def verdict(*rows: Entry, name: str = "Ana Lopez", licenses: Any = None) -> Verdict | None:
    held = [License.model_validate(one) for one in licenses or [make_license()]]
    return judge(name, held, by_key(rows or (entry(),)), ROSTER, TODAY)


def outcome(*rows: Entry, **options: Any) -> str | None:
    found = verdict(*rows, **options)
    return found.outcome if found else None


@pytest.mark.parametrize(
    "titles",
    [
        tuple(COLUMNS.values()),
        (
            "License No.",
            "Last Name",
            "First Name",
            "License Status",
            "Expiration Date",
            "Board Action",
        ),
        ("lic_nbr", "lname", "fname", "status", "exp", "disciplinary_action"),
    ],
)
def test_the_common_shapes_of_boards_are_recognised(titles: tuple[str, ...]) -> None:
    assert tuple(guess_columns(titles).values()) == tuple(
        titles[place] for place in (0, 1, 2, 3, 4, 5)
    )


def test_one_column_may_hold_the_whole_name() -> None:
    columns = guess_columns(("Name", "Number", "Status"))
    assert columns == {"number": "Number", "name": "Name", "status": "Status"}
    for name in ("Lopez, Ana M", "Ana M Lopez"):
        read = read_entry(2, {"Name": name, "Number": "7", "Status": "A"}, columns, {"A": "active"})
        assert read
        assert (read.last, read.first.split()[0], read.said) == ("Lopez", "Ana", "active")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("ACTIVE", "active"),
        ("Current - Active", "active"),
        ("Inactive", "expired"),
        ("LAPSED", "expired"),
        ("Active - Probation", "disciplined"),
        ("Active/Suspended", "revoked"),
        ("Voluntary Surrender", "revoked"),
        ("NULL AND VOID", "expired"),
        ("20", "unsure"),
        ("", "unsure"),
        ("Activity", "unsure"),
    ],
)
def test_the_words_of_boards_are_read_the_worse_way(word: str, said: str) -> None:
    assert guess_status(word) == said


@pytest.mark.parametrize(
    "text", ["2027-05-31", "05/31/2027", "5/31/27", "20270531", "31-MAY-2027", "05-31-2027"]
)
def test_days_are_read_as_boards_write_them(text: str) -> None:
    assert read_day(text) == (date(2027, 5, 31), True)


def test_a_license_that_holds_is_confirmed() -> None:
    found = verdict()
    assert found
    assert found.outcome == "confirmed"
    assert found.licenses[0].verified_at == ROSTER.as_of


@pytest.mark.parametrize(
    "cells",
    [
        {"STATUS CODE": "REVOKED"},
        {"STATUS CODE": "SUSPENDED"},
        {"STATUS CODE": "PROBATION"},
        {"DISCIPLINE Y/N": "Y"},
        {"STATUS CODE": "EXPIRED"},
        {"EXP DATE": "11/20/2026"},
    ],
)
def test_a_license_that_does_not_hold_takes_the_listing_off(cells: dict[str, str]) -> None:
    assert outcome(entry(**cells)) == "off"


def test_one_that_ran_out_leaves_a_listing_that_holds_another() -> None:
    both = [make_license(), make_license(state="NY", number="777")]
    found = verdict(entry(**{"STATUS CODE": "EXPIRED"}), licenses=both)
    assert found
    assert found.outcome == "lapsed"
    assert [held.status for held in found.licenses] == ["expired", "active"]
    assert outcome(entry(**{"STATUS CODE": "REVOKED"}), licenses=both) == "off"


@pytest.mark.parametrize(
    "cells",
    [
        {"LAST": "SMITH", "STATUS CODE": "REVOKED"},
        {"FIRST": "A", "STATUS CODE": "REVOKED"},
        {"FIRST": "ANNIE", "DISCIPLINE Y/N": "Y"},
        {"STATUS CODE": "77"},
        {"EXP DATE": "soon"},
        {"DISCIPLINE Y/N": "see file"},
    ],
)
def test_what_is_not_clear_goes_to_a_person_and_changes_nothing(cells: dict[str, str]) -> None:
    found = verdict(entry(**cells))
    assert found
    assert found.outcome == "unsure"
    assert found.licenses == (License.model_validate(make_license()),)


def test_two_rows_that_disagree_go_to_a_person() -> None:
    assert outcome(entry(), entry(**{"STATUS CODE": "REVOKED"})) == "unsure"


def test_the_same_number_of_somebody_else_is_left_aside_where_the_right_row_is_there() -> None:
    other = entry(**{"LAST": "SMITH", "STATUS CODE": "REVOKED"})
    assert outcome(other, entry()) == "confirmed"


def test_other_states_and_other_kinds_of_licenses_are_not_meant() -> None:
    held = [License.model_validate(make_license())]
    rows = by_key([entry(**{"STATUS CODE": "REVOKED"})])
    assert judge("Ana Lopez", held, rows, Roster("NY", "", TODAY), TODAY) is None
    assert judge("Ana Lopez", held, rows, Roster("CA", "lmft", TODAY), TODAY) is None


def test_a_roster_never_makes_a_license_active_that_was_not() -> None:
    found = verdict(licenses=[make_license(status="unverified", verified_at=None)])
    assert found
    assert (found.outcome, found.licenses[0].status) == ("confirmed", "unverified")


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_no_words_of_a_board_ever_lift_a_license(status: str, expires: str, flag: str) -> None:
    cells = {"STATUS CODE": status, "EXP DATE": expires, "DISCIPLINE Y/N": flag}
    for was in ("unverified", "expired", "disciplined", "revoked"):
        found = verdict(entry(**cells), licenses=[make_license(status=was)])
        assert found
        assert found.licenses[0].status != "active"


def test_numbers_are_compared_by_their_digits() -> None:
    assert license_key("LCS-0012345") == license_key("12345") == "12345"
    assert license_key("none") == ""
