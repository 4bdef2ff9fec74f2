"""The order of results, and pages that together hold every listing once."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace

import pytest

from directory.errors import Invalid
from directory.geography import point_of_zip
from directory.search import ColumnsEngine, SearchQuery, WhooshEngine
from tests.factories import in_order, make_provider, make_unclaimed
from tests.search.conftest import Today

HERE = point_of_zip("94110")
TWO = SearchQuery(page_size=2)
SORTS = ("best", "nearest", "soonest", "fee", "name")
ZIPS = ("94110", "94601", "10001", None)


def place(zip):
    return [{"city": "Somewhere", "state": "CA", "zip": zip}]


def order(engine, **asked):
    return [hit.id for hit in engine.search(SearchQuery(page_size=100, **asked)).hits]


def opening(accepting="yes", days=None, confirmed="2026-11-10"):
    return {"accepting": accepting, "next_opening_days": days, "confirmed_at": confirmed}


CROWD = [
    make_provider(
        id=f"p{number:02d}",
        name=("Zoe", "Ámbar", "bea")[number % 3],
        fee=None if number % 4 == 0 else {"min": number % 5 * 10, "max": 500},
        availability=opening(days=number % 3 or None),
        locations=place(ZIPS[number % 4]),
        bio="solid " * (number % 4) + "ground",
    )
    for number in range(30)
]


@pytest.fixture(scope="module", params=[ColumnsEngine, WhooshEngine], ids=["columns", "whoosh"])
def crowded(request, tmp_path_factory):
    """An engine with thirty listings, of which many are alike in everything that sorts."""
    engine = request.param(tmp_path_factory.mktemp("crowd"), Today())
    engine.rebuild(CROWD, 1)
    yield engine
    engine.close()


def test_by_name_small_letters_and_great_ones_are_alike(engine):
    engine.rebuild(
        [make_provider(id=id, name=name) for id, name in (("1", "bob"), ("2", "Al"), ("3", "Cy"))],
        1,
    )
    assert order(engine, sort="name") == ["2", "1", "3"]


def test_the_lowest_fee_comes_first_and_the_unknown_last(engine):
    fees = {"dear": 200, "free": 0, "cheap": 20}
    listings = [make_provider(id=id, fee={"min": fee, "max": 300}) for id, fee in fees.items()]
    engine.rebuild(in_order(make_provider(id="ask", fee=None), *listings), 1)
    assert order(engine, sort="fee") == ["free", "cheap", "dear", "ask"]


def test_the_soonest_opening_comes_first_and_the_unknown_last(engine):
    openings = {
        "unknown": opening(),
        "later": opening(days=30),
        "now": opening(days=0),
        "full": opening("no", days=1),
        "waiting": opening("waitlist", days=10),
    }
    listings = [make_provider(id=id, availability=at) for id, at in openings.items()]
    engine.rebuild(in_order(*listings), 1)
    assert order(engine, sort="soonest") == ["now", "waiting", "later", "full", "unknown"]


def test_the_nearest_comes_first_and_the_unknown_last(engine):
    zips = {"far": "10001", "nowhere": None, "here": "94110", "near": "94601"}
    listings = [make_provider(id=id, locations=place(zip)) for id, zip in zips.items()]
    engine.rebuild(in_order(*listings), 1)
    assert order(engine, sort="nearest", near=HERE) == ["here", "near", "far", "nowhere"]


def test_without_words_the_best_are_open_fresh_and_claimed(engine):
    listings = in_order(
        make_unclaimed(id="unclaimed"),
        make_provider(id="closed", availability=opening("no")),
        make_provider(id="open", availability=opening("yes")),
        make_provider(id="stale", availability=opening("yes", confirmed="2026-01-01")),
        make_provider(id="waiting", availability=opening("waitlist")),
    )
    engine.rebuild(listings, 1)
    assert order(engine) == ["open", "waiting", "stale", "closed", "unclaimed"]


def test_what_grows_stale_sinks_as_days_pass(engine, today):
    engine.rebuild(
        [
            make_provider(id="a", availability=opening("yes", confirmed="2026-11-01")),
            make_provider(id="b", availability=opening("waitlist", confirmed="2026-11-20")),
        ],
        1,
    )
    assert order(engine) == ["a", "b"]
    today.day = today.day.replace(month=12, day=1)
    assert order(engine) == ["b", "a"]


def test_listings_that_are_alike_come_in_the_order_of_their_ids(engine):
    engine.rebuild([make_provider(id="c")], 1)
    engine.apply([make_provider(id="b"), make_provider(id="a")], [], 2)
    for sort in SORTS:
        assert order(engine, sort=sort, near=HERE) == ["a", "b", "c"], sort
        assert order(engine, sort=sort, near=HERE, text="solid") == ["a", "b", "c"], sort


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("text", ["", "solid ground", "solid zeppelin"])
def test_pages_give_every_listing_once(crowded, sort, text):
    query = SearchQuery(text=text, sort=sort, near=HERE, page_size=100)
    whole = crowded.search(query)
    assert len(whole.hits) == whole.total > 20
    for page_size in (1, 7, 30):
        pages = list(paging(crowded, replace(query, page_size=page_size)))
        assert {len(page.hits) for page in pages[:-1]} <= {page_size}
        assert {page.total for page in pages} == {whole.total}
        assert [hit for page in pages for hit in page.hits] == list(whole.hits)


def paging(engine, query):
    """Yield every page of a search."""
    answer = engine.search(query)
    yield answer
    while answer.next:
        answer = engine.search(replace(query, cursor=answer.next))
        yield answer


def test_the_last_page_has_no_next_even_when_it_is_full(crowded):
    assert crowded.search(SearchQuery(page_size=30)).next is None
    assert crowded.search(SearchQuery(page_size=29)).next is not None


def test_a_cursor_holds_at_another_page_size(crowded):
    first = crowded.search(SearchQuery(sort="name", page_size=10))
    rest = crowded.search(SearchQuery(sort="name", page_size=100, cursor=first.next))
    assert {hit.id for hit in (*first.hits, *rest.hits)} == {one.id for one in CROWD}


@pytest.mark.parametrize(
    "other",
    [
        {"text": "ground"},
        {"sort": "fee"},
        {"filters": {"language": ("es",)}},
        {"max_fee": 20},
        {"sliding_scale": True},
        {"near": point_of_zip("10001")},
        {"near": HERE, "within_miles": 10},
    ],
)
def test_a_cursor_of_another_search_is_refused(crowded, other):
    query = SearchQuery(text="solid", page_size=2, near=HERE)
    cursor = crowded.search(query).next
    with pytest.raises(Invalid) as refused:
        crowded.search(replace(query, cursor=cursor, **other))
    assert [problem.field for problem in refused.value.problems] == ["cursor"]


def test_the_order_of_filters_and_values_does_not_matter_to_a_cursor(crowded):
    some = {"language": ("en", "es"), "license": ("lcsw",)}
    same = {"license": ("lcsw",), "language": ("es", "en")}
    cursor = crowded.search(SearchQuery(filters=some, page_size=2)).next
    assert crowded.search(SearchQuery(filters=same, page_size=2, cursor=cursor)).hits


def forged(engine, content, query=TWO):
    """Return a cursor with the right fingerprint and other contents."""
    sound = engine.search(query).next
    fingerprint = json.loads(urlsafe_b64decode(sound))[0]
    return urlsafe_b64encode(json.dumps([fingerprint, *content]).encode()).decode()


@pytest.mark.parametrize(
    "content",
    [
        [False, "text", "id"],
        [False, None, "id"],
        [0, 1.0, "id"],
        [False, 1.0, 7],
        [False, [], "id"],
        [False, {}, {}],
        [False, 1.0],
        [False, 1.0, "id", "more"],
        [False, float("inf"), "id"],
        [False, float("-inf"), "id"],
        [False, float("nan"), "id"],
    ],
)
def test_a_forged_cursor_is_refused(crowded, content):
    with pytest.raises(Invalid):
        crowded.search(replace(TWO, cursor=forged(crowded, content)))


@pytest.mark.parametrize("text", ["", "solid ground", "solid zeppelin"])
@pytest.mark.parametrize("sort", ["best", "nearest", "soonest", "fee"])
def test_a_forged_place_is_only_a_place(crowded, sort, text):
    query = SearchQuery(text=text, sort=sort, near=HERE, page_size=2)
    whole = crowded.search(query)

    def after(value):
        cursor = forged(crowded, [False, value, "id"], query)
        return crowded.search(replace(query, cursor=cursor))

    for value in (-1e300, -1e39, -8.0, -1e-9, 0.0, 1e-300, 1e39, 1e300):
        assert after(value).total == whole.total
    assert after(-1e300).hits == whole.hits
    if sort == "best":
        assert after(1e300).hits == ()


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "====", "é", "null", "bnVsbA==", "W10=", "\x00", "a" * 10_001, "W1tb" * 20_000],
    ids=lambda cursor: ascii(cursor[:8]),
)
def test_a_cursor_that_is_none_is_refused(crowded, cursor):
    with pytest.raises(Invalid):
        crowded.search(SearchQuery(cursor=cursor))


def test_a_cursor_is_short_however_long_the_names_are(engine):
    names = ["心" * 150 + end for end in "abc"]
    engine.rebuild([make_provider(id=name[-1] * 64, name=name) for name in names], 1)
    answer = engine.search(SearchQuery(sort="name", page_size=1))
    assert len(answer.next) <= 500
    assert answer.hits[0].id[0] == "a"
    following = engine.search(SearchQuery(sort="name", page_size=2, cursor=answer.next))
    assert [hit.id[0] for hit in following.hits] == ["b", "c"]
