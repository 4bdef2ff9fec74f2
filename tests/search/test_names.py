"""Names: found whole or by how they begin, as they are written and never by meaning."""

import pytest

from directory.search import SearchQuery
from tests.factories import in_order, make_provider


@pytest.fixture
def named(engine, find):
    """Build an index of listings that are called so, and search it for their names."""

    def build(*names):
        listings = (make_provider(id=str(n), name=name, bio="") for n, name in enumerate(names))
        engine.rebuild(in_order(*listings), 1)

        def found(text):
            return {names[int(id)] for id in find(text)}

        return found

    return build


def scores(engine, text):
    return {hit.id: hit.score for hit in engine.search(SearchQuery(text=text)).hits}


def test_three_letters_or_more_find_the_names_that_begin_so(named):
    found = named("Marsha Bell", "Mara Bell", "Tamar Hill")
    assert found("mar") == {"Marsha Bell", "Mara Bell"}
    assert found("Mars") == {"Marsha Bell"}
    assert found("hil") == {"Tamar Hill"}


def test_fewer_than_three_letters_find_only_whole_words(named):
    found = named("Marsha Bell", "Ma Li")
    assert found("ma") == {"Ma Li"}
    assert found("ll") == found("ar") == set()


def test_two_beginnings_may_be_of_one_name(named):
    found = named("Marsha Bell", "Marsha Hill", "Belinda Marshall")
    assert found("mars bel") == {"Marsha Bell", "Belinda Marshall"}


def test_a_whole_name_comes_before_one_that_only_begins_so(engine, named):
    found = named("Marshall Hill", "Marsh Hill", "Hill Marshes")
    assert found("marsh") == {"Marshall Hill", "Marsh Hill", "Hill Marshes"}
    found_scores = scores(engine, "marsh")
    assert found_scores["1"] > found_scores["0"] == found_scores["2"]


def test_a_beginning_counts_once_however_often_a_name_has_it(engine, named):
    named("Marsha Marshall", "Marsha Bell")
    found_scores = scores(engine, "mars")
    assert found_scores["0"] == found_scores["1"]


def test_what_a_vocabulary_knows_is_never_taken_for_the_start_of_a_name(named):
    found = named("Coachella Doe", "Medina Roe", "Teena Poe", "Coach Hill")
    assert found("coach") == {"Coach Hill"}
    assert found("med") == set()
    assert found("teen") == set()
    assert found("coachel") == {"Coachella Doe"}


def test_a_whole_name_is_found_even_where_a_vocabulary_knows_the_word(named):
    found = named("Star Hill", "Starling Hill")
    assert found("star") == {"Star Hill"}


def test_names_are_not_stemmed(named):
    found = named("Grace Walkers", "Ann Walker")
    assert found("walkers") == {"Grace Walkers"}


def test_a_stop_word_in_a_name_is_no_word_to_look_for(named):
    found = named("Will The", "May Will", "Will Hill")
    assert found("the") == {"Will The", "May Will", "Will Hill"}
    assert found("the hill") == {"Will Hill"}
    assert found("will hill") == {"Will Hill"}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("José Ñáñez", ("jose", "José", "nanez", "ñañ", "NÁÑEZ")),
        ("Siobhán O’Neill-Reyes", ("oneill", "O'Neill", "o’nei", "reyes", "siobhan o'neill")),
        ("Strauß", ("strauß", "Straus", "STRAUS")),
        ("心理 王", ("心理", "王")),
        ("محمد", ("محمد", "محم")),
        ("Αλέξανδρος", ("Αλέξανδρος", "αλέξ")),
        ("d'Arcy", ("d'arcy", "darcy", "D’Arc")),
        ("Anne_Marie", ("annemarie", "anne_marie", "ann")),
        ("Łukasz", ("łukasz", "Lukasz", "luk")),
    ],
)
def test_names_of_every_script_are_found_as_people_type_them(named, name, typed):
    found = named(name, "Zed Other")
    for text in typed:
        assert found(text) == {name}, text


def test_a_name_is_no_place_for_a_phrase(engine, named):
    found = named("Marsha Bell", "Bell Marsha")
    assert found('"marsha bell"') == set()
    assert (
        found('marsha "bell"') == set() or engine.search(SearchQuery(text='marsha "bell"')).any_word
    )


def test_the_start_of_a_name_is_no_start_of_another_word(engine, find):
    engine.rebuild([make_provider(id="a", name="Ann Lee", bio="Marshland and gardens.")], 1)
    assert find("mars") == set()
    assert find("gardens") == {"a"}
