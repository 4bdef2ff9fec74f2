"""The comparison: the same facts of each, unknown said as unknown, what all share set back."""

from directory.web.patient.shortlist.compare_page import compare_page
from tests.web.people import TODAY, coach, therapist, unclaimed

ANA = therapist("ana", "Ana Alvarez")


def row(page, name):
    return next(row for row in page.rows if row.name == name)


def test_every_row_has_a_cell_for_everyone():
    people = (ANA, coach("leo", "Leo Quist"), unclaimed("maya", "Maya Reyes"))
    page = compare_page(people, TODAY)
    assert len(page.rows) == 12
    assert all(len(row.cells) == 3 for row in page.rows)


def test_what_all_share_is_marked_and_what_is_the_same_throughout_says_so():
    ben = therapist("ben", "Ben Brooks", languages=["en"], payers=["aetna", "cigna"])
    page = compare_page((ANA, ben), TODAY)
    assert row(page, "Who is in the room").is_same
    assert not row(page, "Languages").is_same
    marked = [(v.text, v.is_shared) for v in row(page, "Languages").cells[0].values]
    assert marked == [("English", True), ("Spanish", False)]


def test_nothing_is_made_up_for_a_listing_from_a_public_list():
    page = compare_page((ANA, unclaimed("maya", "Maya Reyes")), TODAY)
    known = {row.name for row in page.rows if row.cells[1].values}
    assert known == {
        "License, and what it lets them do",
        "Licensed in",
        "Where, or by video or phone",
    }


def test_training_that_nobody_checked_says_so():
    said = row(compare_page((ANA, ANA), TODAY), "Kinds of therapy").cells[0].values[0].text
    assert said == "Cognitive behavioral therapy (trained, by their own word)"


def test_old_word_on_openings_asks_to_call():
    old = therapist("kira", "Kira", availability={"accepting": "yes", "confirmed_at": "2026-09-01"})
    assert row(compare_page((ANA, old), TODAY), "How soon").cells[1].note == (
        "Confirmed on September 1, 2026, so call to check"
    )
