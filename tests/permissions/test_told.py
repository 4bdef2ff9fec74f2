"""The page of the docs about permissions tells of every kind of route and every decision."""

from pathlib import Path
from typing import get_args

from directory.web.account.configuration import FRESH_FOR
from directory.web.permissions import Decision
from directory.web.policies import Who

PAGE = Path("docs/permissions.md").read_text(encoding="utf-8")


def test_the_docs_tell_of_every_kind_of_route_and_every_decision() -> None:
    rows = {line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")}
    assert rows >= {*get_args(Who), *get_args(Decision)}


def test_the_docs_tell_for_how_long_a_proof_is_fresh() -> None:
    assert f"the last {FRESH_FOR.seconds // 60} minutes" in PAGE
