"""The demo directory, asked one drawn request after another."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from directory.config import Settings
from directory.documents import matched_document
from directory.matching import MatchRequest
from directory.workflows import Directory, open_directory
from directory.workflows.imports.seed import demo_listings
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.prepare import prepare_demo
from tests.factories import store
from tests.oracle import invariants
from tests.oracle.answer import Answer
from tests.oracle.census import Census
from tests.oracle.corners import corner_listings
from tests.oracle.draw import Draw
from tests.oracle.person import read

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
_LISTINGS = Path(__file__).parents[2] / "seed_data" / "providers.jsonl.gz"
_ASKED_AGAIN = 10  # one in so many requests is put twice


def opened_demo(instance: Path) -> Directory:
    """Open a directory that holds the demo listings and the corners, making it where it is not.

    The corners come as edits, so that the index holds some listings as a layer of live edits.
    """
    environment = {
        "DIRECTORY_ENV": "development",
        "INSTANCE_PATH": str(instance),
        "SECRET_KEY": "a key for tests alone",
    }
    directory = open_directory(Settings.from_environment(environment), clock=lambda: NOW)
    if prepare_demo(directory, _LISTINGS):
        store(directory, *corner_listings(directory.today()))
    return directory


class Asking:
    """Puts requests to a directory, and the answers to the oracle."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        today = directory.today()
        listings = (*demo_listings(_LISTINGS, today), *corner_listings(today))
        self.census = Census([one.model_dump(mode="json") for one in listings], today)

    def answer(self, drawn: Draw) -> Answer:
        """Return the answer to one request, as the API gives it out."""
        return Answer(
            body=self._body(drawn),
            result=drawn.result,
            person=read(drawn.result, drawn.flags_of_text),
            census=self.census,
            limit=drawn.limit,
            show_providers=drawn.show_providers,
            flags_of_text=drawn.flags_of_text,
        )

    def violations(self, drawn: Draw) -> Iterator[tuple[str, str]]:
        """Yield each invariant that the answer to one request breaks, and how."""
        answer = self.answer(drawn)
        yield from invariants.violations(answer)
        if drawn.number % _ASKED_AGAIN == 0 and self._body(drawn) != answer.body:
            yield "the_same_input_gives_the_same_output", "asked twice, answered otherwise"

    def _body(self, drawn: Draw) -> Any:
        request = MatchRequest.model_validate(drawn.result)
        matched = match_providers(self.directory, request, drawn.limit, drawn.show_providers)
        return matched_document(matched, "https://example.org")
