"""Both engines on the demo listings: real sentences, real places, and three hundred searches."""

import random
from datetime import date
from pathlib import Path

import pytest

from directory.geography import point_of_zip
from directory.search import FILTERS, ColumnsEngine, SearchQuery, WhooshEngine
from directory.search.texts import texts_of
from directory.vocabulary import CONCERNS, LICENSES, MODALITIES, SERVICES, VOCABULARIES
from directory.workflows.imports.seed import demo_listings
from tests.search.agreement import assert_agree, assert_listings_fit, assert_same_candidates

TODAY = date(2026, 11, 21)
DEMO = Path(__file__).parents[2] / "seed_data" / "providers.jsonl.gz"
SYNONYMS = [
    synonym
    for vocabulary in (LICENSES, SERVICES, CONCERNS, MODALITIES)
    for term in vocabulary.values()
    for synonym in term.synonyms
]


@pytest.fixture(scope="module")
def corpus():
    """Every fourth demo listing, each also with the name, texts and facts of others."""
    found = list(demo_listings(DEMO, TODAY))[::4]
    chance = random.Random(3)
    for one in list(found):
        other, third = chance.choice(found), chance.choice(found)
        changes = {
            "id": f"{one.id}-b",
            "npi": None,
            "name": " ".join((one.name.split()[0], other.name.split()[-1])),
            "bio": f"{third.bio} {one.bio}"[:3000],
            "concerns": other.concerns,
            "payers": third.payers,
            "claimed": chance.random() < 0.8,
        }
        found.append(one.model_copy(update=changes))
    return sorted(found, key=lambda one: one.id)


@pytest.fixture(scope="module")
def engines(tmp_path_factory, corpus):
    """The columns get the last third as edits, with some that were dropped or changed since."""
    columns = ColumnsEngine(tmp_path_factory.mktemp("columns"), lambda: TODAY)
    plain = WhooshEngine(tmp_path_factory.mktemp("plain"), lambda: TODAY)
    plain.rebuild(corpus, 1)
    with pytest.MonkeyPatch.context() as patch:  # as if the listings were a few hundred thousand
        patch.setattr("directory.search.columns_engine.postings_building._AT_LEAST", 8)
        columns.rebuild(corpus[: len(corpus) * 2 // 3], 1)
    columns.apply([one.model_copy(update={"bio": "Gone."}) for one in corpus[-9:]], [], 2)
    columns.apply(corpus[len(corpus) * 2 // 3 :], [one.id for one in corpus[::100]], 3)
    columns.apply(corpus[::100], [], 4)
    yield columns, plain
    columns.close()
    plain.close()


def typed(chance, corpus):
    """Return what a visitor may type about some listing, rightly or wrongly spelt."""
    words = " ".join((*texts_of(chance.choice(corpus)).values(), "")).split()
    start = chance.randrange(len(words))
    some = " ".join(words[start : start + chance.randint(1, 3)])
    name = chance.choice(corpus).name
    word = chance.choice(words)
    place = chance.randrange(len(word))
    slip = word[:place] + chance.choice("aest") + word[place + chance.randrange(2) :]
    ways = ("", some, f'"{some}"', f'"{some}" {word}', name, name[:3], name[:4], slip)
    return chance.choice((*ways, f"{name.split()[0]} {slip}", chance.choice(SYNONYMS)))


def asked(chance, corpus):
    """Return one search of a visitor."""
    fields = chance.sample(FILTERS, chance.choice((0, 0, 1, 2)))
    filters = {
        field: tuple(chance.sample(list(VOCABULARIES[field]), min(2, len(VOCABULARIES[field]))))
        for field in fields
    }
    if chance.random() < 0.3:
        filters["state"] = (chance.choice(("CA", "NY", "TX")),)
    return SearchQuery(
        text=typed(chance, corpus),
        filters=filters,
        near=point_of_zip(chance.choice(("94110", "10001", "78701", "99501"))),
        within_miles=chance.choice((None, None, None, 30, 300)),
        max_fee=chance.choice((None, None, None, 120)),
        sliding_scale=chance.choice((None, None, None, True)),
        sort=chance.choice(("best", "best", "nearest", "soonest", "fee", "name")),
        page_size=chance.choice((5, 20)),
    )


def test_three_hundred_searches_are_answered_alike(engines, corpus):
    chance = random.Random(5)
    found = 0
    for _ in range(300):
        query = asked(chance, corpus)
        assert_agree(*engines, query, most=2)
        found += engines[0].search(query).total > 0
    assert found > 100


def test_the_same_listings_are_candidates_with_the_same_relevance(engines, corpus):
    chance = random.Random(6)
    for _ in range(20):
        state, text = chance.choice(("CA", "NY", "TX")), typed(chance, corpus)
        assert_same_candidates(*engines, state, text)
        assert_listings_fit(engines[0], state, text)
