"""What becomes of the rows of an NPPES file."""

import random
from pathlib import Path

import pytest

from directory.errors import Unusable
from directory.exchange.formats import detect_format
from directory.providers import Provider
from tests.exchange.nppes_file import (
    CITY,
    COUNTRY,
    DAMAGED_V2,
    LAST_NAME,
    ORGANISATIONS,
    PHONE,
    PRACTITIONERS,
    STATE,
    ZIP,
    Result,
    Row,
    a_therapist,
    is_ours,
    real_rows,
    slot,
    write_rows,
)

NOT_OURS = slot(1, "207Q00000X", "1", "MA", "Y")


def _listing(tmp_path: Path, row: Row) -> Provider:
    result = Result(write_rows(tmp_path / "one.csv", [row]))
    assert not result.errors
    return result.records[0].provider


def _warnings(tmp_path: Path, row: Row) -> list[tuple[str, str]]:
    result = Result(write_rows(tmp_path / "one.csv", [row]))
    assert not result.errors
    return [(warning.column, warning.message) for warning in result.warnings]


def test_real_rows_with_one_of_our_codes_come_in_and_the_rest_is_skipped_with_a_reason() -> None:
    rows = real_rows()
    result = Result(PRACTITIONERS)
    assert [record.provider.npi for record in result.records] == [
        row["NPI"] for row in rows if is_ours(row)
    ]
    assert len(result.records) + len(result.skipped) == len(rows)
    assert all(skipped.reason for skipped in result.skipped)
    assert (result.errors, result.warnings) == ([], [])


MARY_ANN = {
    "NPI": "1922001973",
    "Provider First Name": "MARY ANN",
    "Provider Middle Name": "B",
    LAST_NAME: "DE LA CRUZ",
    "Provider Name Suffix Text": "JR.",
    "Provider Gender Code": "F",
    "Provider First Line Business Practice Location Address": "216 NW 42ND ST",
    "Provider Second Line Business Practice Location Address": "STE 3E",
    CITY: "FALL RIVER",
    STATE: "MA",
    ZIP: "021390001",
    PHONE: "6175550123",
    **slot(1, "1041C0700X", "104186", "MA", "Y"),
}


def test_a_listing_states_what_the_register_states_and_no_more(tmp_path: Path) -> None:
    assert _listing(tmp_path, a_therapist(**MARY_ANN)).model_dump(
        mode="json", exclude_defaults=True
    ) == {
        "id": "npi-1922001973",
        "npi": "1922001973",
        "name": "Mary Ann B de la Cruz Jr.",
        "gender": "female",
        "license": "lcsw",
        "licenses": [
            {
                "license": "lcsw",
                "title": "Clinical social worker (LCSW)",
                "state": "MA",
                "number": "104186",
            }
        ],
        "locations": [
            {
                "street": "216 NW 42nd St, Ste 3E",
                "city": "Fall River",
                "state": "MA",
                "zip": "02139",
                "lat": pytest.approx(42.36, abs=0.02),
                "lon": pytest.approx(-71.1, abs=0.02),
                "phone": "+16175550123",
            }
        ],
        "phone": "+16175550123",
        "claimed": False,
    }


def test_the_primary_slot_with_one_of_our_codes_names_the_licence(tmp_path: Path) -> None:
    row = a_therapist(
        **slot(1, "103T00000X", "77", "MA", "N"), **slot(2, "1041C0700X", "104", "MA", "Y")
    )
    assert _listing(tmp_path, row).license == "lcsw"


@pytest.mark.parametrize("switch", ["N", "X", ""])
def test_without_a_primary_slot_of_ours_the_first_of_ours_names_the_licence(
    tmp_path: Path, switch: str
) -> None:
    row = a_therapist(
        **slot(1, "207Q00000X", "9", "MA", "Y"),
        **slot(2, "103T00000X", "77", "MA", switch),
        **slot(15, "1041C0700X", "104", "MA", switch),
    )
    assert _listing(tmp_path, row).license == "psychologist"


def test_the_last_of_the_fifteen_slots_counts(tmp_path: Path) -> None:
    row = a_therapist(**NOT_OURS, **slot(15, "363LP0808X", "5", "CT", "N"))
    assert _listing(tmp_path, row).license == "pmhnp"


def test_credentials_never_change_the_licence(tmp_path: Path) -> None:
    row = a_therapist(**{"Provider Credential Text": "MD, PHD, PSYCHIATRIST"})
    assert _listing(tmp_path, row).license == "lcsw"


def test_a_licence_is_listed_once_for_each_state(tmp_path: Path) -> None:
    row = a_therapist(
        **slot(1, "2084P0800X", "36020", "MA", "Y"),
        **slot(2, "2084P0805X", "036020", "MA", "N"),
        **slot(3, "2084P0800X", "9803", "NH", "N"),
        **slot(4, "2084P0800X", "", "VT", "N"),
    )
    licenses = _listing(tmp_path, row).licenses
    assert [(one.license, one.state, one.number, one.status) for one in licenses] == [
        ("psychiatrist", "MA", "36020", "unverified"),
        ("psychiatrist", "NH", "9803", "unverified"),
    ]


def test_other_licences_are_not_shown_beside_one_without_a_number(tmp_path: Path) -> None:
    row = a_therapist(**slot(1, "1041C0700X", "", "", "Y"), **slot(2, "106H00000X", "5", "MA", "N"))
    assert _listing(tmp_path, row).licenses == ()
    assert [column for column, _ in _warnings(tmp_path, row)] == [
        "Healthcare Provider Taxonomy Code_1"
    ]


