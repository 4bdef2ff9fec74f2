"""The routes of the API; each reads a request, runs one workflow and writes its document."""

from typing import Any

from flask import Response, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from werkzeug.exceptions import TooManyRequests

from directory.documents import (
    Document,
    matched_document,
    provider_document,
    search_document,
    vocabulary_document,
)
from directory.errors import NotFound
from directory.matching import MatchRequest
from directory.storage import Providers
from directory.triage import TriageAnswers, assess, read_own_words
from directory.vocabulary import VOCABULARIES
from directory.web.access import current_directory, current_settings
from directory.web.api.bodies import MatchParameters, OwnWordsBody, ProviderPath, VocabularyPath
from directory.web.api.openapi import MOVED, answers
from directory.web.api.refusals import refuse_fields, refuse_too_many
from directory.web.api.request_checks import check_json, parameter_problems
from directory.web.parameters import SearchParameters
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.search_directory import search_directory

api = APIBlueprint("api", __name__, url_prefix="/api/v1")
api.register_error_handler(TooManyRequests, refuse_too_many)
_DIRECTORY = Tag(name="directory", description="Read the directory.")
_MATCHING = Tag(name="matching", description="From a person's answers to a few suitable people.")
_VOCABULARY = Tag(name="vocabulary", description="The codes and their words.")


@api.before_request
def check_request() -> Response | None:
    """Refuse what could not be read as it was meant, before anything reads it."""
    if request.method == "POST":
        check_json(request)
    problems = parameter_problems(request)
    return refuse_fields(problems) if problems else None


@api.get("/providers", tags=[_DIRECTORY], responses=answers("SearchPage"))
def search(query: SearchParameters) -> Document:
    """Search the published listings."""
    page = search_directory(current_directory(), query.query())
    return search_document(page, current_settings().site_url)


@api.get("/providers/<id>", tags=[_DIRECTORY], responses=answers("Provider", 404) | MOVED)
def provider(path: ProviderPath) -> Document:
    """Read one listing."""
    with current_directory().database.reading() as session:
        found = Providers(session).get(path.id)
    if found is None or not found.is_public:
        raise NotFound("There is no such listing.")
    return provider_document(found, current_settings().site_url)


@api.post("/triage", tags=[_MATCHING], responses=answers("TriageResult", 400, 415, 429))
def triage(body: TriageAnswers) -> Document:
    """Turn answers into a level of care with its reasons; nothing is kept."""
    return assess(body).model_dump(mode="json", by_alias=True)


@api.post("/match", tags=[_MATCHING], responses=answers("Matches", 400, 415, 429))
def match(query: MatchParameters, body: MatchRequest) -> Document:
    """Match a triage result to providers, with the reasons; nothing is kept."""
    matched = match_providers(current_directory(), body, query.limit, query.show_providers)
    return matched_document(matched, current_settings().site_url)


@api.post(
    "/concerns/suggestions", tags=[_MATCHING], responses=answers("Suggestions", 400, 415, 429)
)
def suggestions(body: OwnWordsBody) -> Document:
    """Suggest concerns for a person's own words, to be confirmed by them; nothing is kept."""
    return read_own_words(body.text, body.limit).model_dump(mode="json")


@api.get("/vocabulary", tags=[_VOCABULARY], responses=answers("VocabularyNames"))
def vocabularies() -> dict[str, Any]:
    """List the code lists."""
    return {"vocabularies": [{"name": name, "items": len(v)} for name, v in VOCABULARIES.items()]}


@api.get("/vocabulary/<name>", tags=[_VOCABULARY], responses=answers("Vocabulary", 404))
def vocabulary(path: VocabularyPath) -> Document:
    """Read one code list with labels, synonyms, plain words and sources."""
    if path.name not in VOCABULARIES:
        raise NotFound("There is no such code list; /api/v1/vocabulary names them.")
    return vocabulary_document(VOCABULARIES[path.name])
