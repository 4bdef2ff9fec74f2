"""What words stand for: codes by any of their names, and mentions in a listing's own words."""

import pytest

from directory.search import SearchQuery
from tests.factories import in_order, make_license, make_provider

PLAIN = {"concerns": [], "modalities": [{"code": "PCT"}], "services": ["psychotherapy"]}


def plain(id, **changes):
    """Return a listing that states as little as may be."""
    return make_provider(id=id, **{**PLAIN, "bio": "", "payers": [], **changes})


def group(name):
    facts = {"theme": "grief", "kind": "process", "seats": 9, "open": 1, "schedule": "Mondays"}
    return {"groups": [facts | {"name": name}], "formats": ["group"]}


def order(engine, text):
    return [hit.id for hit in engine.search(SearchQuery(text=text)).hits]


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("I often see people with panic attacks.", "heart racing can't breathe"),
        ("I often see people with panic attacks.", "sudden terror"),
        ("People who feel hopeless write to me.", "depressed"),
        ("I know bilateral stimulation.", "eye movement therapy"),
        ("I know eye movement therapy.", "EMDR"),
        ("Marriage counseling, above all.", "couples therapy"),
        ("I care about social anxiety.", "stage fright"),
    ],
)
def test_a_listing_is_found_by_another_name_of_what_it_says_itself(engine, find, says, asked):
    engine.rebuild([plain("other", bio="I listen."), plain("says", bio=says)], 1)
    assert find(asked) == {"says"}


def test_a_group_says_by_its_name_what_it_is_about(engine, find):
    engine.rebuild([plain("other"), plain("says", **group("Panic attacks, week by week"))], 1)
    assert find("sudden terror") == {"says"}


def test_a_mention_holds_within_one_text_alone(engine, find):
    engine.rebuild([plain("a", bio="attacks", **group("Panic"))], 1)
    assert find("sudden terror") == set()


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("I used to be a psychiatrist.", "prescriber"),
        ("My wife is a psychiatric nurse.", "APRN"),
        ("My own insurance is traditional medicare.", "Medicare Part B"),
        ("I once worked for Blue Cross.", "Highmark"),
        ("I learned from an Indian Health Service nurse.", "ITU funds"),
    ],
)
def test_no_words_grant_a_licence_or_a_payer(engine, find, says, asked):
    engine.rebuild([plain("says", bio=says)], 1)
    assert find(asked) == set()


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("You act and I listen.", "contextual behavioral"),
        ("I am EMDR trained.", "bilateral stimulation"),
    ],
)
def test_a_short_word_alone_says_too_little(engine, find, says, asked):
    engine.rebuild([plain("says", bio=says)], 1)
    assert "says" not in find(asked)


def test_an_edit_changes_what_is_mentioned(engine, find):
    engine.rebuild([plain("a", bio="Panic attacks."), plain("b")], 1)
    engine.apply([plain("a", bio="Gardens."), plain("b", bio="Panic attack.")], [], 2)
    assert find("sudden terror") == {"b"}
    engine.apply([], ["b"], 3)
    assert find("sudden terror") == set()


def test_who_states_a_concern_comes_before_who_mentions_it_and_both_before_no_one(engine):
    engine.rebuild(
        [
            plain("mentions", bio="Panic attacks are hard, and they pass."),
            plain("none", bio="I listen."),
            plain("states", bio="They are hard, and they pass.", concerns=["panic"]),
        ],
        1,
    )
    assert order(engine, "sudden terror") == ["states", "mentions"]


def test_stating_weighs_more_where_few_do(engine):
    """A rare code is worth more than a frequent one."""
    engine.rebuild(
        [
            *(plain(f"cbt-{number}", modalities=[{"code": "CBT"}]) for number in range(6)),
            plain("emdr", modalities=[{"code": "EMDR"}]),
        ],
        1,
    )
    rare = engine.search(SearchQuery(text="eye movement therapy")).hits[0].score
    frequent = engine.search(SearchQuery(text="thought challenging")).hits[0].score
    assert rare > frequent


def test_words_that_stand_for_several_codes_find_each(engine, find):
    engine.rebuild(
        in_order(
            plain("psychiatrist", **licensed("psychiatrist", "MD")),
            plain("psychologist", **licensed("psychologist", "Psychologist")),
            plain("worker"),
        ),
        1,
    )
    assert find("shrink") == {"psychiatrist", "psychologist"}
    assert find("LCSW") == {"worker"}


def licensed(code, title):
    return {"license": code, "licenses": [make_license(license=code, title=title)]}


def test_the_longest_run_that_a_vocabulary_knows_is_taken(engine, find):
    """ "Medicare Advantage" is another payer than Medicare."""
    engine.rebuild(
        [plain("advantage", payers=["medicare_advantage"]), plain("medicare", payers=["medicare"])],
        1,
    )
    assert find("medicare") == {"medicare"}
    assert find("Medicare Advantage") == {"advantage"}


def test_any_word_is_decided_before_the_filters(engine):
    engine.rebuild(
        [
            plain("both", bio="Red barn.", languages=["es"]),
            plain("red", bio="Red.", languages=["en"]),
        ],
        1,
    )
    for filters, total in (({}, 1), ({"language": ("es",)}, 1), ({"language": ("en",)}, 0)):
        answer = engine.search(SearchQuery(text="red barn", filters=filters))
        assert (answer.total, answer.any_word) == (total, False), filters
    answer = engine.search(SearchQuery(text="red door", filters={"language": ("es",)}))
    assert (answer.total, answer.any_word) == (1, True)
    assert engine.search(SearchQuery(text="red door", max_fee=0)).any_word


def test_a_listing_that_is_gone_makes_no_difference_to_any_word(engine):
    engine.rebuild([plain("both", bio="Red barn."), plain("red", bio="Red.")], 1)
    engine.apply([], ["both"], 2)
    answer = engine.search(SearchQuery(text="red barn"))
    assert ([hit.id for hit in answer.hits], answer.any_word) == (["red"], True)
    engine.apply([plain("new", bio="A barn, red.")], [], 3)
    assert order(engine, "red barn") == ["new"]


def test_only_the_first_words_and_letters_are_looked_for(engine, find):
    engine.rebuild([plain("a", bio="garden"), plain("b", bio="barn")], 1)
    twelve = " ".join(["garden"] * 12)
    assert find(f"{twelve} barn") == {"a"}
    assert find(f"{twelve[:-7]} barn") == {"a", "b"}
    assert find(f"garden{' ' * 250}barn") == {"a"}
    assert find(f"garden{' ' * 240}barn") == {"a", "b"}
    phrases = '"garden" ' * 12
    assert find(f'{phrases}"barn"') == {"a"}


def test_what_is_meant_follows_the_edits(engine):
    engine.rebuild([plain("a", bio="Zephyrine gardens."), plain("b", bio="Quixotic barns.")], 1)

    def meant(text):
        return engine.search(SearchQuery(text=text)).did_you_mean

    assert meant("zephirine quixotik") == "zephyrine quixotic"
    engine.apply([plain("a", bio="Zephyrane.")], [], 2)
    assert meant("zephirine") == "zephyrane"
    engine.apply([plain("c", bio="Zephyrine.", name="Zephyrine")], [], 3)
    assert meant("zephirine") == "zephyrine"
    assert meant("zephirane") == "zephyrane"
    engine.apply([], ["a", "c"], 4)
    assert meant("zephirine") is None
    assert meant("quixotik") == "quixotic"
