"""What is offered for a misspelt word, and that the fast dictionary misses none of it."""

import random
from collections.abc import Iterable, Mapping
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from directory.search import SearchQuery
from directory.search.columns_engine.deletes import Deletes, build
from directory.search.spelling import ListedWords, did_you_mean, most_edits, vocabulary_words
from tests.factories import make_provider

LETTERS = ("ab", "abcde", "aé\u0301ß心", "a\0\ud800\U0001f600")
often = settings(max_examples=200, deadline=None)


class DeletesLexicon:
    """A lexicon on the deletes dictionary."""

    def __init__(self, listed: Mapping[str, int]) -> None:
        self._listed = listed
        self._words = sorted(vocabulary_words().union(listed))
        self._deletes = Deletes(build(self._words), self._words.__getitem__)

    def listings(self, word: str) -> int:
        return self._listed.get(word, 0)

    def near(self, word: str, most: int) -> Iterable[str]:
        return [self._words[place] for place in self._deletes.near(word, most)]


def by_comparing(listed: Mapping[str, int]) -> ListedWords:
    return ListedWords(listed, lambda word: listed.get(word, 0))


@pytest.fixture(params=[by_comparing, DeletesLexicon], ids=["comparing", "deletes"])
def mended(request):
    """Mend words by what so many listings have each."""

    def mend(text: str, **listed: int) -> str | None:
        return did_you_mean(text.split(), request.param(listed))

    return mend


def test_an_unknown_word_becomes_a_known_one(mended):
    assert mended("marsch", marsh=1) == "marsh"
    assert mended("marsh", marsh=1) is None


def test_a_word_of_a_vocabulary_is_known_and_offered_without_a_listing(mended):
    assert mended("depression") is None
    assert mended("depresion") == "depression"


def test_a_letter_is_missing_or_too_many_or_wrong_or_swapped_with_its_neighbour(mended):
    for slip in ("qixote", "quixxote", "quizote", "qiuxote"):
        assert mended(slip, quixote=1) == "quixote", slip


def test_words_of_four_or_five_letters_are_mended_by_one_edit(mended):
    assert mended("qzxk", qzxka=1) == "qzxka"
    assert mended("qzxk", qzx=1) == "qzx"
    assert mended("qzxk", qzxkan=1) is None
    assert mended("qzxka", zqkxa=1) is None


def test_words_of_six_letters_or_more_are_mended_by_two_edits(mended):
    assert mended("qzxkan", qzxk=1) == "qzxk"
    assert mended("qzxkan", zqxknas=1) is None
    assert mended("quixotically", qixotcally=1) == "qixotcally"


def test_a_letter_may_stand_between_two_that_were_swapped(mended):
    assert mended("qzxkany", qzkvxany=1) == "qzkvxany"


def test_words_of_three_letters_or_fewer_stay_as_they_are(mended):
    assert mended("qzx qz q", qzxa=1) is None
    assert mended("qzx marsch", qzxa=1, marsh=1) == "qzx marsh"


def test_the_word_with_the_fewest_edits_is_offered(mended):
    assert mended("quixotes", quixote=1, quixotic=900) == "quixote"


def test_of_equally_near_words_the_one_most_listings_have_is_offered(mended):
    assert mended("quixotz", quixota=2, quixote=9, quixoti=3) == "quixote"


def test_of_equally_common_words_the_first_of_the_alphabet_is_offered(mended):
    assert mended("quixotz", quixoti=2, quixota=2, quixote=2) == "quixota"


def test_a_word_that_no_listing_has_any_more_is_neither_known_nor_offered(mended):
    assert mended("quixotes", quixote=0) is None
    assert mended("quixotes", quixotes=0, quixote=1) == "quixote"


def test_a_text_is_mended_as_a_whole_or_not_at_all(mended):
    listed = {"quixote": 1, "marsh": 1}
    assert mended("qixote marsch", **listed) == "quixote marsh"
    assert mended("qixote marsh", **listed) == "quixote marsh"
    assert mended("qixote qqqqzzzz", **listed) is None


def test_nothing_is_offered_for_nothing(mended):
    assert mended("", marsh=1) is None


def test_words_of_more_than_forty_letters_are_neither_mended_nor_offered(mended):
    longest, longer = "qzxk" * 10, "qzxk" * 10 + "z"
    assert mended(longest[1:], **{longest: 1}) == longest
    assert mended(longest, **{longest + "z": 1}) is None
    assert mended(longer, **{longest: 1}) is None
    assert mended(longer, **{longer: 1}) is None


HOSTILE = (
    "",
    "😀" * 40,
    "😀😀😀😀",
    "\ud800" * 5,
    "qzxk\0\0",
    "\0" * 40,
    "z" * 256,
    "ﬃ́" * 20,
    "\u202eqzxk\u202c",
    "心理治疗",
    "\U0010ffff" * 7,
)


