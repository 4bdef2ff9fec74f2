"""Concerns to suggest: the right one first, for the right age, with shares as scores."""

from collections import Counter

import numpy as np
import pytest

from directory.triage.suggestions import rank_concerns
from directory.triage.word_weights import WordWeights, word_weights
from directory.triage.words import terms
from directory.vocabulary import CONCERNS


def first(text: str) -> str:
    return rank_concerns(text)[0][0]


def score_of(text: str, code: str) -> float:
    return dict(rank_concerns(text))[code]


TABLE = WordWeights(
    codes=("panic", "grief"),
    place={"miss": 0, "pulse": 1, "pass away": 2},
    rarity=np.array([3.0, 4.0, 2.0]),
    step=np.array([0.5, 0.25, 0.5]),
    weights=np.array([[-2, 4], [8, 0], [0, 8]], np.int8),
    commonness=np.array([0.0, 0.0]),
)


def test_the_evidence_of_one_word_is_its_weight() -> None:
    assert TABLE.evidence({"miss": 1}) == pytest.approx([-1.0, 2.0])
    assert TABLE.evidence({"pulse": 1}) == pytest.approx([2.0, 0.0])


def test_rare_words_say_more_and_unknown_ones_nothing() -> None:
    expected = [(3 * -1 + 4 * 2) / 5, 3 * 2 / 5]
    assert TABLE.evidence({"miss": 1, "unheard": 3, "pulse": 1}) == pytest.approx(expected)


def test_a_word_said_again_says_a_little_more() -> None:
    said = 3 * (1 + np.log(2))
    expected = np.array([said * -1 + 4 * 2, said * 2]) / np.hypot(said, 4)
    assert TABLE.evidence({"miss": 2, "pulse": 1}) == pytest.approx(expected)


def test_a_pair_of_words_has_a_weight_of_its_own() -> None:
    said = Counter(terms("he passed away"))
    assert TABLE.evidence(said) == pytest.approx([0.0, 4.0])
    assert TABLE.evidence(Counter(terms("away he passed")) | {"miss": 1}) == pytest.approx([-1, 2])


def test_a_text_says_more_the_more_and_the_rarer_its_known_words_are() -> None:
    assert TABLE.length({"unheard": 3}) == 0
    assert TABLE.length({"miss": 1, "unheard": 1}) == 3
    assert TABLE.length({"miss": 1, "pulse": 1}) == 5
    assert TABLE.length({"pulse": 2}) == pytest.approx(4 * (1 + np.log(2)))


def test_the_table_that_ships_knows_every_concern_and_is_read_once() -> None:
    table = word_weights()
    assert table.codes == tuple(CONCERNS)
    assert table.weights.shape == (len(table.place), len(CONCERNS))
    assert table.weights.dtype == np.int8
    assert table is word_weights()


def test_the_table_that_ships_holds_words_and_pairs() -> None:
    known = word_weights().place.keys()
    assert {"pass away", "com out", "break up", "let go", "panic attack", "stress"} <= known
    assert not {"stres", "died"} & known


def test_scores_are_shares_of_one_over_every_concern_best_first() -> None:
    ranked = rank_concerns("I can't stop thinking about the accident")
    scores = [score for _, score in ranked]
    assert {code for code, _ in ranked} == set(CONCERNS)
    assert sum(scores) == pytest.approx(1, abs=0.005)
    assert scores == sorted(scores, reverse=True)
    assert ranked == rank_concerns("I can't stop thinking about the accident")


def test_a_share_follows_from_words_and_from_how_common_a_concern_is() -> None:
    table = word_weights()
    fit = 0.4 * (table.evidence({"insomnia": 1, "wein": 1}) + table.commonness)
    young = [code in YOUNG for code in table.codes]
    shares = np.exp(fit - 0.4 * 3.0 * np.array(young))
    shares /= shares.sum()
    ranked = dict(rank_concerns("insomnia wein"))
    for code, share in zip(table.codes, shares, strict=True):
        assert ranked[code] == round(float(share), 4)


YOUNG = {
    code for code, concern in CONCERNS.items() if not {*concern.population} - {"child", "teen"}
}


@pytest.mark.parametrize(
    "text", ["he", "not we", "they never", "no", "xyzzyqwv", "him her his us", "she", "and he"]
)
def test_words_that_name_nothing_suggest_nothing(text: str) -> None:
    assert rank_concerns(text) == ()


