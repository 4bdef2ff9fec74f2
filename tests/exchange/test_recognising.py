"""Files with other people's titles: what is proposed for each, and what is read then."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from directory.errors import Unusable
from directory.exchange.formats import read_file
from directory.exchange.license_words import license_of
from directory.exchange.outcomes import Outcome, Record, RowError
from directory.exchange.read_as import WHOLE_ROW, ReadAs
from directory.exchange.recognising import recognise
from tests.exchange.listings_file import CSV, LISTING
from tests.exchange.nppes_file import PRACTITIONERS

BOARD = """\
ID,Provider First Name,Provider Last Name,License Type,License #,Lic State,Phone #,City,State,Fax
1,ROSA,DE LA CRUZ,Licensed Clinical Social Worker,12345,CA,(415) 555-0123,Fresno,California,x
2,Bo,Lee,Psychologist,PSY1,CA,415-555-0199,Fresno,CA,
3,Ann,Roe,Plumber,77,CA,,Fresno,CA,
"""
COLUMNS = {
    "ID": "",
    "Provider First Name": "first_name",
    "Provider Last Name": "last_name",
    "License Type": "license",
    "License #": "license_1_number",
    "Lic State": "license_1_state",
    "Phone #": "phone",
    "City": "location_1_city",
    "State": "location_1_state",
    "Fax": "",
}


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "board.csv"
    path.write_text(BOARD, encoding="utf-8")
    return path


def _kinds(outcomes: list[Outcome]) -> list[str]:
    return [type(outcome).__name__ for outcome in outcomes]


def test_the_titles_of_a_board_are_recognised(board: Path) -> None:
    found = recognise(board)
    assert (found.format, found.missing) == ("listings", ())
    assert found.read_as().columns == COLUMNS
    assert found.proposals[3].examples[0] == "Licensed Clinical Social Worker"


def test_what_was_recognised_is_read_and_nobody_has_spoken_for_it(board: Path) -> None:
    first, second, plumber = read_file(board, recognise(board).read_as())
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    provider = first.provider
    assert (provider.id, provider.name) == ("lcsw-ca-12345", "Rosa de la Cruz")
    assert (provider.license, provider.licenses[0].title) == (
        "lcsw",
        "Licensed Clinical Social Worker",
    )
    assert (provider.claimed, provider.phone) == (False, "+14155550123")
    assert provider.locations[0].state == "CA"
    assert second.provider.license == "psychologist"
    assert isinstance(plumber, RowError)
    assert (plumber.line, plumber.column, plumber.value) == (4, "License Type", "Plumber")
    assert plumber.cells == ("3", "Ann", "Roe", "Plumber", "77", "CA", "", "Fresno", "CA", "")


def test_a_file_in_our_own_words_and_one_of_the_register_need_no_mapping(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CSV, encoding="utf-8")
    assert recognise(tmp_path / "own.csv").proposals == ()
    assert recognise(PRACTITIONERS).format == "nppes"
    (tmp_path / "own.json").write_text("[]", encoding="utf-8")
    assert recognise(tmp_path / "own.json").titles == ()


def test_a_typing_error_is_proposed_as_likely(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(CSV.replace("modalities", "modalitys"), encoding="utf-8")
    proposal = next(one for one in recognise(path).proposals if one.title == "modalitys")
    assert (proposal.column, proposal.certainty) == ("modalities", "likely")


def test_what_no_column_gives_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Colour\nAnn,red\n", encoding="utf-8")
    assert recognise(path).missing[0] == "`license`"
    with pytest.raises(Unusable, match="no column `license`"):
        list(read_file(path, recognise(path).read_as()))


def test_titles_that_repeat_are_told_apart_and_one_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("npi,name,license,Phone,Phone\n1922001973,Ann,coach,4155550123,x\n")
    found = recognise(path)
    assert found.titles[3:] == ("Phone", "Phone (2)")
    assert [one.column for one in found.proposals[3:]] == ["phone", ""]
    assert isinstance(next(iter(read_file(path, found.read_as()))), Record)
    both = replace(found.read_as(), columns={**found.read_as().columns, "Phone (2)": "phone"})
    with pytest.raises(Unusable, match="both read as `phone`"):
        list(read_file(path, both))


def test_a_column_that_the_file_lacks_can_be_given_for_every_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Full Name,Profession,Lic No\nAnn Lee,LICSW,12\n", encoding="utf-8")
    read_as = replace(recognise(path).read_as(), everywhere={"license_1_state": "MA"})
    (record,) = read_file(path, read_as)
    assert isinstance(record, Record)
    assert (record.provider.license, record.provider.licenses[0].state) == ("lcsw", "MA")


@pytest.mark.parametrize(
    ("mends", "kinds"),
    [
        ({(4, "License Type"): "LMFT"}, ["Record", "Record", "Record"]),
        ({(4, WHOLE_ROW): "3,Ann,Roe,LMFT,77,CA,,Fresno,CA,"}, ["Record", "Record", "Record"]),
        ({(4, WHOLE_ROW): ""}, ["Record", "Record"]),
        ({(4, WHOLE_ROW): '3,"Ann'}, ["Record", "Record", "RowError"]),
        ({(3, "npi"): "12"}, ["Record", "RowError", "RowError"]),
    ],
    ids=["a cell", "a whole row", "left out", "still broken", "a column that the file lacks"],
)
def test_mended_cells_are_read_instead_of_those_of_the_file(
    board: Path, mends: dict[tuple[int, str], str], kinds: list[str]
) -> None:
    read_as = replace(recognise(board).read_as(), mends=mends)
    assert _kinds(list(read_file(board, read_as))) == kinds


def test_a_cell_with_lost_bytes_can_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV.replace("Rosa Diaz", "Rosa Díaz").encode("latin-1"))
    (error,) = read_file(path)
    assert isinstance(error, RowError)
    assert (error.column, error.cells[1]) == ("name", "Rosa D?az")
    (record,) = read_file(path, ReadAs("listings", mends={(2, "name"): "Rosa Díaz"}))
    assert isinstance(record, Record)


def test_a_row_of_the_register_can_be_mended() -> None:
    damaged = {(2, "NPI"): "12"}
    first = next(iter(read_file(PRACTITIONERS, ReadAs("nppes", mends=damaged))))
    assert isinstance(first, RowError)
    assert first.cells[0] == "12"


@pytest.mark.parametrize("form", ["{}\n", "[{}]", "[\n{}]"], ids=["lines", "one line", "array"])
@pytest.mark.parametrize(
    ("path", "value"), [("license", "lcsw"), ("licenses[0].state", "CA"), ("fee.min", "")]
)
def test_json_is_mended_by_the_path_of_a_field(
    tmp_path: Path, form: str, path: str, value: str
) -> None:
    file = tmp_path / "a.json"
    listing = {**LISTING, "license": "lawyer"} if path == "license" else {**LISTING}
    if path == "licenses[0].state":
        listing["licenses"] = [{**LISTING["licenses"][0], "state": "XX"}]
    if path == "fee.min":
        listing["fee"] = {"min": "many"}
    file.write_text(form.replace("{}", json.dumps(listing)), encoding="utf-8")
    (error,) = read_file(file)
    assert isinstance(error, RowError)
    assert error.text
    mends = {(error.line, path): value} if value else {(error.line, "fee"): ""}
    (record,) = read_file(file, ReadAs("listings", mends=mends))
    assert isinstance(record, Record), record


@pytest.mark.parametrize(
    ("words", "state", "license"),
    [
        ("LCSW", "CA", "lcsw"),
        ("LCSW", "MA", "associate"),
        ("LCSW", "", None),
        ("L.M.F.T.", "CA", "lmft"),
        ("Licensed Marriage & Family Therapist", "", "lmft"),
        ("Psychologist", "", "psychologist"),
        ("Associate Professional Clinical Counselor", "CA", "associate"),
        ("1041C0700X", "", "lcsw"),
        ("207Q00000X", "", None),
        ("MD", "CA", None),
        ("Nurse Practitioner", "CA", None),
        ("APRN", "TX", None),
        ("Dental Hygiene Trainee", "CA", None),
        ("Life Coach", "", "coach"),
        ("Associate Certified Coach", "", None),
    ],
)
def test_the_words_for_a_license_are_read_where_they_mean_one_thing(
    words: str, state: str, license: str | None
) -> None:
    assert license_of(words, state) == license
