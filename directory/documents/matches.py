"""Matches as JSON documents."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from directory.documents.listings import Document, provider_document
from directory.matching import Match, Need, Plan
from directory.matching.outcome import Expect
from directory.workflows.matching.match_providers import Matched

# Records that are documents as they stand.
RECORDS: Mapping[str, TypeAdapter[Any]] = MappingProxyType(
    {"Plan": TypeAdapter(Plan), "Need": TypeAdapter(Need), "Expect": TypeAdapter(Expect)}
)


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
        "plan": _record("Plan", outcome.plan),
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
        "needs": [_record("Need", need) for need in match.needs],
        "cautions": list(match.cautions),
        "not_checked": list(match.not_checked),
        **_record("Expect", match.expect),
        "questions": list(match.questions),
    }


def _record(name: str, record: object) -> Document:
    document: Document = RECORDS[name].dump_python(record, mode="json")
    return document
