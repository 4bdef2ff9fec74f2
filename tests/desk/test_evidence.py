"""Files that show what was found: told by their bytes, only downloaded, gone with the listing."""

from io import BytesIO

import pytest
from PIL import Image

from directory.errors import Invalid
from directory.evidence_files import file_name, read_evidence
from directory.storage import EvidenceFiles
from directory.workflows.removals.decide_removal import forget_listing
from tests.claim.people import LISTING, as_account
from tests.desk.desk import PAGE, PDF, checks, send, stored_bytes, verify
from tests.web.mailing import Office, words_on


def picture(format: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20), "white").save(out, format)
    return out.getvalue()


def attached(here: Office) -> str:
    with here.directory.database.reading() as session:
        return EvidenceFiles(session).of_listing(LISTING)[0].id


@pytest.mark.parametrize(
    ("file", "kind"), [(PDF, "pdf"), (picture("PNG"), "png"), (picture("JPEG"), "jpeg")]
)
def test_the_bytes_tell_what_a_file_is(file: bytes, kind: str) -> None:
    assert read_evidence(file) == kind


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"MZ" + bytes(500),
        b"PK\x03\x04" + bytes(500),
        picture("GIF"),
        picture("PNG")[:60],
        b"\xff\xd8\xff\xe0" + bytes(200),
        b"%PDF-1.7 without an end",
        PDF + bytes(5_000_000),
    ],
)
def test_no_other_file_is_taken(file: bytes) -> None:
    with pytest.raises(Invalid):
        read_evidence(file)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Board page.PDF", "Board-page.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ('a"\r\nSet-Cookie: x.pdf', "a-Set-Cookie-x.pdf"),
        ("Lizenz für Jürgen.pdf", "Lizenz-fur-Jurgen.pdf"),
        ("证书.pdf", "evidence.pdf"),
    ],
)
def test_a_name_is_made_plain(typed: str, name: str) -> None:
    assert file_name(typed, "pdf") == name


def test_a_check_keeps_its_evidence_and_a_browser_only_saves_it(here: Office) -> None:
    assert verify(here, evidence=("board page.png", PDF)).status_code == 303
    answer = as_account(here, "boss").see(f"/admin/evidence/{attached(here)}")
    assert answer.data == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == "attachment; filename=board-page.pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_bad_file_is_told_beside_its_field_and_nothing_is_saved(here: Office) -> None:
    answer = verify(here, evidence=("page.pdf", b"<html>"))
    assert answer.status_code == 422
    assert "Send a PDF, PNG or JPEG file" in words_on(answer)
    assert not checks(here)
    answer = send(here, f"{PAGE}/evidence", file=("page.pdf", PDF + bytes(6_000_000)))
    assert answer.status_code == 422
    assert "smaller than 5 MB" in words_on(answer)
    assert not stored_bytes(here, "evidence")


def test_only_admins_reach_a_file(here: Office) -> None:
    send(here, f"{PAGE}/evidence", file=("page.pdf", PDF))
    address = f"/admin/evidence/{attached(here)}"
    assert as_account(here, "una").see(address).status_code == 404
    assert here.person().see(address).status_code == 303


def test_a_file_is_deleted_and_goes_with_its_listing(here: Office) -> None:
    send(here, f"{PAGE}/evidence", file=("page.pdf", PDF))
    assert send(here, f"/admin/evidence/{attached(here)}/delete").status_code == 303
    assert not stored_bytes(here, "evidence")
    verify(here, evidence=("page.pdf", PDF))
    with here.directory.database.writing() as session:
        forget_listing(session, LISTING)
    assert not stored_bytes(here, "evidence", "verification")
