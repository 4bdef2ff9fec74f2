"""Listings, search results and code lists as JSON documents."""

from typing import Any

from directory.providers import Provider
from directory.vocabulary import CONCERNS, MODALITIES, VOCABULARIES, Term, Vocabulary
from directory.workflows.matching.search_directory import SearchPage

Document = dict[str, Any]
_PRIVATE = {"email", "published", "hidden_since", "offers_conversion_practices"}


def provider_document(provider: Provider, site_url: str) -> Document:
    """Return a listing as the contract's PROVIDER, with labels and its address on the site."""
    provider = provider.as_published()
    facts = provider.model_dump(mode="json", exclude=_PRIVATE)
    facts["concerns"] = [
        {"code": code, "label": CONCERNS[code].label} for code in provider.concerns
    ]
    facts["modalities"] = [
        {"code": held["code"], "label": MODALITIES[held["code"]].label, **held}
        for held in facts["modalities"]
    ]
    return {"id": facts.pop("id"), "url": f"{site_url}/providers/{provider.id}", **facts}


def search_document(page: SearchPage, site_url: str) -> Document:
    """Return a page of search results with its facets."""
    answer = page.answer
    return {
        "total": answer.total,
        "results": [provider_document(result.provider, site_url) for result in page.results],
        "facets": {name: _facet(name, counts) for name, counts in answer.facets.items()},
        "did_you_mean": answer.did_you_mean,
        "next": answer.next,
    }


def _facet(name: str, counts: Any) -> list[Document]:
    """Return the values of a facet, the most frequent first, equals in the vocabulary's order."""
    vocabulary = VOCABULARIES[name]
    order = {code: place for place, code in enumerate(vocabulary)}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], order[item[0]]))
    return [
        {"value": value, "label": vocabulary[value].label, "count": count}
        for value, count in ranked
    ]


def vocabulary_document(vocabulary: Vocabulary[Term]) -> Document:
    """Return a code list."""
    return {
        "name": vocabulary.name,
        "items": [
            {
                "code": term.code,
                "label": term.label,
                "synonyms": list(term.synonyms),
                "about": term.about,
                "source": term.source,
            }
            for term in vocabulary.values()
        ],
    }