def test_organisations_are_skipped() -> None:
    result = Result(ORGANISATIONS)
    assert {skipped.reason for skipped in result.skipped} == {"an organisation, not a person"}
    assert len(result.skipped) == len(result.outcomes) == 5


@pytest.mark.parametrize("again", ["", "03/15/2006"])
def test_a_deactivated_npi_is_skipped(tmp_path: Path, again: str) -> None:
    row = a_therapist(
        **{"NPI Deactivation Date": "03/16/2006", "NPI Reactivation Date": again},
    )
    result = Result(write_rows(tmp_path / "one.csv", [row]))
    assert [one.reason for one in result.skipped] == ["the NPI was deactivated and not reactivated"]


@pytest.mark.parametrize("again", ["03/16/2006", "10/05/2007"])
def test_a_reactivated_npi_is_kept(tmp_path: Path, again: str) -> None:
    dates = {"NPI Deactivation Date": "03/16/2006", "NPI Reactivation Date": again}
    assert _listing(tmp_path, a_therapist(**dates))


def test_a_deactivated_row_that_the_register_has_emptied_is_skipped(tmp_path: Path) -> None:
    kept = {"NPI": a_therapist()["NPI"], "NPI Deactivation Date": "03/16/2006"}
    row = {**dict.fromkeys(a_therapist(), ""), **kept}
    result = Result(write_rows(tmp_path / "one.csv", [row]))
    assert (len(result.skipped), result.warnings) == (1, [])


def test_decimals_of_a_spreadsheet_are_mended_and_reported() -> None:
    result = Result(DAMAGED_V2)
    teresa = result.records[0]
    assert teresa.provider.locations[0].zip == "56007"
    assert teresa.provider.phone == "+15073770107"
    assert [(warning.line, warning.column) for warning in teresa.warnings] == [
        (2, "Entity Type Code"),
        (2, ZIP),
        (2, PHONE),
    ]
    assert (len(result.records), len(result.skipped), result.errors) == (21, 5, [])


@pytest.mark.parametrize(
    ("column", "damaged", "mended"),
    [
        ("NPI", "1922001973.0", "1922001973"),
        (ZIP, "6001", "06001"),
        (ZIP, "60010001.0", "06001"),
        (STATE, "CONNECTICUT", "CT"),
        (STATE, "ct", "CT"),
    ],
)
def test_a_mended_value_goes_in_with_a_warning(
    tmp_path: Path, column: str, damaged: str, mended: str
) -> None:
    row = a_therapist(**{STATE: "CT", ZIP: "060010001", column: damaged})
    assert [(name, mended in note) for name, note in _warnings(tmp_path, row)] == [(column, True)]
    listing = _listing(tmp_path, row)
    place = listing.locations[0]
    assert mended in {listing.npi, place.zip, place.state}


@pytest.mark.parametrize(
    ("column", "damaged"),
    [
        (PHONE, "12"),
        (PHONE, "0000000000"),
        (ZIP, "ABCDE"),
        (ZIP, "00000"),
        (STATE, "ZZ"),
        (COUNTRY, "CA"),
        ("Provider Gender Code", "Q"),
        ("Healthcare Provider Taxonomy Code_2", "999Z"),
        ("Provider License Number State Code_1", "ZZ"),
        ("Healthcare Provider Primary Taxonomy Switch_1", "?"),
    ],
)
def test_a_damaged_detail_is_left_out_with_one_warning(
    tmp_path: Path, column: str, damaged: str
) -> None:
    row = a_therapist(**{column: damaged})
    assert [name for name, _ in _warnings(tmp_path, row)] == [column]
    assert damaged not in _listing(tmp_path, row).model_dump_json()


def test_a_row_that_is_skipped_has_its_damage_reported_too(tmp_path: Path) -> None:
    row = a_therapist(**NOT_OURS, **{ZIP: "ABCDE"})
    assert [column for column, _ in _warnings(tmp_path, row)] == [ZIP]


def test_columns_are_found_by_name_in_any_order(tmp_path: Path) -> None:
    rows = real_rows()
    names = list(rows[0])
    random.Random(1).shuffle(names)
    shuffled = [{name: row[name] for name in names} for row in rows]
    assert (
        Result(write_rows(tmp_path / "shuffled.csv", shuffled)).outcomes
        == Result(PRACTITIONERS).outcomes
    )


def test_quote_marks_around_values_are_not_needed(tmp_path: Path) -> None:
    row = a_therapist()
    bare = {name: value.replace(",", "") for name, value in row.items()}
    path = tmp_path / "bare.csv"
    path.write_text(",".join(f'"{name}"' for name in bare) + "\n" + ",".join(bare.values()))
    assert len(Result(path).records) == 1


def test_dates_that_no_listing_needs_may_be_left_out(tmp_path: Path) -> None:
    row = a_therapist()
    del row["Provider Enumeration Date"], row["Last Update Date"]
    assert len(Result(write_rows(tmp_path / "short.csv", [row])).records) == 1


def test_a_file_that_lacks_a_column_is_refused_by_its_name(tmp_path: Path) -> None:
    row = a_therapist()
    del row[LAST_NAME]
    path = write_rows(tmp_path / "short.csv", [row])
    assert detect_format(path) == "nppes"
    with pytest.raises(Unusable, match="Provider Last Name"):
        Result(path)
