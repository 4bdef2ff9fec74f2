"""Listings in CSV, as spreadsheets write it, and what is wrong with them."""

from pathlib import Path

import pytest

from directory.errors import Unusable
from directory.exchange.formats import read_file
from directory.exchange.outcomes import Outcome, Record, RowError
from tests.exchange.listings_file import CSV, error_of, read, record_of


def _csv_outcome(tmp_path: Path, **changes: str) -> list[Outcome]:
    header, row, _ = CSV.split("\n")
    cells = {**dict(zip(header.split(","), row.split(","), strict=True)), **changes}
    quoted = ",".join('"' + text.replace('"', '""') + '"' for text in cells.values())
    return read(tmp_path / "one.csv", f"{','.join(cells)}\n{quoted}\n")


@pytest.mark.parametrize(
    "text",
    [
        CSV,
        "\ufeff" + CSV,
        CSV.replace(",", ";"),
        CSV.replace(",", "\t"),
        CSV.replace("\n", "\r\n"),
        CSV.replace("license_1_title", "License 1 Title")
        .replace("id,", "Note to self,id,", 1)
        .replace("\nrosa", "\nask her,rosa"),
    ],
)
def test_spreadsheets_of_many_countries_are_read(tmp_path: Path, text: str) -> None:
    record = record_of(read(tmp_path / "a.csv", text))
    assert record.provider.id == "rosa-diaz"
    assert record.provider.licenses[0].title == "LCSW"
    assert record.warnings == ()


def test_licences_close_up_where_a_number_is_left_out(tmp_path: Path) -> None:
    outcomes = _csv_outcome(tmp_path, license_3_title="LCSW", license_3_state="KY")
    assert [one.state for one in record_of(outcomes).provider.licenses] == ["CA", "KY"]


def test_an_error_names_the_column_of_the_csv_file(tmp_path: Path) -> None:
    outcomes = _csv_outcome(tmp_path, license_3_title="LCSW", license_3_state="MA")
    error = error_of(outcomes)
    assert (error.line, error.column, error.value) == (2, "license_3_title", "LCSW")


def test_an_error_names_a_column_that_is_not_there_but_should_be(tmp_path: Path) -> None:
    assert error_of(_csv_outcome(tmp_path, fee_max="90")).column == "fee_min"


def test_an_error_shows_the_cell_as_the_file_has_it(tmp_path: Path) -> None:
    error = error_of(_csv_outcome(tmp_path, services="psychotherapy | medication"))
    assert (error.column, error.value) == ("services", "psychotherapy | medication")


def test_an_error_about_the_code_of_a_licence_names_the_column_that_gave_it(tmp_path: Path) -> None:
    error = error_of(_csv_outcome(tmp_path, license="coach"))
    assert (error.column, error.value) == ("license", "coach")


def test_a_date_that_is_no_day_says_how_to_write_one(tmp_path: Path) -> None:
    error = error_of(_csv_outcome(tmp_path, license_1_expires="2027-02-30"))
    assert (error.column, error.value) == ("license_1_expires", "2027-02-30")
    assert "write it as 2027-05-31" in error.message


def test_what_a_spreadsheet_does_to_values_is_mended_and_reported(tmp_path: Path) -> None:
    record = record_of(
        _csv_outcome(
            tmp_path,
            npi="1922001973.0",
            phone="4155550123.0",
            license_1_expires="5/31/2027",
            location_1_city="Boston",
            location_1_state="MA",
            location_1_zip="2139",
        )
    )
    assert [warning.column for warning in record.warnings] == [
        "npi",
        "phone",
        "license_1_expires",
        "location_1_zip",
    ]
    assert record.provider.locations[0].zip == "02139"
    assert str(record.provider.licenses[0].expires) == "2027-05-31"


def test_a_column_that_nobody_knows_is_refused_with_a_suggestion(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(CSV.replace("modalities", "modalitys"))
    with pytest.raises(Unusable, match="did you mean `modalities`"):
        list(read_file(path))


def test_a_biography_of_several_lines_is_one_row(tmp_path: Path) -> None:
    text = CSV.replace("\n", ",bio\n", 1).replace(
        "trained\n", 'trained,"First, I listen.\n\nThen ""we"" talk."\n'
    )
    outcomes = read(tmp_path / "a.csv", text + text.split("\n", 1)[1].replace("rosa", "rosb"))
    assert [one.line for one in outcomes] == [2, 5]
    assert isinstance(outcomes[0], Record)
    assert outcomes[0].provider.bio == 'First, I listen.\n\nThen "we" talk.'


def test_an_unclosed_quote_mark_costs_one_row(tmp_path: Path) -> None:
    header, row, _ = CSV.split("\n")
    rows = [row.replace("rosa", f"r{n}") for n in range(5)]
    rows[1] = rows[1].replace("Rosa Diaz", '"Rosa Diaz')
    outcomes = read(tmp_path / "a.csv", "\n".join([header, *rows]))
    assert [type(one) for one in outcomes] == [Record, RowError, Record, Record, Record]
    assert isinstance(outcomes[1], RowError)
    assert (outcomes[1].line, outcomes[1].column) == (3, "name")


def test_a_formula_comes_in_as_a_text(tmp_path: Path) -> None:
    assert record_of(_csv_outcome(tmp_path, name="'=HYPERLINK()")).provider.name == "=HYPERLINK()"


def test_a_cell_of_more_than_64_kb_is_an_error(tmp_path: Path) -> None:
    error = error_of(_csv_outcome(tmp_path, bio="x" * 70_000))
    assert error.column == "bio"
    assert "64 KB" in error.message


def test_the_rest_of_a_broken_row_does_not_take_the_next_row_with_it(tmp_path: Path) -> None:
    header, row, _ = CSV.split("\n")
    short = row.removesuffix(",CBT:trained")
    outcomes = read(tmp_path / "a.csv", f"{header}\n{short}\ntrained\n{row}")
    assert isinstance(outcomes[-1], Record)
    assert outcomes[-1].line == 4


def test_a_nul_byte_costs_its_row_and_not_the_file(tmp_path: Path) -> None:
    error = error_of(read(tmp_path / "a.csv", CSV.replace("Rosa", "Ro\0sa")))
    assert (error.line, error.column) == (2, "name")
