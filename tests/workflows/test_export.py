"""Exports: everything there is, in files that come back as they were."""

import pytest

from directory.errors import Unusable
from directory.storage import Providers
from directory.workflows.imports.export_listings import export_listings
from tests.factories import make_license, make_npi, make_provider, make_unclaimed, store


def all_listings(directory):
    with directory.database.reading() as session:
        return [one.model_dump_json() for one in Providers(session).every()]


@pytest.fixture
def some(directory):
    """Listings of every kind: kept, hidden, of the register, with a formula for a name."""
    store(
        directory,
        make_provider(email="ana@example.org", phone="+14155550123;ext=7"),
        make_provider(id="b", name="=SUM(A1)", bio="One.\n\n-Two, \"three\"; '4'", published=False),
        make_unclaimed(id="c", npi=make_npi(7)),
    )
    return directory


@pytest.mark.parametrize("format", ["csv", "jsonl", "xlsx"])
def test_an_export_comes_back_byte_for_byte(some, take_in, tmp_path, format):
    before, file = all_listings(some), tmp_path / f"all.{format}"
    assert export_listings(some, file) == 3
    report = take_in(file)
    assert (report.unchanged, len(report.errors), len(report.warnings)) == (3, 0, 0)
    with some.database.writing() as session:
        for id in ("ana-lopez", "b", "c"):
            Providers(session).remove(id)
    assert take_in(file).created == 3
    assert all_listings(some) == before


def test_what_stands_here_as_a_file_says_is_left_alone_and_is_never_brought_to_an_empty_place(
    directory, take_in, tmp_path
):
    revoked = make_provider(licenses=[make_license(status="revoked")])
    store(directory, revoked)
    file = tmp_path / "all.csv"
    export_listings(directory, file)
    report = take_in(file)
    assert (report.unchanged, len(report.warnings)) == (1, 0)
    with directory.database.writing() as session:
        Providers(session).remove(revoked.id)
    report = take_in(file)
    assert (report.created, len(report.warnings)) == (1, 1)
    with directory.database.reading() as session:
        assert not Providers(session).one(revoked.id).published


def test_private_addresses_may_be_left_out(some, tmp_path):
    export_listings(some, tmp_path / "all.csv", contacts=False)
    text = (tmp_path / "all.csv").read_text(encoding="utf-8")
    assert "email" not in text
    assert "ana@example.org" not in text


def test_an_export_that_cannot_be_written_leaves_what_was_there(some, tmp_path):
    with pytest.raises(Unusable, match=r"should end in one of \.csv, \.jsonl, \.xlsx"):
        export_listings(some, tmp_path / "all.pdf")
    with pytest.raises(Unusable, match="cannot be written"):
        export_listings(some, tmp_path / "nowhere" / "all.csv")
    assert list(tmp_path.glob("*all*")) == []


def test_only_its_owner_may_read_an_export(some, tmp_path):
    export_listings(some, tmp_path / "all.csv")
    assert (tmp_path / "all.csv").stat().st_mode & 0o077 == 0


def test_an_empty_directory_exports_its_titles(directory, tmp_path):
    assert export_listings(directory, tmp_path / "all.csv") == 0
    assert (tmp_path / "all.csv").read_text(encoding="utf-8").strip() == "id,name,license"
