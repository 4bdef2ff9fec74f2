"""The command line as the shell sees it: real processes."""

import json
import subprocess
import sys

from tests.cli.conftest import TRIAGE
from tests.factories import make_provider
from tests.workflows.files import listings_file

DIRECTORY = [sys.executable, "-m", "directory"]


def shell(environ, *arguments, input=None):
    return subprocess.run(
        [*DIRECTORY, *map(str, arguments)],
        env=environ,
        input=input,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_from_import_to_match_in_the_shell(environ, tmp_path):
    file = listings_file(tmp_path / "a.jsonl", make_provider(name="Zoë Ålander"))
    imported = shell(environ, "import", file)
    assert (imported.returncode, imported.stderr) == (0, "")
    matched = shell(environ, "match", "-", "--json", input=TRIAGE)
    assert (matched.returncode, matched.stderr) == (0, "")
    assert json.loads(matched.stdout)["matches"][0]["provider"]["name"] == "Zoë Ålander"
    refused = shell(environ, "match", "-", input="{")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert shell(environ, "dance").returncode == 2


def test_two_processes_may_make_a_directory_ready_at_once(environ):
    both = [
        subprocess.Popen([*DIRECTORY, "init"], env=environ, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [(one.communicate()[1], one.returncode) for one in both] == [("", 0)] * 2
    assert shell(environ, "search", "anyone").stdout == "0 found\n"
