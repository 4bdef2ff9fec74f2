"""What workflows answer, as the JSON documents of the public interface."""

from typing import Any

from directory.matching import Match
from directory.providers import Provider
from directory.vocabulary import CONCERNS, MODALITIES, VOCABULARIES, Term, Vocabulary
from directory.workflows.import_files import ImportReport
from directory.workflows.match_providers import Matched
from directory.workflows.search_directory import SearchPage

Document = dict[str, Any]
_PRIVATE = {"email", "published"}


def provider_document(provider: Provider, site_url: str) -> Document:
    """Return a listing as the contract's PROVIDER, with labels and its address on the site."""
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


def matched_document(matched: Matched, site_url: str) -> Document:
    """Return the matches for one request."""
    outcome = matched.outcome
    scope = matched.out_of_scope
    return {
        "level_of_care": matched.request.level_of_care,
        "crisis": matched.crisis.model_dump() if matched.crisis else None,
        "out_of_scope": scope.model_dump() if scope else None,
        "total": outcome.total,
        "matches": [_match(match, site_url) for match in outcome.matches],
        "unconfirmed": [provider_document(p, site_url) for p in matched.unconfirmed],
        "excluded": dict(outcome.excluded),
        "relaxations": [{"drop": one.drop, "total": one.total} for one in outcome.relaxations],
    }


def _match(match: Match, site_url: str) -> Document:
    return {
        "rank": match.rank,
        "score": match.score,
        "role": match.role,
        "provider": provider_document(match.provider, site_url),
        "reasons": [
            {"factor": reason.factor, "points": reason.points, "text": reason.text}
            for reason in match.reasons
        ],
        "needs": [
            {"need": need.need, "state": need.state, "text": need.text} for need in match.needs
        ],
        "cautions": list(match.cautions),
        "not_checked": list(match.not_checked),
    }


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


def import_document(report: ImportReport) -> Document:
    """Return the report of an import."""
    return {
        "format": report.format,
        "batch": report.batch,
        "read": report.read,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": [
            {"file": at.file, "line": at.row.line, "reason": at.row.reason} for at in report.skipped
        ],
        "warnings": [
            {
                "file": at.file,
                "line": at.row.line,
                "column": at.row.column,
                "message": at.row.message,
            }
            for at in report.warnings
        ],
        "errors": [
            {
                "file": at.file,
                "line": at.row.line,
                "column": at.row.column,
                "value": at.row.value,
                "message": at.row.message,
            }
            for at in report.errors
        ],
    }
