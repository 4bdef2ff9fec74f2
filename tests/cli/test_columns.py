"""Tables of others on the command line: what their columns are is said in a file."""

import json

import pytest

BOARD = "Full Name,License Type,Lic No,State,Office\nPat Doe,LCSW,123,CA,west\n"


@pytest.fixture
def board(tmp_path):
    path = tmp_path / "board.csv"
    path.write_text(BOARD, encoding="utf-8")
    return path


@pytest.fixture
def columns(tmp_path):
    """Write a file that says what columns are."""

    def write(said):
        path = tmp_path / "columns.json"
        path.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
        return path

    return write


def proposals_of(result):
    return json.loads(result.stderr[result.stderr.index("{") :])


def test_a_refused_table_shows_what_its_columns_seem_to_be(run, board):
    refused = run("import", board)
    assert refused.exit_code == 1
    assert "--columns" in refused.stderr
    assert proposals_of(refused) == {
        "Full Name": "name", "License Type": "license", "Lic No": "license_1_number",
        "State": "location_1_state", "Office": "",
    }  # fmt: skip


def test_the_proposals_once_mended_are_what_the_table_is_read_by(run, board, columns):
    said = proposals_of(run("import", board)) | {"State": "license_1_state"}
    done = run("import", board, "--columns", columns(said))
    assert (done.exit_code, "1 created" in done.stdout) == (0, True)
    again = run("import", board, "--columns", columns(said), "--dry-run")
    assert "1 unchanged" in again.stdout


WHOLE = {"Full Name": "name", "License Type": "license", "Lic No": "license_1_number"}
WHOLE |= {"State": "license_1_state", "Office": ""}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("[1]", "does not say what columns are"),
        ("{", "does not say what columns are"),
        ({"Full Name": ""}, "names no column of ours"),
        ({key: WHOLE[key] for key in list(WHOLE)[:4]}, "say what `Office` is"),
        (WHOLE | {"Offices": ""}, "no file has a column `Offices`"),
        (WHOLE | {"Office": "ofice"}, "no column is called `ofice`"),
        (WHOLE | {"Office": "name"}, "are both read as `name`"),
        (WHOLE | {"License Type": ""}, "has no column `license`"),
    ],
)
def test_what_is_said_wrongly_is_refused_in_words(run, board, columns, said, told):
    refused = run("import", board, "--columns", columns(said))
    assert (refused.exit_code, told in refused.stderr) == (1, True), refused.stderr


def test_columns_are_not_said_of_json_nor_of_the_register(run, tmp_path, columns):
    path = tmp_path / "a.json"
    path.write_text("[]", encoding="utf-8")
    assert "has no columns" in run("import", path, "--columns", columns(WHOLE)).stderr
    wrong = run("import", path, "--columns", columns(WHOLE), "--format", "nppes")
    assert wrong.exit_code == 2
