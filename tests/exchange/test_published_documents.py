"""What docs/ says about importing is what the code does."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from directory.exchange.formats import FORMATS, read_file
from directory.exchange.listing_schema import listing_schema
from directory.exchange.listings.columns import known_names
from directory.exchange.outcomes import Record
from directory.providers import Provider
from tests.exchange.strategies import providers

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = DOCS / "listing.schema.json"
PAGE = (DOCS / "importing.md").read_text(encoding="utf-8")
VALIDATOR = jsonschema.Draft202012Validator(listing_schema())


def _examples(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


def _only_listing(path: Path) -> Provider:
    (outcome,) = read_file(path)
    assert isinstance(outcome, Record), outcome
    assert outcome.warnings == ()
    return outcome.provider


def test_the_published_schema_is_the_one_that_the_code_makes() -> None:
    """`python -m directory.exchange.listing_schema > docs/listing.schema.json` writes it."""
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == listing_schema()


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(listing_schema())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(provider=providers())
def test_every_listing_is_valid_by_the_schema(provider: Provider) -> None:
    VALIDATOR.validate(provider.model_dump(mode="json"))


@pytest.mark.parametrize(
    "broken",
    [
        {"name": "Ann Lee", "license": "lcsw"},
        {"id": "a", "npi": None, "license": "lcsw"},
        {"id": "a", "name": "Ann Lee", "license": "lawyer"},
        {"id": "a", "name": "Ann Lee", "license": "lcsw", "hobby": "chess"},
    ],
)
def test_the_schema_refuses_what_the_import_refuses(broken: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(broken)


def test_the_csv_and_the_json_example_of_the_page_are_the_same_listing(tmp_path: Path) -> None:
    (as_csv,), (as_json,) = _examples("csv"), _examples("json")
    (tmp_path / "one.csv").write_text(as_csv, encoding="utf-8")
    (tmp_path / "one.json").write_text(f"[{as_json}]", encoding="utf-8")
    VALIDATOR.validate(json.loads(as_json))
    assert _only_listing(tmp_path / "one.csv") == _only_listing(tmp_path / "one.json")


def test_the_page_names_every_column_and_every_format() -> None:
    names = set(re.findall(r"`([a-z0-9_-]+)`", PAGE))
    assert set(FORMATS) <= names
    assert set(known_names()) <= names
