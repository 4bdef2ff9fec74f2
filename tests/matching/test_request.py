"""What a request takes, and that it never shows itself."""

import pytest
from pydantic import ValidationError

from directory.matching import MatchRequest
from tests.matching.asking import asking


def test_a_request_never_shows_what_somebody_needs() -> None:
    shown = repr(asking(concerns=["panic"], text="the subway scares me"))
    assert shown == "MatchRequest()"


@pytest.mark.parametrize("body", [5, "text", [1], None])
def test_what_is_no_document_is_refused(body: object) -> None:
    with pytest.raises(ValidationError, match="valid dictionary"):
        MatchRequest.model_validate(body)


@pytest.mark.parametrize(
    ("comfort", "way"), [(1, "skills"), (2, "skills"), (3, None), (4, "deeper"), (5, "deeper")]
)
def test_the_comfort_with_exploring_leans_to_skills_or_deeper_or_neither(
    comfort: int, way: str | None
) -> None:
    assert asking(exploration_comfort=comfort).exploring == way
    assert asking().exploring is None


@pytest.mark.parametrize("comfort", [0, 6, 2.0, True])
def test_a_comfort_is_a_whole_number_from_one_to_five(comfort: object) -> None:
    with pytest.raises(ValidationError):
        asking(exploration_comfort=comfort)
