"""The order of matches as the API gives it: chosen by the person, and with turns counted."""

import pytest
from flask.testing import FlaskClient

from directory.storage import Exposures
from directory.workflows import Directory
from tests.api.asking import NEED, fields, ids, matched, post
from tests.conftest import NOW

TODAY = NOW.date()


def sums(directory: Directory) -> dict[str, float]:
    """Return how much each listing was shown so far."""
    directory.showings.write()
    with directory.database.reading() as session:
        return Exposures(session).between(TODAY, TODAY.replace(year=2100))


def shown_since(before: dict[str, float], directory: Directory) -> set[str]:
    return {id for id, much in sums(directory).items() if much > before.get(id, 0)}


def test_whoever_asks_for_it_gets_the_lowest_fee_first(client: FlaskClient) -> None:
    fees = [one["provider"]["fee"] for one in matched(client, order="fee")["matches"]]
    known = [fee["min"] for fee in fees if fee]
    assert known == sorted(known)
    assert fees == [fee for fee in fees if fee] + [None] * fees.count(None)


@pytest.mark.parametrize("order", ["best", "soonest", "nearest", "fee", None])
def test_the_same_people_match_in_any_order(client: FlaskClient, order: str | None) -> None:
    assert set(ids(matched(client, order=order))) == set(ids(matched(client)))


@pytest.mark.parametrize("order", ["cheapest", "", 3, ["fee"]])
def test_an_unknown_order_is_refused_by_its_name(client: FlaskClient, order: object) -> None:
    assert fields(post(client, "/match", NEED | {"order": order})) == ["order"]


def test_a_match_counts_whom_it_shows_and_nobody_else(
    client: FlaskClient, served: Directory
) -> None:
    before = sums(served)
    first = ids(matched(client, "?limit=2"))
    assert shown_since(before, served) == set(first)


def test_a_crisis_card_counts_nobody_unless_people_are_shown(
    client: FlaskClient, served: Directory
) -> None:
    before = sums(served)
    matched(client, level_of_care="crisis")
    assert sums(served) == before
    people = ids(matched(client, "?show_providers=true", level_of_care="crisis"))
    assert shown_since(before, served) == set(people) != set()


def test_open_places_are_shown_and_the_word_on_conversion_practices_is_not(
    client: FlaskClient,
) -> None:
    listing = matched(client)["matches"][0]["provider"]
    assert listing["availability"]["open_places"] is None
    assert "offers_conversion_practices" not in listing
