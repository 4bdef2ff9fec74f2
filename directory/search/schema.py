"""The schema of the Whoosh index, and the document that a listing makes in it."""

from dataclasses import fields
from typing import Any

from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

from directory.providers import Provider
from directory.search.analysis import NAME_ANALYZER, TEXT_ANALYZER, WORD_ANALYZER
from directory.search.facts import IndexedFacts
from directory.search.protocol import WORDED_FACETS
from directory.vocabulary import CONCERNS, LICENSES, MODALITIES, SERVICES

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
    spelling=TEXT(analyzer=WORD_ANALYZER, phrase=False),
    facts=STORED,
    **{name: KEYWORD(commas=True, scorable=True) for name in WORDED_FACETS},
)


def index_document(provider: Provider) -> dict[str, Any]:
    """Return the fields under which Whoosh indexes a listing."""
    facts = IndexedFacts.of(provider)
    texts = _texts(provider)
    return {
        "id": provider.id,
        "name": provider.name,
        "spelling": " ".join((provider.name, *texts.values())),
        "facts": tuple(getattr(facts, name) for name in _FACT_NAMES),
        **texts,
        **{name: ",".join(facts.values[name]) for name in WORDED_FACETS},
    }


def facts_of(stored: dict[str, Any]) -> IndexedFacts:
    """Return the facts that a stored document holds."""
    return IndexedFacts(*stored["facts"])


def _texts(provider: Provider) -> dict[str, str]:
    labels = [
        LICENSES[provider.license].label,
        *(license.title for license in provider.licenses),
        *(SERVICES[code].label for code in provider.services),
        *(CONCERNS[code].label for code in provider.concerns),
        *(MODALITIES[modality.code].label for modality in provider.modalities),
        *(modality.code for modality in provider.modalities),
    ]
    places = [f"{place.city} {place.state} {place.zip or ''}" for place in provider.locations]
    return {
        "labels": ". ".join(labels),
        "groups": ". ".join(group.name for group in provider.groups),
        "place": ". ".join((*places, provider.practice.name if provider.practice else "")),
        "bio": provider.bio,
    }
