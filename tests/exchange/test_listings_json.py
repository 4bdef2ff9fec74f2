"""Listings in JSON and JSON Lines, and what is wrong with them."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from directory.exchange.outcomes import Outcome, Record, RowError
from tests.exchange.listings_file import LISTING, error_of, read, record_of


def _json_outcome(tmp_path: Path, **changes: Any) -> list[Outcome]:
    return read(tmp_path / "one.jsonl", json.dumps({**LISTING, **changes}))


def test_json_lines_an_array_and_an_object_with_providers_are_the_same(tmp_path: Path) -> None:
    lines = read(tmp_path / "a.jsonl", json.dumps(LISTING) + "\n")
    array = read(tmp_path / "b.json", json.dumps([LISTING]))
    whole = read(tmp_path / "c.json", json.dumps({"made": [1], "providers": [LISTING]}))
    assert record_of(lines) == record_of(array) == record_of(whole)


def test_one_listing_over_several_lines_is_a_file_too(tmp_path: Path) -> None:
    record = record_of(read(tmp_path / "a.json", "\n" + json.dumps(LISTING, indent=2)))
    assert (record.line, record.provider.id) == (2, "rosa-diaz")


def test_a_gzipped_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    data = gzip.compress(json.dumps(LISTING).encode())
    assert record_of(read(tmp_path / "listings", data)).provider.id == "rosa-diaz"


def test_an_object_of_the_api_can_be_imported(tmp_path: Path) -> None:
    outcomes = _json_outcome(
        tmp_path,
        url="https://example.org/providers/rosa-diaz",
        concerns=[{"code": "panic", "label": "Panic"}],
        modalities=[
            {"code": "CBT", "label": "Cognitive behavioral therapy", "training": "trained"}
        ],
    )
    provider = record_of(outcomes).provider
    assert provider.concerns == ("panic",)
    assert provider.modalities[0].code == "CBT"


def test_the_id_is_made_from_the_npi_where_there_is_none(tmp_path: Path) -> None:
    assert record_of(_json_outcome(tmp_path, id=None, npi="1922001973")).provider.id == (
        "npi-1922001973"
    )


def test_a_listing_without_id_and_npi_is_an_error_that_says_so(tmp_path: Path) -> None:
    error = error_of(_json_outcome(tmp_path, id=None))
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
    error = error_of(_json_outcome(tmp_path, **changes))
    assert (error.line, error.column, error.value) == (1, column, value)
    assert error.message


def test_a_title_that_grants_no_such_licence_is_an_error_with_its_path(tmp_path: Path) -> None:
    licenses = [{**LISTING["licenses"][0], "title": "LCSW", "state": "MA"}]
    error = error_of(_json_outcome(tmp_path, licenses=licenses))
    assert (error.column, error.value) == ("licenses[0].title", "LCSW")


def test_a_long_value_is_shortened_in_the_error(tmp_path: Path) -> None:
    assert len(error_of(_json_outcome(tmp_path, license="x" * 5000)).value) == 80


def test_a_damaged_detail_is_left_out_with_a_warning(tmp_path: Path) -> None:
    record = record_of(
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
    error = error_of(_json_outcome(tmp_path, modalities=[{"code": "XYZ"}]))
    assert error.column == "modalities"


def test_lines_of_json_lines_fail_alone(tmp_path: Path) -> None:
    good, broken = json.dumps(LISTING), '{"id": "x", "name": }'
    deep = "[" * 100_000
    text = "\n".join([good, "", broken, '"text"', deep, good.replace("rosa", "r\udcff"), good])
    outcomes = read(tmp_path / "a.jsonl", text.encode("utf-8", "surrogateescape"))
    assert [(type(one), one.line) for one in outcomes] == [
        (Record, 1),
        (RowError, 3),
        (RowError, 4),
        (RowError, 5),
        (RowError, 6),
        (Record, 7),
    ]


def test_a_broken_first_line_does_not_hide_that_the_file_is_json_lines(tmp_path: Path) -> None:
    outcomes = read(tmp_path / "a.jsonl", '{"id": }\n' + json.dumps(LISTING))
    assert [type(one) for one in outcomes] == [RowError, Record]


def test_elements_of_an_array_have_the_line_on_which_they_begin(tmp_path: Path) -> None:
    text = json.dumps([LISTING, {"id": "x"}, LISTING], indent=1)
    outcomes = read(tmp_path / "a.json", f"\n{text}")
    starts = [n for n, line in enumerate(text.split("\n"), 2) if line == " {"]
    assert [one.line for one in outcomes] == starts