def test_one_word_that_names_something_is_enough() -> None:
    assert first("he never xyzzyqwv gambling") == "gambling"


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("mommy issues", "relationship_patterns"),
        ("so stressed, I give a big presentation at work on Monday", "work_stress"),
        ("I want to build healthier habits", "habits"),
        ("I am thinking about a career change", "career"),
        ("we only ever argue about money and the dishes", "relationship_distress"),
        ("my wife slept with her coworker and I found the messages", "infidelity"),
        ("since the funeral I talk to my brother's photo", "grief"),
        ("I told my parents that I am gay and they will not speak to me", "lgbtq"),
        ("I bet the rent on football again", "gambling"),
        ("I'm never good enough, I hate who I am", "self_esteem"),
        ("I make myself throw up after dinner", "bulimia"),
        ("I wash my hands until they bleed", "ocd"),
    ],
)
def test_what_patients_say_finds_the_concern(text: str, concern: str) -> None:
    assert concern in [code for code, _ in rank_concerns(text)[:3]]
    assert concern == first(text)


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("my boyfriend passed away", "grief"),
        ("our cat passed away in June", "grief"),
        ("my uncle passed away", "grief"),
        ("he died", "grief"),
        ("I came out to my parents", "lgbtq"),
        ("I came out to my cousins", "lgbtq"),
        ("we broke up on Sunday", "separation_divorce"),
        ("my parents are divorcing", "separation_divorce"),
        ("I had a panic attack", "panic"),
        ("my 8 year old wets the bed", "parenting"),
        ("my husband never listens", "relationship_distress"),
        ("I'm stressed", "stress"),
        ("I was stressed last week", "stress"),
        ("stress", "stress"),
        ("I have a crush on my teacher", "dating"),
        ("is it normal to cry in therapy", "unsure"),
        ("how do I know if my counselor is any good", "unsure"),
    ],
)
def test_what_is_said_in_common_words_finds_the_concern(text: str, concern: str) -> None:
    assert first(text) == concern


def test_the_order_of_words_makes_a_difference() -> None:
    assert score_of("she passed away", "grief") > score_of("away she passed", "grief")
    assert score_of("I came out", "lgbtq") > 2 * score_of("out I came", "lgbtq")


@pytest.mark.parametrize(
    "text",
    [
        *("my knee hurts", "my knee hurts when I run", "my ankle is swollen", "thanks"),
        *("how do I renew my passport", "what is the weather tomorrow", "where is the exit"),
        *("the bus was late today", "my car won't start", "the kitchen sink is leaking"),
    ],
)
def test_a_text_about_no_concern_suggests_nothing(text: str) -> None:
    assert rank_concerns(text) == ()


@pytest.mark.parametrize(
    "text", ["shut down", "thoughts", "it is too much", "I can't let go", "help", "my sister"]
)
def test_words_have_to_say_enough_together_for_anything_to_be_suggested(text: str) -> None:
    table, said = word_weights(), Counter(terms(text))
    told = table.evidence(said).max() * table.length(said) ** 0.5
    assert (rank_concerns(text) != ()) == (told >= 9.5)


def ratio_for(about: str) -> float:
    """Return how much more a concern of the young is thought of than its words alone explain."""
    table, text = word_weights(), f"sad and shut down {about}"
    fit = 0.4 * (table.evidence(Counter(terms(text))) + table.commonness)
    places = [table.codes.index(code) for code in ("teen_depression", "depression")]
    ranked = dict(rank_concerns(text))
    told = ranked["teen_depression"] / ranked["depression"]
    return told / float(np.exp(fit[places[0]] - fit[places[1]]))


@pytest.mark.parametrize(
    "about",
    [
        *("my daughter", "my sons", "our kids", "at school", "a 9-year-old", "a 17 year old"),
        *("I'm 15", "im 10", "I am 15", "he's 3", "she is 12 years old", "she's 9", "aged 7"),
        *("age 15", "I'm 15 and sad", "I'm 15 on Monday"),
    ],
)
def test_concerns_of_the_young_count_in_full_beside_somebody_young(about: str) -> None:
    assert ratio_for(about) == pytest.approx(1, rel=0.05)


@pytest.mark.parametrize(
    "about",
    [
        *("", "I'm 18", "I'm 2", "a 2-year-old", "a 19 year old", "a 117 year old", "I'm 151"),
        *("I am 10 weeks along", "I'm 7 months along", "I'm 3 days sober", "15", "on page 15"),
    ],
)
def test_concerns_of_the_young_are_set_back_beside_nobody_young(about: str) -> None:
    assert ratio_for(about) == pytest.approx(np.exp(-0.4 * 3), rel=0.05)


def test_an_adult_is_not_offered_the_concerns_of_the_young() -> None:
    for text in ("I feel sad and shut down", "I fidget and cannot pay attention at the office"):
        assert not YOUNG & {code for code, _ in rank_concerns(text)[:3]}
    assert "teen_depression" in [
        code for code, _ in rank_concerns("my teenager is sad and shut in his room")[:3]
    ]
