"""Quoted words: they stand together in one text, and count as the same words without quotes do."""

import pytest

from directory.search import SearchQuery
from tests.factories import in_order, make_provider


@pytest.fixture
def told(engine, find):
    """Build an index of listings with these bios, and search it."""

    def build(**bios):
        engine.rebuild(in_order(*(make_provider(id=id, bio=bio) for id, bio in bios.items())), 1)
        return find

    return build


def test_quoted_words_stand_side_by_side_and_in_order(told):
    found = told(a="the red barn door", b="red door, barn", c="door of the barn", d="red barn")
    assert found('"red barn"') == {"a", "d"}
    assert found('"barn door"') == {"a"}
    assert found('"red barn door"') == {"a"}
    assert found('"door red"') == set()


def test_stop_words_between_quoted_words_do_not_count(told):
    found = told(a="the barn of a door", b="barn with door", c="barn or blue door")
    assert found('"barn door"') == {"a", "b"}
    assert found('"the barn and the door"') == {"a", "b"}


def test_quoted_words_are_found_in_every_inflection(told):
    found = told(a="hearts raced", b="heart racing", c="racing heart")
    assert found('"heart races"') == {"a", "b"}


def test_a_phrase_may_say_the_same_word_again(told):
    found = told(a="no no no", b="no no", c="no never no", d="slow slow work", e="slow work slow")
    assert found('"slow slow"') == {"d"}
    assert found('"slow work"') == {"d", "e"}
    assert found('"work slow"') == {"e"}
    assert found('"never slow"') == set()


def test_a_phrase_that_begins_again_is_found_where_it_goes_on(told):
    found = told(a="red red barn", b="red barn red", c="red barn red barn door", d="barn red door")
    assert found('"red barn"') == {"a", "b", "c"}
    assert found('"red barn door"') == {"c"}
    assert found('"red red barn"') == {"a"}
    assert found('"barn red barn"') == {"c"}


def test_a_phrase_never_reaches_over_two_texts_or_two_listings(engine, find):
    group = {"theme": "grief", "kind": "process", "seats": 9, "open": 1, "schedule": "Mondays"}
    engine.rebuild(
        [
            make_provider(
                id="a",
                bio="Barn owls.",
                groups=[group | {"name": "Red"}],
                formats=["group"],
                locations=[{"city": "Blue", "state": "CA"}],
            ),
            make_provider(id="b", bio="Owls of the red"),
            make_provider(id="c", bio="Barn door"),
        ],
        1,
    )
    for phrase in ("red barn", "red blue", "blue ca barn", "ca barn", "red barn door"):
        assert find(f'"{phrase}"') == set(), phrase
    assert find('"barn owls"') == {"a"}
    assert find('"blue ca"') == {"a"}


def test_a_phrase_counts_as_much_as_its_words(engine, told):
    told(a="red barn door", b="barn red door", c="quiet")
    whole = {hit.id: hit.score for hit in engine.search(SearchQuery(text="red barn")).hits}
    quoted = {hit.id: hit.score for hit in engine.search(SearchQuery(text='"red barn"')).hits}
    assert quoted.keys() == {"a"}
    assert quoted["a"] == pytest.approx(whole["a"], abs=1e-5)


def test_a_phrase_of_one_word_is_looked_for_in_texts_alone(engine, find):
    engine.rebuild(
        [make_provider(id="a", name="Barn Lee"), make_provider(id="b", bio="A barn.")], 1
    )
    assert find('"barn"') == {"b"}
    assert find("barn") == {"a", "b"}


def test_a_phrase_and_words_are_all_needed(told):
    found = told(a="red barn quiet", b="red barn", c="quiet barn red")
    assert found('"red barn" quiet') == {"a"}
    assert found('quiet "red barn"') == {"a"}
    assert found('"red barn" "barn quiet"') == {"a"}


def test_where_no_phrase_is_found_any_word_or_phrase_does(engine, told):
    found = told(a="red barn", b="blue door", c="quiet")
    assert found('"red barn" "blue door"') == {"a", "b"}
    assert engine.search(SearchQuery(text='"red barn" "blue door"')).any_word
    assert found('"barn red" quiet') == {"c"}


def test_edits_are_found_by_phrases_too(engine, told):
    found = told(a="red barn", b="blue door")
    engine.apply([make_provider(id="b", bio="A red, red barn.")], ["a"], 2)
    engine.apply([make_provider(id="c", bio="Red barn.")], [], 3)
    assert found('"red barn"') == {"b", "c"}
    assert found('"blue door"') == set()
