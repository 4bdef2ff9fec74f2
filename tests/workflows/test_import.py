"""Imports: what is created, updated, left alone or skipped, and the sums of the report."""

from pathlib import Path

import pytest

from directory.errors import Unusable
from directory.search import SearchQuery
from directory.storage import Imports, Keepers, Providers
from directory.workflows.matching.search_directory import search_directory
from tests.conftest import NOW
from tests.factories import make_license, make_npi, make_provider, make_unclaimed, store
from tests.workflows.files import account, listings_file, listings_in

NPPES = Path(__file__).parents[1] / "data" / "nppes" / "practitioners_v1.csv.gz"


def sums(report):
    return {
        name: value if isinstance(value, int) else len(value)
        for name in ("created", "updated", "unchanged", "skipped", "errors")
        for value in [getattr(report, name)]
    } | {"read": report.read}


def counts(**given):
    whole = {"created": 0, "updated": 0, "unchanged": 0, "skipped": 0, "errors": 0} | given
    return whole | {"read": sum(whole.values())}


def listing(directory, id):
    with directory.database.reading() as session:
        return Providers(session).get(id)


def test_new_listings_are_created_and_found(directory, take_in, tmp_path):
    file = listings_file(tmp_path / "a.jsonl", make_provider(), make_provider(id="b"))
    report = take_in(file)
    assert (report.format, sums(report)) == ("listings", counts(created=2))
    assert search_directory(directory, SearchQuery(text="solid ground")).answer.total == 2


def test_importing_again_changes_nothing(directory, take_in, tmp_path):
    file = listings_file(tmp_path / "a.jsonl", make_provider(), make_unclaimed())
    take_in(file)
    before = account(directory), directory.engine.seq()
    assert sums(take_in(file)) == counts(unchanged=2)
    assert (account(directory), directory.engine.seq()) == before


def test_a_changed_row_updates_its_listing(directory, take_in, tmp_path):
    store(directory, make_provider(), make_provider(id="b"))
    file = listings_file(
        tmp_path / "a.jsonl", make_provider(bio="I keep bees."), make_provider(id="b")
    )
    assert sums(take_in(file)) == counts(updated=1, unchanged=1)
    assert search_directory(directory, SearchQuery(text="bees")).answer.total == 1


def test_a_listing_is_found_again_by_its_npi(directory, take_in, tmp_path):
    store(directory, make_unclaimed(id="register-7", npi=make_npi(7)))
    file = listings_file(tmp_path / "a.jsonl", make_provider(id="own-name", npi=make_npi(7)))
    assert sums(take_in(file)) == counts(updated=1)
    assert listing(directory, "own-name") is None
    assert listing(directory, "register-7").claimed


def test_a_claimed_listing_is_not_overwritten_by_the_register(directory, take_in, tmp_path):
    mine = make_provider(npi=make_npi(7))
    store(directory, mine)
    file = listings_file(tmp_path / "a.jsonl", make_unclaimed(id="npi-7", npi=make_npi(7)))
    report = take_in(file)
    assert sums(report) == counts(skipped=1)
    assert next(iter(report.skipped)).row.reason == "the provider keeps this listing themselves"
    assert listing(directory, mine.id) == mine


def test_no_file_overwrites_what_somebody_keeps_here(directory, take_in, tmp_path):
    mine = make_provider()
    store(directory, mine)
    with directory.database.writing() as session:
        Keepers(session).add(mine.id, "account-1", NOW)
    same, other = mine, mine.model_copy(update={"phone": "+14155550199"})
    assert sums(take_in(listings_file(tmp_path / "a.jsonl", same))) == counts(unchanged=1)
    assert sums(take_in(listings_file(tmp_path / "b.jsonl", other))) == counts(skipped=1)
    assert listing(directory, mine.id) == mine


def test_another_id_does_not_take_the_npi_of_a_claimed_listing(directory, take_in, tmp_path):
    store(directory, make_provider(npi=make_npi(7)))
    file = listings_file(tmp_path / "a.jsonl", make_provider(id="thief", npi=make_npi(7)))
    report = take_in(file)
    assert sums(report) == counts(errors=1)
    assert next(iter(report.errors)).row.column == "npi"
    assert listing(directory, "thief") is None


def test_the_register_brings_no_listing_back_that_was_taken_from_the_public(
    directory, take_in, tmp_path
):
    hidden = make_unclaimed(published=False)
    store(directory, hidden)
    file = listings_file(tmp_path / "a.jsonl", make_unclaimed())
    assert sums(take_in(file)) == counts(unchanged=1)
    moved = make_unclaimed(locations=[{"city": "Reno", "state": "NV"}])
    assert sums(take_in(listings_file(file, moved))) == counts(updated=1)
    assert not listing(directory, hidden.id).published
    assert search_directory(directory, SearchQuery()).answer.total == 0