@pytest.mark.parametrize("make", [by_comparing, DeletesLexicon])
def test_no_word_breaks_the_spelling(make):
    empty, full = make({}), make(dict.fromkeys(HOSTILE, 1))
    for word in HOSTILE:
        assert did_you_mean([word], full) is None
        assert did_you_mean([word + "zzz"], empty) in {None, word + "zzz"}
        if 4 <= len(word) < 40:
            assert did_you_mean([word + "q"], full) == word, ascii(word)


def test_a_dictionary_of_nothing_finds_nothing():
    assert Deletes(build([]), "".__getitem__).near("depression", 2) == []


def test_a_dictionary_leaves_out_what_can_never_be_meant():
    words = ["", "q", "qz", "q" * 41]
    deletes = Deletes(build(words), words.__getitem__)
    assert deletes.near("qzxk", 1) == deletes.near("q" * 40, 2) == []


@st.composite
def words_and_a_slip(draw: st.DrawFn) -> tuple[list[str], str]:
    """Words from few letters, so that they crowd, and one that may be near some."""
    letters = draw(st.sampled_from(LETTERS))
    stem = draw(st.text(letters, max_size=38))
    short = st.text(letters, max_size=9)
    changed = st.builds(changed_a_little, st.just(stem), st.integers(), st.sampled_from(letters))
    words = draw(st.lists(st.one_of(short, changed), max_size=40))
    slip = draw(st.one_of(st.text(letters, min_size=4, max_size=9), changed))
    return sorted(set(words)), slip.ljust(4, letters[0])[:40]


def changed_a_little(stem: str, seed: int, letter: str) -> str:
    chance = random.Random(seed)
    for _ in range(chance.randint(0, 3)):
        at = chance.randint(0, len(stem))
        before, after = stem[:at], stem[at:]
        two = after[1:2] + after[:1]
        stem = before + chance.choice(
            (after[1:], letter + after, letter + after[1:], two + after[2:])
        )
    return stem


@often
@given(words_and_a_slip())
def test_the_dictionary_finds_just_what_comparing_all_words_finds(drawn):
    words, slip = drawn
    deletes = Deletes(build(words), words.__getitem__)
    for most in range(1, most_edits(slip) + 1):
        near = [
            place
            for place, word in enumerate(words)
            if len(word) <= 40 and DamerauLevenshtein.distance(word, slip) <= most
        ]
        assert deletes.near(slip, most) == near


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.text("abc", min_size=1, max_size=8), st.integers(0, 3), max_size=60),
    st.lists(st.text("abc", min_size=1, max_size=8), max_size=3),
)
def test_both_lexicons_mean_the_same(listed, words):
    assert did_you_mean(words, DeletesLexicon(listed)) == did_you_mean(words, by_comparing(listed))


def test_among_thousands_of_crowded_words_none_is_passed_over():
    chance = random.Random(7)
    parts = ("co", "un", "sel", "ing", "ther", "a", "py", "inter", "on", "al", "re", "st")
    words = sorted({"".join(chance.choices(parts, k=chance.randint(2, 5))) for _ in range(60_000)})
    assert len(words) > 20_000
    deletes = Deletes(build(words), words.__getitem__)
    lexicon = ListedWords(words, lambda _: 1)
    held = set(words)
    for word in chance.sample(words, 60):
        slip = changed_a_little(word.ljust(6, "s"), chance.random(), "e")[:40].ljust(6, "s")
        near = [words[place] for place in deletes.near(slip, 2)]
        assert set(near) == held.intersection(lexicon.near(slip, 2))


def test_no_word_is_compared_to_more_than_some_thousands():
    words = ["zzzzzzz" + "".join(end) for end in permutations("abcdefg")]
    compared = []
    deletes = Deletes(build(words), lambda place: compared.append(place) or words[place])
    assert deletes.near(words[0], 2)
    assert len(compared) == 4096 < len(words)


def test_the_spelling_knows_what_listings_say_now(engine):
    engine.rebuild([make_provider(id="one", name="Zephyrine Quux")], 1)
    meant = SearchQuery(text="zefyrine")
    assert engine.search(meant).did_you_mean == "zephyrine"
    engine.apply([], ["one"], 2)
    assert engine.search(meant).did_you_mean is None


def test_the_spelling_counts_the_listings_that_have_a_word(engine):
    names = ("Quixota Roe", "Quixote Roe", "Quixote Doe")
    engine.rebuild([make_provider(id=str(n), name=name) for n, name in enumerate(names)], 1)
    assert engine.search(SearchQuery(text="quixotz")).did_you_mean == "quixote"
    engine.apply([], ["1", "2"], 2)
    assert engine.search(SearchQuery(text="quixotz")).did_you_mean == "quixota"
