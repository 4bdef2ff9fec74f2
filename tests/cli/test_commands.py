"""The commands: what they print, and how they exit (0 done, 1 refused, 2 wrong usage)."""

import json
import socket
from datetime import date

import pytest

from directory.config import Settings
from directory.documents import matched_document, search_document
from directory.matching import MatchRequest
from directory.search import SearchQuery
from directory.storage import Exposures
from directory.workflows import open_directory
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.search_directory import search_directory
from tests.cli.conftest import TRIAGE
from tests.factories import make_coach, make_provider, make_unclaimed
from tests.workflows.files import listings_file

KEYS = [
    "format",
    "batch",
    "read",
    "created",
    "updated",
    "unchanged",
    "skipped",
    "warnings",
    "errors",
]


@pytest.fixture
def people(tmp_path):
    """A file with four listings, a repeated row and a row that is none."""
    return listings_file(
        tmp_path / "people.jsonl",
        make_provider(),
        make_provider(id="ben", name="Ben Stone", languages=["es"]),
        make_coach(),
        make_unclaimed(),
        make_provider(),
        '{"id": "half',
    )


@pytest.fixture
def opened(environ, run):
    """The directory that the commands work on, with the real clock."""
    run("init")
    directory = open_directory(Settings.from_environment(environ))
    yield directory
    directory.close()


def batch_of(result):
    return result.stdout.split("directory undo ")[1].split()[0]


def test_init_may_be_run_twice(run):
    for _ in range(2):
        result = run("init")
        assert (result.exit_code, result.stdout) == (0, "The database and the index are ready.\n")


def test_an_import_with_bad_rows_is_done_and_says_so(run, people):
    result = run("import", people)
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "6 rows read as listings: 4 created, 0 updated, 0 unchanged, 1 skipped, 1 errors"
    )
    assert "people.jsonl:6:" in result.stdout


def test_a_dry_run_says_that_nothing_was_written(run, people):
    assert "nothing was written" in run("import", "--dry-run", people).stdout
    assert run("search", "").stdout == "0 found\n"
    assert "4 created" in run("import", people).stdout


def test_the_report_has_the_keys_of_the_public_interface(run, people, tmp_path):
    out = tmp_path / "report.json"
    result = run("import", people, "--report", out)
    report = json.loads(out.read_text(encoding="utf-8"))
    assert list(report) == KEYS
    assert report["batch"] == batch_of(result)
    assert report["read"] == 6 == 4 + len(report["skipped"]) + len(report["errors"])
    assert {"line", "reason"} <= set(report["skipped"][0])
    assert (report["skipped"][0]["line"], report["errors"][0]["line"]) == (5, 6)
    assert {"line", "column", "value", "message"} <= set(report["errors"][0])


def test_the_report_of_a_dry_run_has_no_batch(run, people, tmp_path):
    out = tmp_path / "report.json"
    run("import", people, "--dry-run", "--report", out)
    report = json.loads(out.read_text(encoding="utf-8"))
    assert (list(report), report["batch"], report["created"]) == (KEYS, None, 4)


def test_several_files_and_a_named_format_are_one_import(run, people, tmp_path):
    other = listings_file(tmp_path / "more.jsonl", make_provider(id="more"))
    result = run("import", "--format", "listings", people, other)
    assert "7 rows read as listings: 5 created" in result.stdout


def test_undo_takes_an_import_back_once(run, people):
    batch = batch_of(run("import", people))
    result = run("undo", batch)
    assert (result.exit_code, result.stdout) == (
        0,
        "4 listings removed, 0 as they were before.\n",
    )
    assert run("search", "").stdout == "0 found\n"
    again = run("undo", batch)
    assert again.exit_code == 1
    assert "was taken back" in again.stderr


def test_undo_of_an_unknown_import_is_refused(run):
    run("init")
    result = run("undo", "never-was")
    assert (result.exit_code, result.stderr) == (1, "Error: there is no import never-was\n")


def test_reindex_counts_the_listings(run, people):
    run("import", people)
    assert run("reindex").stdout == "The index holds 4 listings.\n"


def test_search_prints_who_was_found(run, people):
    run("import", people)
    result = run("search", "solid ground", "--license", "lcsw", "--state", "CA")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "2 found"
    assert "Ana Lopez · Clinical social worker (LCSW) · San Francisco, CA" in result.stdout


def test_search_options_may_be_repeated(run, people):
    run("import", people)
    assert run("search", "", "--license", "lcsw", "--license", "coach").stdout[0] == "4"
    assert run("search", "", "--modality", "CBT", "--format", "individual").stdout[0] == "2"


def test_search_says_when_words_were_dropped_and_what_was_meant(run, people):
    run("import", people)
    result = run("search", "solidd ground")
    assert "these have some" in result.stdout
    assert "Did you mean: solid ground?" in result.stdout


