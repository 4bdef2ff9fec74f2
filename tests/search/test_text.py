"""Words: stems, synonyms, phrases, spelling, and text that means harm."""

import pytest

from directory.search import SearchQuery, snippets
from tests.factories import in_order, make_coach, make_license, make_provider, make_unclaimed


@pytest.fixture(autouse=True)
def corpus(engine):
    listings = [
        make_provider(id="panic", bio="I treat people whose hearts race."),
        make_provider(
            id="couples",
            name="Dana Marsh",
            concerns=["relationship_distress"],
            formats=["couples"],
            bio="Two chairs, one problem.",
        ),
        make_provider(
            id="doctor",
            name="Otto Weiss",
            license="psychiatrist",
            licenses=[make_license(license="psychiatrist", title="MD")],
            services=["medication"],
            modalities=[{"code": "MEDS"}],
            concerns=["depression"],
            bio="Medicine, slowly and with care.",
        ),
        make_coach(id="coach", bio="Plans for your week."),
        make_unclaimed(),
    ]
    engine.rebuild(in_order(*listings), 1)


def test_words_are_found_in_every_inflection(find):
    for word in ("heart", "hearts", "raced", "racing", "treating", "Treats"):
        assert "panic" in find(word), word


def test_an_empty_text_finds_everybody(find):
    for text in ("", "   ", "the of and", "?!…"):
        assert len(find(text)) == 5, text


def test_all_the_words_are_needed(engine, find):
    assert find("hearts chairs race") != set()
    assert engine.search(SearchQuery(text="hearts chairs race")).any_word
    assert find("hearts race") == {"panic"}
    assert not engine.search(SearchQuery(text="hearts race")).any_word


def test_what_nobody_has_in_any_word_finds_nobody(engine):
    answer = engine.search(SearchQuery(text="zeppelin"))
    assert (answer.total, answer.hits, answer.any_word) == (0, (), False)


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("talk therapy", "panic"),
        ("shrink", "doctor"),
        ("meds", "doctor"),
        ("marriage counseling", "couples"),
        ("feeling down", "doctor"),
        ("panic attacks", "panic"),
        ("life coach", "coach"),
        ("telehealth", "panic"),
        ("social worker", "panic"),
        ("LCSW", "npi-1234567893"),
    ],
)
def test_the_words_that_patients_use_find_what_they_mean(find, words, id):
    assert id in find(words)


def test_mommy_issues_finds_work_on_the_past(engine, find):
    engine.rebuild([make_provider(id="past", concerns=["relationship_patterns"])], 2)
    assert find("mommy issues") == {"past"}


def test_a_synonym_does_not_find_everybody(find):
    assert "coach" not in find("talk therapy")
    assert find("marriage counseling") == {"couples"}


def test_codes_of_modalities_are_words_too(find):
    assert "panic" in find("cbt")


def test_names_are_found_without_accents_and_not_stemmed(engine, find):
    engine.rebuild([make_provider(id="jose", name="José Ángel O’Brien-Peters")], 2)
    for text in ("jose", "José", "Angel", "obrien", "O'Brien", "peters", "Jose O’Brien"):
        assert find(text) == {"jose"}, text


def test_a_city_and_a_zip_are_found(find):
    assert "panic" in find("san francisco")
    assert "panic" in find("94110")


def test_quoted_words_stand_together(find):
    assert find('"hearts race"') == {"panic"}
    assert find('"race hearts"') == set()
    assert find("“hearts race”") == {"panic"}


def test_a_quote_that_is_never_closed_is_only_words(find):
    assert find('"hearts race') == {"panic"}
    assert find('"race" hearts"') == {"panic"}
    assert len(find('""')) == 5
    assert find('""race hearts"') == {"panic"}
    assert find('"" "race hearts"') == set()


def test_a_label_weighs_more_than_a_word_of_the_bio(engine):
    engine.rebuild(
        [
            make_provider(id="aside", concerns=["panic"], bio="My cat has a depression."),
            make_provider(id="main", concerns=["depression"], bio="I listen."),
        ],
        2,
    )
    assert engine.search(SearchQuery(text="depression")).hits[0].id == "main"


def test_a_slip_of_the_finger_is_mended(engine):
    assert engine.search(SearchQuery(text="depresion")).did_you_mean == "depression"
    assert engine.search(SearchQuery(text="marsch")).did_you_mean == "marsh"


def test_what_is_spelt_right_is_left_alone(engine):
    for text in ("depression", "Dana Marsh", "", "the", "qqqqzzzz xkcdxkcd"):
        assert engine.search(SearchQuery(text=text)).did_you_mean is None, text


@pytest.mark.parametrize(
    "text",
    [
        "(" * 3000 + ")" * 3000,
        "w*",
        "*",
        "?" * 300,
        "a* OR b* NOT c*",
        "NOT " * 1000 + "panic",
        "[a TO z]",
        "id:panic name:*",
        "panic^99999 ~3",
        "\x00\x01\x02panic\x00",
        "😀" * 500,
        "\u202epanic\u202c",
        "علاج نفسي",
        "心理治疗",
        "a" * 100_000,
        "panic " * 20_000,
        '"' * 999,
        '"panic" ' * 500,
        "\ud800",
        "ı̇ß" * 90,
        "%s %d {0} $1 \\",
        "<script>alert(1)</script>",
        "'; DROP TABLE provider; --",
        "\n\r\t\v\f\u2028",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_no_text_breaks_the_search(engine, text):
    answer = engine.search(SearchQuery(text=text))
    assert 0 <= answer.total <= 5
    engine.candidates("CA", text)
    snippets(["I treat panic."], text)


def test_operators_are_only_words(find):
    assert find("hearts NOT race") == {"panic"}
    assert find("heart*") == find("heart")
