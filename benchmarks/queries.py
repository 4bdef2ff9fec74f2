"""The fixed, seeded mix of questions: about forty of each kind."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from benchmarks.bios import PHRASES
from benchmarks.people import first_names, last_names
from benchmarks.places import central_zips, state_shares
from benchmarks.pools import shuffled
from benchmarks.questions import SIX_FACETS, Kind, Question
from benchmarks.requests import match_requests
from benchmarks.words import content_words
from directory.geography import point_of_zip
from directory.search import SearchQuery
from directory.search.asked import clauses_of
from directory.vocabulary import CONCERNS, LICENSES, MODALITIES, PAYERS

PER_KIND = 40
_NOBODYS_WORD = "zzyzxqua"
_MILES = (10.0, 25.0, 50.0, 100.0)

# Ranks among the words that are no stop words.
_COMMON = (0, 60)
_MIDDLE = (60, 900)
_RARE = (3_000, 30_000)


def questions(per_kind: int = PER_KIND, seed: str = "queries-1") -> dict[Kind, list[Question]]:
    """Return the mix by kind."""
    made: dict[Kind, list[Question]] = {}
    for kind, draw in _DRAWS.items():
        chance = Random(f"{seed}/{kind}")
        made[kind] = [draw(chance) for _ in range(per_kind)]
    requests = match_requests(per_kind, f"{seed}/match")
    made["match"] = [Question("match", request=request) for request in requests]
    return made


def _is_plain(word: str) -> bool:
    """Tell whether a word is no beginning of a name, where engines may differ on purpose."""
    return len(word) > 2 and not any(name.startswith(word) for name in _names())


def _names() -> Iterator[str]:
    yield from (name.lower() for name, _ in first_names())
    yield from (name.lower() for name in last_names())


def _word(chance: Random, ranks: tuple[int, int]) -> str:
    words = content_words()
    while not _is_plain(word := words[chance.randrange(*ranks)]):
        continue
    return word


def _question(kind: Kind, page: int = 1, **asked: Any) -> Question:
    search = SearchQuery(**{"facets": (), **asked})
    return Question(kind, search, page, clauses=clauses_of(search.text))


def _words(chance: Random, *ranks: tuple[int, int]) -> str:
    return " ".join(dict.fromkeys(_word(chance, each) for each in ranks))


def _text_common(chance: Random) -> Question:
    ranks = chance.choice(((_COMMON,), (_COMMON, _COMMON), (_COMMON, _MIDDLE)))
    return _question("text_common", text=_words(chance, *ranks))


def _text_rare(chance: Random) -> Question:
    ranks = chance.choice(((_RARE,), (_RARE,), (_MIDDLE, _MIDDLE)))
    return _question("text_rare", text=_words(chance, *ranks))


def _misspell(chance: Random, word: str) -> str:
    place = chance.randrange(1, len(word) - 1)
    if chance.random() < 0.5:
        return word[:place] + word[place + 1 :]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _wrong_word(chance: Random) -> str:
    words = content_words()
    while True:
        long = [word for word in words[slice(*_MIDDLE)] if len(word) > 6]
        wrong = _misspell(chance, chance.choice(long))
        if wrong not in words and _is_plain(wrong):
            return wrong


def _text_misspelt(chance: Random) -> Question:
    wrong = _wrong_word(chance)
    with_others = f"{wrong} {_word(chance, _MIDDLE)}" if chance.random() < 0.5 else wrong
    return _question("text_misspelt", text=with_others)


def _text_facets(chance: Random) -> Question:
    ranks = chance.choice(((_COMMON, _MIDDLE), (_MIDDLE,), (_COMMON, _COMMON)))
    return _question("text_facets", text=_words(chance, *ranks), facets=SIX_FACETS)


def _filters(chance: Random) -> dict[str, tuple[str, ...]]:
    """Draw two or three filters, mostly frequent values, as patients choose them."""
    states, shares = state_shares()
    place = int((shares < chance.random()).sum())
    drawn = {
        "state": (states[min(place, len(states) - 1)],),
        "concern": tuple(shuffled(CONCERNS, "concerns")[chance.randrange(20)] for _ in range(1)),
        "payer": (shuffled(PAYERS, "payers")[chance.randrange(12)],),
        "license": tuple({chance.choice(list(LICENSES)) for _ in range(2)}),
        "modality": (chance.choice(list(MODALITIES)),),
        "format": (chance.choice(("individual", "couples", "family", "group")),),
        "delivery": ("video",),
        "age_group": (chance.choice(("adult", "teen", "child")),),
    }
    count = chance.randint(2, 3)
    names = chance.choices(list(drawn), (8, 6, 6, 4, 1, 2, 2, 3), k=count)
    return {name: tuple(sorted(drawn[name])) for name in sorted(set(names))}


def _filters_alone(chance: Random) -> Question:
    return _question("filters", filters=_filters(chance), facets=SIX_FACETS)


def _text_filters(chance: Random) -> Question:
    ranks = chance.choice(((_COMMON,), (_COMMON, _MIDDLE), (_MIDDLE,)))
    text = _words(chance, *ranks)
    return _question("text_filters", text=text, filters=_filters(chance), facets=SIX_FACETS)


def _any_word(chance: Random) -> Question:
    ranks = [_COMMON] * chance.randint(2, 4) + [_MIDDLE]
    text = f"{_words(chance, *ranks)} {_NOBODYS_WORD}"
    search = SearchQuery(text=text, facets=())
    return Question("any_word", search, any_word=True, clauses=clauses_of(text))


def _phrase(chance: Random) -> Question:
    extra = f" {_word(chance, _COMMON)}" if chance.random() < 0.3 else ""
    return _question("phrase", text=f'"{chance.choice(PHRASES)}"{extra}')


def _deep_page(chance: Random) -> Question:
    if chance.random() < 0.25:
        return _question("deep_page", page=50, sort="name", filters={"delivery": ("video",)})
    return _question("deep_page", page=50, text=_word(chance, _COMMON))


def _around(chance: Random) -> Any:
    return point_of_zip(central_zips(1, f"around/{chance.random()}")[0])


def _radius(chance: Random) -> Question:
    filters = _filters(chance) if chance.random() < 0.3 else {}
    return _question(
        "radius", near=_around(chance), within_miles=chance.choice(_MILES), filters=filters
    )


def _nearest(chance: Random) -> Question:
    text = _word(chance, _MIDDLE) if chance.random() < 0.5 else ""
    filters = {} if text else _filters(chance)
    return _question("nearest", text=text, near=_around(chance), filters=filters, sort="nearest")


_DRAWS: dict[Kind, Callable[[Random], Question]] = {
    "text_common": _text_common,
    "text_rare": _text_rare,
    "text_misspelt": _text_misspelt,
    "text_facets": _text_facets,
    "filters": _filters_alone,
    "text_filters": _text_filters,
    "any_word": _any_word,
    "phrase": _phrase,
    "deep_page": _deep_page,
    "radius": _radius,
    "nearest": _nearest,
}