def test_search_as_json_is_the_body_of_the_api(run, people, opened):
    run("import", people)
    result = run("search", "solid", "--license", "lcsw", "--json")
    query = SearchQuery(text="solid", filters={"license": ("lcsw",)})
    expected = search_document(search_directory(opened, query), "http://127.0.0.1:8000")
    assert json.loads(result.stdout) == json.loads(json.dumps(expected))
    assert list(json.loads(result.stdout))[:2] == ["total", "results"]


def test_match_explains_its_matches(run, people, tmp_path):
    run("import", people)
    file = tmp_path / "triage.json"
    file.write_text(TRIAGE, encoding="utf-8")
    result = run("match", file)
    assert result.exit_code == 0
    assert "2 people fit." in result.stdout
    assert "Ana Lopez" in result.stdout
    assert "of 100" in result.stdout
    assert "Cora Reed" not in result.stdout


def test_match_tells_what_stands_beside_the_people(run, people):
    run("import", people)
    need = {
        "level_of_care": "intensive",
        "age_group": "adult",
        "state": "WY",
        "concerns": ["panic"],
    }
    told = run("match", "-", input=json.dumps(need | {"services": ["psychotherapy", "medication"]}))
    assert "Program: Day program (partial hospital). " in told.stdout
    assert "May fit: Cognitive behavioral therapy. Studies show that it helps" in told.stdout
    assert "211: Call 211. It is free." in told.stdout


def test_match_reads_standard_input_too(run, people, tmp_path):
    run("import", people)
    file = tmp_path / "triage.json"
    file.write_text(TRIAGE, encoding="utf-8")
    assert run("match", "-", input=TRIAGE).stdout == run("match", file).stdout


def test_match_as_json_is_the_body_of_the_api(run, people, opened):
    run("import", people)
    result = run("match", "-", "--json", input=TRIAGE)
    request = MatchRequest.model_validate_json(TRIAGE)
    expected = matched_document(match_providers(opened, request), "http://127.0.0.1:8000")
    assert json.loads(result.stdout) == json.loads(json.dumps(expected))
    assert json.loads(result.stdout)["total"] == 2


def test_a_match_at_the_command_line_is_not_counted_as_shown(run, people, opened):
    run("import", people)
    assert "Ana Lopez" in run("match", "-", input=TRIAGE).stdout
    with opened.database.reading() as session:
        assert Exposures(session).between(date.min, date.max) == {}


def test_in_a_crisis_the_lines_to_call_come_first_and_nobody_is_listed(run, people):
    run("import", people)
    crisis = TRIAGE.replace("psychotherapy", "crisis")
    result = run("match", "-", input=crisis)
    assert result.exit_code == 0
    assert "988" in result.stdout
    assert "Ana Lopez" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "input"),
    [
        (("import", "{none}"), None),
        (("import", "{folder}"), None),
        (("import", "{letter}"), None),
        (("import", "{empty}"), None),
        (("import", "{binary}"), None),
        (("import", "--format", "nppes", "{letter}"), None),
        (("match", "{none}"), None),
        (("match", "{folder}"), None),
        (("match", "{binary}"), None),
        (("match", "-"), ""),
        (("match", "-"), "{"),
        (("match", "-"), "[]"),
        (("match", "-"), "{}"),
        (("match", "-"), TRIAGE.replace("CA", "XX")),
        (("match", "-"), TRIAGE.replace("}", ', "mood": 1}')),
        (("match", "-"), "[" * 100_000),
        (("match", "-"), b"\xff\xfe\x00"),
        (("undo", "x"), None),
    ],
    ids=str,
)
def test_input_that_cannot_be_read_is_refused_in_a_sentence(run, tmp_path, arguments, input):
    places = {name: tmp_path / name for name in ("none", "folder", "letter", "empty", "binary")}
    places["folder"].mkdir()
    places["letter"].write_text("Dear Sir,\n", encoding="utf-8")
    places["empty"].touch()
    places["binary"].write_bytes(b"\x00\xff" * 100)
    run("init")
    result = run(*(argument.format(**places) for argument in arguments), input=input)
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert not result.stderr.startswith("Error: :")
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("import",),
        ("undo",),
        ("search",),
        ("match",),
        ("init", "now"),
        ("import", "--format", "fax", "a.csv"),
        ("import", "--carefully", "a.csv"),
        ("search", "x", "--license", "LCSW"),
        ("search", "x", "--state", "California"),
        ("search", "x", "--modality", "cbt"),
        ("match", "-", "--limit", "3"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


@pytest.mark.parametrize(
    "command",
    ["", "init", "seed", "serve", "worker", "import", "undo", "reindex", "search", "match"],
)
def test_every_command_has_help(run, command):
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert "Usage: " in result.stdout


def test_a_search_before_init_says_what_to_do(run):
    result = run("search", "panic")
    assert result.exit_code == 1
    assert "directory init" in result.stderr


def test_a_report_that_cannot_be_written_is_refused_in_a_sentence(run, people, tmp_path):
    result = run("import", people, "--report", tmp_path / "nowhere" / "report.json")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


def test_a_second_server_on_the_same_port_is_refused(run, monkeypatch):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        refused = run("serve")
    assert refused.exit_code == 1
    assert f"port {port} is in use" in refused.stderr
