"""The examples of docs/api.md are true: each is sent, and answered as the page shows."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

_PAGE = Path(__file__).parents[2] / "docs" / "api.md"
_EXAMPLE = re.compile(
    r"```http\n(?P<method>[A-Z]+) (?P<path>\S+)\n(?P<body>.*?)```\n\n"
    r"(?P<status>[0-9]{3})[^\n]*\n\n```json\n(?P<answer>.*?)```",
    re.DOTALL,
)
EXAMPLES = [found.groupdict() for found in _EXAMPLE.finditer(_PAGE.read_text(encoding="utf-8"))]
ANYTHING = "…"


def shows(shown: Any, real: Any) -> bool:
    """Tell whether an answer is as the page shows it, where the page may leave things out."""
    if shown == ANYTHING:
        return True
    if isinstance(shown, dict):
        known = isinstance(real, dict) and set(shown) <= set(real)
        return known and all(shows(value, real[name]) for name, value in shown.items())
    if isinstance(shown, list) and ANYTHING in shown:
        kept = shown[: shown.index(ANYTHING)]
        return len(real) >= len(kept) and all(map(shows, kept, real))
    if isinstance(shown, list):
        return len(shown) == len(real) and all(map(shows, shown, real))
    return bool(shown == real)


def test_the_page_has_an_example_of_every_route() -> None:
    assert len(EXAMPLES) >= 9
    assert _PAGE.read_text(encoding="utf-8").count("```http") == len(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["path"] for e in EXAMPLES])
def test_an_example_is_answered_as_shown(client: FlaskClient, example: dict[str, str]) -> None:
    type = "application/json" if example["body"] else None
    response = client.open(
        example["path"], method=example["method"], data=example["body"] or None, content_type=type
    )
    assert response.status_code == int(example["status"])
    real = response.get_json()
    assert shows(json.loads(example["answer"]), real), json.dumps(real, indent=1)
