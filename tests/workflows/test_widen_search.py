"""Ways on from a search that finds nobody, each with its exact count."""

import pytest

from directory.geography import point_of_zip
from directory.search import SearchQuery
from directory.workflows import Directory
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.matching.widen_search import KEPT, widen_search
from tests.factories import make_license, make_provider, store

OAKLAND = {"city": "Oakland", "state": "CA", "zip": "94601"}
FRESNO = {"city": "Fresno", "state": "CA", "zip": "93701"}


@pytest.fixture(autouse=True)
def a_few_people(directory: Directory) -> None:
    near = {"locations": [OAKLAND], "delivery": ["in_person"], "languages": ["en"]}
    store(
        directory,
        make_provider(id="near", **near),
        make_provider(id="dear", **near, fee={"min": 300, "max": 300}),
        make_provider(id="far", locations=[FRESNO], delivery=["in_person"], languages=["es"]),
        make_provider(id="remote", delivery=["video"], locations=[FRESNO], languages=["es"]),
        make_provider(id="nevada", licenses=[make_license(state="NV")], languages=["vi"]),
    )


def found(directory: Directory, **asked: object) -> dict[str, int]:
    """Return what each way on drops, and how many it gives."""
    query = SearchQuery(**{"filters": {"state": ("CA",)}} | asked)  # type: ignore[arg-type]
    assert search_directory(directory, query).answer.total == 0
    wider = widen_search(directory, query)
    for one in wider:
        assert search_directory(directory, one.query).answer.total == one.total > 0
    assert [one.total for one in wider] == sorted((one.total for one in wider), reverse=True)
    return {one.drop: one.total for one in wider}


def test_each_filter_that_keeps_people_out_is_offered_alone(directory: Directory) -> None:
    filters = {"state": ("CA",), "language": ("vi",), "payer": ("aetna",)}
    assert found(directory, filters=filters) == {"language": 4}


def test_the_words_can_be_dropped(directory: Directory) -> None:
    assert found(directory, text="zeppelin") == {"q": 4}


def test_the_price_can_be_dropped(directory: Directory) -> None:
    filters = {"state": ("CA",), "language": ("en",)}
    near = point_of_zip("94601")
    assert found(directory, filters=filters, near=near, max_fee=10) == {"max_fee": 2}


def test_a_distance_grows_just_as_far_as_somebody_is(directory: Directory) -> None:
    filters = {"state": ("CA",), "language": ("es",)}
    asked = {"filters": filters, "near": point_of_zip("94110"), "within_miles": 5}
    assert found(directory, **asked) == {"within_miles": 2, "video": 1}
    query = SearchQuery(**asked)  # type: ignore[arg-type]
    further = next(w for w in widen_search(directory, query) if w.drop == "within_miles")
    assert further.query.within_miles is None


def test_people_by_video_are_offered_where_an_office_was_wanted(directory: Directory) -> None:
    filters = {"state": ("CA",), "delivery": ("phone",)}
    assert found(directory, filters=filters)["video"] == 1


def test_a_state_and_an_age_are_never_dropped(directory: Directory) -> None:
    filters = {"state": ("TX",), "age_group": ("child",)}
    assert found(directory, filters=filters) == {}
    assert {"state", "age_group"} == KEPT


def test_where_no_single_step_helps_only_the_need_is_kept(directory: Directory) -> None:
    filters = {"state": ("CA",), "language": ("vi",), "gender": ("nonbinary",)}
    assert found(directory, filters=filters | {"concern": ("panic",)}) == {"filters": 4, "all": 4}
    assert found(directory, filters=filters) == {"all": 4}
