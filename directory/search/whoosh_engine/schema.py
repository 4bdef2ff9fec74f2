"""The schema of the Whoosh index, and the document that a listing makes in it."""

from dataclasses import fields
from typing import Any

from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

from directory.columns.codes import WORDED_FACETS
from directory.providers import Provider
from directory.search.analysis import NAME_ANALYZER, TEXT_ANALYZER, WORD_ANALYZER, stems
from directory.search.concepts import mentions
from directory.search.texts import texts_of
from directory.search.whoosh_engine.facts import IndexedFacts

_FACT_NAMES = tuple(field.name for field in fields(IndexedFacts))


def _text() -> TEXT:
    return TEXT(analyzer=TEXT_ANALYZER)


SCHEMA = Schema(
    id=ID(unique=True, stored=True),
    name=TEXT(analyzer=NAME_ANALYZER, phrase=False),
    labels=_text(),
    groups=_text(),
    place=_text(),
    bio=_text(),
    words=TEXT(analyzer=TEXT_ANALYZER, phrase=False),
    mentions=KEYWORD(),
    spelling=TEXT(analyzer=WORD_ANALYZER, phrase=False),
    facts=STORED,
    **{name: KEYWORD(commas=True) for name in WORDED_FACETS},
)


def index_document(provider: Provider) -> dict[str, Any]:
    """Return the fields under which Whoosh indexes a listing."""
    facts = IndexedFacts.of(provider)
    texts = texts_of(provider)
    told = stems(texts["groups"]), stems(texts["bio"])
    return {
        "id": provider.id,
        "name": provider.name,
        "words": " ".join(texts.values()),
        "mentions": " ".join(sorted(frozenset().union(*map(mentions, told)))),
        "spelling": " ".join((provider.name, *texts.values())),
        "facts": tuple(getattr(facts, name) for name in _FACT_NAMES),
        **texts,
        **{name: ",".join(facts.values[name]) for name in WORDED_FACETS},
    }


def facts_of(stored: dict[str, Any]) -> IndexedFacts:
    """Return the facts that a stored document holds."""
    return IndexedFacts(*stored["facts"])
