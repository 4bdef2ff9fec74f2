"""Taking imports back: whole, in steps that go on after a crash, but for what is kept."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from directory.providers.claims import Claim, State
from directory.providers.history import Author
from directory.providers.license_checks import LicenseCheck
from directory.roles import Admin
from directory.storage import Claims, Imports, Keepers, LicenseChecks, Staging
from directory.workflows.imports import confirm_import, undo_import
from directory.workflows.imports.bring_import import upload_of
from directory.workflows.imports.settling import ROWS_AT_ONCE
from directory.workflows.imports.undo_import import preview_undo
from directory.workflows.imports.upload_files import forget_old_files
from directory.workflows.listing_changes import record_change
from tests.accounts import store_account
from tests.conftest import NOW
from tests.imports.desk import Desk
from tests.imports.test_dry_run import ROWS
from tests.merging.merging import merge


@pytest.fixture
def batch(desk: Desk) -> str:
    """The address of an import of three new listings."""
    return desk.confirm(desk.bring(ROWS.encode()))


def edit(desk: Desk, id: str, **facts: object) -> None:
    """Change a listing as an admin does."""
    before = desk.listing(id)
    assert before
    with desk.directory.database.writing() as session:
        after = before.model_copy(update=facts)
        record_change(session, before, after, Author("admin", "editor"), NOW)


def keep(desk: Desk, id: str) -> None:
    with desk.directory.database.writing() as session:
        Keepers(session).add(id, "somebody", NOW)


def test_what_hangs_on_a_listing_that_goes_is_gone_too(desk: Desk) -> None:
    start = desk.stored()
    batch = desk.confirm(desk.bring(ROWS.encode()))
    edit(desk, "p1", bio="Checked.")
    edit(desk, "p1", bio="")
    with desk.directory.database.writing() as session:
        LicenseChecks(session).save(LicenseCheck("p1", "editor", NOW, NOW, "editor"))
    desk.undo(batch)
    assert desk.stored() == start


def test_the_preview_tells_what_would_happen(desk: Desk, batch: str) -> None:
    edit(desk, "p1", bio="By hand.")
    keep(desk, "p2")
    shown = desk.see(batch)
    assert "1 listings that it created go" in shown
    assert "1 were edited since, and stay unless you tick the box" in shown
    assert "1 are kept by their providers by now, and stay" in shown


def test_what_was_edited_stays_and_is_named(desk: Desk, batch: str) -> None:
    edit(desk, "p1", bio="By hand.")
    shown = desk.undo(batch)
    assert desk.listing("p1")
    assert not desk.listing("p0")
    assert "These stayed as they were" in shown
    assert "Pat Doe 1" in shown


def test_what_was_edited_goes_where_that_is_asked_but_never_what_a_provider_keeps(
    desk: Desk, batch: str
) -> None:
    edit(desk, "p1", bio="By hand.")
    edit(desk, "p2", bio="By its keeper.")
    keep(desk, "p2")
    desk.undo(batch, with_edited="y")
    assert not desk.listing("p1")
    assert desk.listing("p2")


def test_edits_of_a_changed_listing_stay_in_its_history(desk: Desk, batch: str) -> None:
    second = desk.confirm(desk.bring(ROWS.replace("Pat Doe 1", "Kim").encode()))
    edit(desk, "p1", bio="By hand.")
    before = len(desk.stored()["listing_change"])
    desk.undo(second, with_edited="y")
    listing = desk.listing("p1")
    assert listing
    assert (listing.name, listing.bio) == ("Pat Doe 1", "")
    assert len(desk.stored()["listing_change"]) == before + 1


@pytest.mark.parametrize("with_edited", [{}, {"with_edited": "y"}])
def test_what_somebody_claims_stays_and_the_preview_says_so(
    desk: Desk, batch: str, with_edited: dict[str, str]
) -> None:
    edit(desk, "p1", bio="By hand.")
    for id, state in (("p1", "asked"), ("p2", "proven"), ("p0", "withdrawn")):
        claim(desk, id, state)
    shown = desk.see(batch)
    assert "1 listings that it created go" in shown
    assert "2 are claimed by somebody who waits for an answer, and stay" in shown
    assert "Claimed by somebody" in shown
    assert "Pat Doe 2" in desk.undo(batch, **with_edited)
    assert [bool(desk.listing(id)) for id in ("p0", "p1", "p2")] == [False, True, True]


def claim(desk: Desk, id: str, state: State) -> None:
    """Put a claim of somebody on a listing."""
    wish = Claim(
        *(f"claim-{id}", id, "somebody", NOW, "by_hand", "", state, NOW),
        npi=None,
        license_state="CA",
        license_number="1",
        contests=False,
    )
    with desk.directory.database.writing() as session:
        Claims(session).save(wish)


def test_the_preview_says_which_merges_to_take_back_first(desk: Desk, batch: str) -> None:
    assert "Take merges back first" not in desk.see(batch)
    number = merge(desk.directory, "p0", "p1")
    shown = desk.see(batch)
    assert "Take merges back first" in shown
    assert f'href="/admin/duplicates/merges/{number}">Pat Doe 1 into Pat Doe 0<' in shown


def test_a_finished_import_leads_on_until_it_is_taken_back(desk: Desk, batch: str) -> None:
    for address in ("/admin/duplicates", "/admin/queue?show=check"):
        assert f'href="{address}"' in desk.see(batch).split("What to do next")[1]
        desk.see(address)
    assert "What to do next" not in desk.undo(batch)


def test_an_undo_that_broke_off_goes_on(
    desk: Desk, batch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_import, "_AT_ONCE", 1)
    id = batch.rpartition("/")[2]

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        undo_import.undo_import(desk.directory, id, progress=break_off)
    assert len(desk.stored()["provider"]) == 2
    done = undo_import.undo_import(desk.directory, id)
    assert (done.removed, desk.stored()["provider"]) == (3, [])


def test_an_import_that_broke_off_goes_on_and_is_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirm_import, "_AT_ONCE", 1)
    page = desk.bring(ROWS.encode())
    id = page.rpartition("/")[2]
    batch = confirm_import.confirm_import(desk.directory, id, 1, False, Admin("editor", "editor"))
    upload = upload_of(desk.directory, id)
    confirm_import._carry_out_some(desk.directory, upload)
    assert len(desk.stored()["provider"]) == 1
    desk.work()
    assert len(desk.stored()["provider"]) == 3
    with desk.directory.database.reading() as session:
        done = Imports(session).get(batch)
    assert (done.created, done.ended_at is not None) == (3, True)


def test_many_listings_are_staged_confirmed_and_taken_back_in_several_steps(desk: Desk) -> None:
    rows = ROWS.splitlines()[0] + "\n"
    rows += "".join(f"q{n},Pat Doe,coach,,,,,support\n" for n in range(ROWS_AT_ONCE + 1))
    batch = desk.confirm(desk.bring(rows.encode()))
    preview = preview_undo(desk.directory, batch.rpartition("/")[2])
    assert (preview.removed, preview.restored) == (ROWS_AT_ONCE + 1, 0)
    desk.undo(batch)
    assert not desk.stored()["provider"]


def test_another_admin_has_to_agree_where_there_is_one(desk: Desk, batch: str) -> None:
    with desk.directory.database.writing() as session:
        store_account(session, "boss", "boss@directory.example", role="owner")
    shown = desk.undo(batch)
    assert "It waits until another admin agrees" in shown
    assert len(desk.stored()["provider"]) == 3


def test_a_file_is_forgotten_after_a_week(desk: Desk) -> None:
    page = desk.bring(ROWS.encode())
    forget_old_files(desk.directory)
    assert list(desk.directory.uploads.iterdir())
    desk.office.clock.passed = timedelta(days=8)
    forget_old_files(desk.directory)
    assert not list(desk.directory.uploads.iterdir())
    with desk.directory.database.reading() as session:
        assert not Staging(session, page.rpartition("/")[2]).count_left()


def kept_of_rows(desk: Desk) -> int:
    """Count what is kept of the rows of files."""
    with desk.directory.database.reading() as session:
        tables = ("import_note", "import_mend", "import_staged")
        counts = (session.execute(text(f"SELECT count(*) FROM {one}")) for one in tables)
        return sum(int(count.scalar_one()) for count in counts)


def test_nothing_is_kept_of_rows_that_were_taken_back(desk: Desk) -> None:
    page = desk.bring(f"{ROWS}late,Pat Doe,no such license,,,,,support\nkey,,coach,,,,,\n".encode())
    field = next(name for name in desk.fields(f"{page}/errors") if name != "round")
    desk.mend(f"{page}/errors", **{field: "coach"})
    batch = desk.confirm(page)
    assert kept_of_rows(desk)
    desk.undo(batch)
    assert not kept_of_rows(desk)


def test_what_was_said_of_rows_is_forgotten_after_a_week_without_their_file(desk: Desk) -> None:
    desk.confirm(desk.bring((ROWS + ROWS.splitlines()[-1]).encode()))
    assert not list(desk.directory.uploads.iterdir())
    assert kept_of_rows(desk)
    desk.office.clock.passed = timedelta(days=8)
    forget_old_files(desk.directory)
    assert not kept_of_rows(desk)
