"""The common weights as a weighting model of Whoosh."""

from whoosh.matching import Matcher
from whoosh.scoring import BaseScorer, WeightingModel
from whoosh.searching import Searcher

from directory.search.weighting import (
    CODE_WEIGHT,
    MENTION_WEIGHT,
    NAME_WEIGHT,
    STEP,
    TEXT_FIELDS,
    impact,
    rarity,
)

# The field that holds the words of all text fields, to tell in how many listings a word stands.
ALL_TEXTS = "words"
_WEIGHTS = {"name": NAME_WEIGHT, "mentions": MENTION_WEIGHT}


class Weighting(WeightingModel):  # type: ignore[misc]
    """Scores a word of a text by its impact, and a code or a name by its weight alone."""

    def scorer(
        self,
        searcher: Searcher,
        fieldname: str,
        text: bytes,
        qf: float = 1,  # noqa: ARG002
    ) -> BaseScorer:
        whole, in_texts = searcher.get_parent(), fieldname in TEXT_FIELDS
        having = whole.doc_frequency(ALL_TEXTS if in_texts else fieldname, text)
        worth = rarity(whole.doc_count_all(), having)
        if in_texts:
            return _TextScorer(searcher, fieldname, worth)
        return _FixedScorer(worth * _WEIGHTS.get(fieldname, CODE_WEIGHT))


class _TextScorer(BaseScorer):  # type: ignore[misc]
    def __init__(self, searcher: Searcher, field: str, worth: float) -> None:
        self._searcher, self._field, self._worth = searcher, field, worth

    def score(self, matcher: Matcher) -> float:
        length = self._searcher.doc_field_length(matcher.id(), self._field, 1)
        return self._worth * impact(self._field, int(matcher.weight()), length) / STEP

    def max_quality(self) -> float:
        return float("inf")


class _FixedScorer(BaseScorer):  # type: ignore[misc]
    def __init__(self, worth: float) -> None:
        self._worth = worth

    def score(self, _matcher: Matcher) -> float:
        return self._worth

    def max_quality(self) -> float:
        return self._worth
