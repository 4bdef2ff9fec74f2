"""Small listings files, and what becomes of their rows."""

from pathlib import Path
from typing import Any

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


def read(path: Path, content: str | bytes) -> list[Outcome]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert detect_format(path) == "listings"
    return list(read_file(path))


def record_of(outcomes: list[Outcome]) -> Record:
    (outcome,) = outcomes
    assert isinstance(outcome, Record), outcome
    return outcome


def error_of(outcomes: list[Outcome]) -> RowError:
    (outcome,) = outcomes
    assert isinstance(outcome, RowError), outcome
    return outcome
