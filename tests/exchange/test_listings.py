"""Our own listings files: CSV, JSON and JSON Lines, and what is wrong with them."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from directory.errors import Unusable
from directory.exchange.formats import detect_format, read_file
from directory.exchange.outcomes import Outcome, Record, RowError

LISTING: dict[str, Any] = {
    "id": "rosa-diaz",
    "name": "Rosa Diaz",
    "license": "lcsw",
    "licenses": [
        {"license": "lcsw", "title": "LCSW", "state": "CA", "number": "12345", "status": "active"}
    ],
    "service_intent": "psychotherapy",
    "services": ["psychotherapy"],
    "modalities": [{"code": "CBT", "training": "trained"}],
    "concerns": ["panic"],
}
CSV = """\
id,name,license,license_1_title,license_1_state,license_1_status,service_intent,services,modalities
rosa-diaz,Rosa Diaz,lcsw,LCSW,CA,active,psychotherapy,psychotherapy,CBT:trained
"""


def _read(path: Path, content: str | bytes) -> list[Outcome]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert detect_format(path) == "listings"
    return list(read_file(path))


def _record(outcomes: list[Outcome]) -> Record:
    (outcome,) = outcomes
    assert isinstance(outcome, Record), outcome
    return outcome


def _error(outcomes: list[Outcome]) -> RowError:
    (outcome,) = outcomes
    assert isinstance(outcome, RowError), outcome
    return outcome


def _json_outcome(tmp_path: Path, **changes: Any) -> list[Outcome]:
    return _read(tmp_path / "one.jsonl", json.dumps({**LISTING, **changes}))


def _csv_outcome(tmp_path: Path, **changes: str) -> list[Outcome]:
    header, row, _ = CSV.split("\n")
    cells = {**dict(zip(header.split(","), row.split(","), strict=True)), **changes}
    quoted = ",".join('"' + text.replace('"', '""') + '"' for text in cells.values())
    return _read(tmp_path / "one.csv", f"{','.join(cells)}\n{quoted}\n")


def test_json_lines_an_array_and_an_object_with_providers_are_the_same(tmp_path: Path) -> None:
    lines = _read(tmp_path / "a.jsonl", json.dumps(LISTING) + "\n")
    array = _read(tmp_path / "b.json", json.dumps([LISTING]))
    whole = _read(tmp_path / "c.json", json.dumps({"made": [1], "providers": [LISTING]}))
    assert _record(lines) == _record(array) == _record(whole)


def test_a_gzipped_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    data = gzip.compress(json.dumps(LISTING).encode())
    assert _record(_read(tmp_path / "listings", data)).provider.id == "rosa-diaz"


def test_an_object_of_the_api_can_be_imported(tmp_path: Path) -> None:
    outcomes = _json_outcome(
        tmp_path,
        url="https://example.org/providers/rosa-diaz",
        concerns=[{"code": "panic", "label": "Panic"}],
        modalities=[
            {"code": "CBT", "label": "Cognitive behavioral therapy", "training": "trained"}
        ],
    )
    provider = _record(outcomes).provider
    assert provider.concerns == ("panic",)
    assert provider.modalities[0].code == "CBT"


def test_the_id_is_made_from_the_npi_where_there_is_none(tmp_path: Path) -> None:
    assert _record(_json_outcome(tmp_path, id=None, npi="1922001973")).provider.id == (
        "npi-1922001973"
    )


def test_a_listing_without_id_and_npi_is_an_error_that_says_so(tmp_path: Path) -> None:
    error = _error(_json_outcome(tmp_path, id=None))
    assert error.column == "id"
    assert "`npi`" in error.message


@pytest.mark.parametrize(
    ("changes", "column", "value"),
    [
        ({"license": "lawyer"}, "license", "lawyer"),
        ({"services": ["medication"]}, "services", "['medication']"),
        ({"hobby": "chess"}, "hobby", "chess"),
        ({"fee": {"min": 90, "max": 10}}, "fee.max", "10"),
        ({"name": "  "}, "name", ""),
    ],
)
def test_an_error_names_the_field_and_its_value(
    tmp_path: Path, changes: dict[str, Any], column: str, value: str
) -> None:
    error = _error(_json_outcome(tmp_path, **changes))
    assert (error.line, error.column, error.value) == (1, column, value)
    assert error.message


def test_a_title_that_grants_no_such_licence_is_an_error_with_its_path(tmp_path: Path) -> None:
    licenses = [{**LISTING["licenses"][0], "title": "LCSW", "state": "MA"}]
    error = _error(_json_outcome(tmp_path, licenses=licenses))
    assert (error.column, error.value) == ("licenses[0].title", "LCSW")


def test_a_long_value_is_shortened_in_the_error(tmp_path: Path) -> None:
    assert len(_error(_json_outcome(tmp_path, license="x" * 5000)).value) == 80


def test_a_damaged_detail_is_left_out_with_a_warning(tmp_path: Path) -> None:
    record = _record(
        _json_outcome(
            tmp_path,
            phone="12",
            concerns=["panic", "flu", "gad"],
            modalities=[{"code": "XYZ"}, {"code": "CBT", "training": "guru"}],
            locations=[{"city": "Oakland", "state": "CA", "zip": "9", "accessibility": ["moat"]}],
        )
    )
    assert [warning.column for warning in record.warnings] == [
        "modalities[0].code",
        "modalities[1].training",
        "concerns[1]",
        "locations[0].zip",
        "locations[0].accessibility[0]",
        "phone",
    ]
    assert record.provider.concerns == ("panic", "gad")
    assert [modality.code for modality in record.provider.modalities] == ["CBT"]
    assert record.provider.locations[0].zip is None


def test_a_row_whose_only_modality_is_unknown_is_an_error(tmp_path: Path) -> None:
    error = _error(_json_outcome(tmp_path, modalities=[{"code": "XYZ"}]))
    assert error.column == "modalities"


def test_lines_of_json_lines_fail_alone(tmp_path: Path) -> None:
    good, broken = json.dumps(LISTING), '{"id": "x", "name": }'
    deep = "[" * 100_000
    text = "\n".join([good, "", broken, '"text"', deep, good.replace("rosa", "r\udcff"), good])
    outcomes = _read(tmp_path / "a.jsonl", text.encode("utf-8", "surrogateescape"))
    assert [(type(one), one.line) for one in outcomes] == [
        (Record, 1),
        (RowError, 3),
        (RowError, 4),
        (RowError, 5),
        (RowError, 6),
        (Record, 7),
    ]


def test_a_broken_first_line_does_not_hide_that_the_file_is_json_lines(tmp_path: Path) -> None:
    outcomes = _read(tmp_path / "a.jsonl", '{"id": }\n' + json.dumps(LISTING))
    assert [type(one) for one in outcomes] == [RowError, Record]


def test_elements_of_an_array_have_the_line_on_which_they_begin(tmp_path: Path) -> None:
    text = json.dumps([LISTING, {"id": "x"}, LISTING], indent=1)
    outcomes = _read(tmp_path / "a.json", f"\n{text}")
    starts = [n for n, line in enumerate(text.split("\n"), 2) if line == " {"]
    assert [one.line for one in outcomes] == starts


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"[1, 2", "line 1"),
        (b'{\n"people": []}', "providers"),
        (b"name,age\nRosa,4\n", "no format"),
        (b"PK\x03\x04rest", "unpack"),
        ("id,name,license\n".encode("utf-16"), "not a text file"),
        (b"id,name,license\rrosa,Rosa,lcsw\r", "old Mac"),
        (gzip.compress(b"id,name,license\n" * 9000)[:-20], "cannot be read"),
        (b'["' + b"x" * (11 << 20) + b'"]', "too large"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(Unusable, match=reason):
        list(read_file(path))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"none\.csv"):
        list(read_file(tmp_path / "none.csv"))


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="use nppes or listings"):
        list(read_file(tmp_path / "none.csv", "excel"))


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
    record = _record(_read(tmp_path / "a.csv", text))
    assert record.provider.id == "rosa-diaz"
    assert record.provider.licenses[0].title == "LCSW"
    assert record.warnings == ()


def test_licences_close_up_where_a_number_is_left_out(tmp_path: Path) -> None:
    outcomes = _csv_outcome(tmp_path, license_3_title="LCSW", license_3_state="KY")
    assert [one.state for one in _record(outcomes).provider.licenses] == ["CA", "KY"]


def test_an_error_names_the_column_of_the_csv_file(tmp_path: Path) -> None:
    outcomes = _csv_outcome(tmp_path, license_3_title="LCSW", license_3_state="MA")
    error = _error(outcomes)
    assert (error.line, error.column, error.value) == (2, "license_3_title", "LCSW")


def test_an_error_names_a_column_that_is_not_there_but_should_be(tmp_path: Path) -> None:
    assert _error(_csv_outcome(tmp_path, fee_max="90")).column == "fee_min"


def test_what_a_spreadsheet_does_to_values_is_mended_and_reported(tmp_path: Path) -> None:
    record = _record(
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
    outcomes = _read(tmp_path / "a.csv", text + text.split("\n", 1)[1].replace("rosa", "rosb"))
    assert [one.line for one in outcomes] == [2, 5]
    assert isinstance(outcomes[0], Record)
    assert outcomes[0].provider.bio == 'First, I listen.\n\nThen "we" talk.'


def test_an_unclosed_quote_mark_costs_one_row(tmp_path: Path) -> None:
    header, row, _ = CSV.split("\n")
    rows = [row.replace("rosa", f"r{n}") for n in range(5)]
    rows[1] = rows[1].replace("Rosa Diaz", '"Rosa Diaz')
    outcomes = _read(tmp_path / "a.csv", "\n".join([header, *rows]))
    assert [type(one) for one in outcomes] == [Record, RowError, Record, Record, Record]
    assert isinstance(outcomes[1], RowError)
    assert (outcomes[1].line, outcomes[1].column) == (3, "name")


def test_a_formula_comes_in_as_a_text(tmp_path: Path) -> None:
    assert _record(_csv_outcome(tmp_path, name="'=HYPERLINK()")).provider.name == "=HYPERLINK()"


def test_a_cell_of_more_than_64_kb_is_an_error(tmp_path: Path) -> None:
    error = _error(_csv_outcome(tmp_path, bio="x" * 70_000))
    assert error.column == "bio"
    assert "64 KB" in error.message