@pytest.mark.parametrize(
    "again",
    [
        make_provider(bio="Another."),
        make_provider(npi=make_npi(7), bio="Another."),
        make_provider(id="other-name", npi=make_npi(1)),
    ],
    ids=["by id", "by id though with another NPI", "by NPI though with another id"],
)
@pytest.mark.parametrize("files", [1, 2])
def test_a_repeated_row_is_skipped_and_the_first_one_counts(
    directory, take_in, tmp_path, again, files
):
    first = make_provider(npi=make_npi(1))
    if files == 1:
        paths = [listings_file(tmp_path / "a.jsonl", first, again)]
    else:
        paths = [
            listings_file(tmp_path / "a.jsonl", first),
            listings_file(tmp_path / "b.jsonl", again),
        ]
    report = take_in(*paths)
    assert sums(report) == counts(created=1, skipped=1)
    where = "line 1" if files == 1 else "line 1 of a.jsonl"
    assert next(iter(report.skipped)).row.reason == f"the same listing stands on {where}"
    assert listing(directory, first.id) == first
    assert sums(take_in(*paths)) == counts(unchanged=1, skipped=1)


def test_two_files_are_one_batch(directory, take_in, tmp_path):
    files = [
        listings_file(tmp_path / "a.jsonl", make_provider(id="a")),
        listings_file(tmp_path / "b.jsonl", make_provider(id="b"), "{"),
    ]
    report = take_in(*files)
    assert sums(report) == counts(created=2, errors=1)
    assert [(error.file, error.row.line) for error in report.errors] == [("b.jsonl", 2)]
    with directory.database.reading() as session:
        assert len(Imports(session).changes(report.batch)) == 2


def test_a_dry_run_reports_the_same_and_writes_nothing(directory, take_in, tmp_path):
    store(directory, make_provider(id="kept"), make_provider(id="changed"))
    before = account(directory), directory.engine.seq()
    file = listings_file(
        tmp_path / "a.jsonl",
        make_provider(id="kept"),
        make_provider(id="changed", bio="New."),
        make_provider(id="new"),
        make_provider(id="new"),
        "not json",
    )
    dry = take_in(file, dry_run=True)
    assert dry.batch is None
    assert (account(directory), directory.engine.seq()) == before
    real = take_in(file)
    assert sums(dry) == sums(real)
    assert sums(dry) == counts(created=1, updated=1, unchanged=1, skipped=1, errors=1)


def test_an_import_of_many_transactions_takes_every_row(directory, take_in, tmp_path):
    listings = [make_unclaimed(id=f"u{number}", npi=None) for number in range(1101)]
    report = take_in(listings_file(tmp_path / "a.jsonl", *listings))
    assert sums(report) == counts(created=1101)
    assert search_directory(directory, SearchQuery()).answer.total == 1101


def test_a_file_that_is_none_of_ours_leaves_no_batch(directory, take_in, tmp_path):
    good = listings_file(tmp_path / "a.jsonl", make_provider())
    bad = tmp_path / "b.txt"
    bad.write_text("Dear Sir,", encoding="utf-8")
    with pytest.raises(Unusable, match="no format that we know"):
        take_in(good, bad)
    assert listings_in(directory) == []


def test_a_file_that_is_refused_before_its_first_row_leaves_nothing(directory, take_in, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("id,name,license,zork\na1,Ann Lee,coach,1\n", encoding="utf-8")
    with pytest.raises(Unusable, match="unknown column `zork`"):
        take_in(path)
    assert listings_in(directory) == []


def test_an_unknown_format_is_refused(directory, take_in, tmp_path):
    file = listings_file(tmp_path / "a.jsonl", make_provider())
    with pytest.raises(Unusable, match="use nppes or listings"):
        take_in(file, format="fax")


def test_progress_ends_at_the_whole_file(directory, take_in, tmp_path):
    file = listings_file(tmp_path / "a.jsonl", *(make_provider(id=f"p{n}") for n in range(300)))
    seen = []
    take_in(file, progress=lambda done, whole: seen.append((done, whole)))
    assert seen[-1] == (file.stat().st_size, file.stat().st_size)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_real_rows_of_the_register_come_in_unclaimed_and_stay_out_of_matches(directory, take_in):
    report = take_in(NPPES)
    assert report.format == "nppes"
    assert report.created > 0
    assert report.read == report.created + len(report.skipped) + len(report.errors)
    everyone = search_directory(directory, SearchQuery(page_size=100)).answer
    assert everyone.total == report.created
    assert directory.engine.candidates("CA", "").ids == ()
    again = take_in(NPPES)
    assert (again.created, again.updated, again.unchanged) == (0, 0, report.created)


def test_an_import_knows_who_became_licensed_elsewhere(directory, take_in, tmp_path):
    store(directory, make_provider())
    held = [make_license(), make_license(state="NV", authority="compact")]
    file = listings_file(tmp_path / "a.jsonl", make_provider(licenses=held))
    assert sums(take_in(file)) == counts(updated=1)
    assert directory.engine.candidates("NV", "").ids == ("ana-lopez",)
