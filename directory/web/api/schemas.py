"""JSON Schemas of the documents that the API answers with."""

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from directory.documents.matches import RECORDS
from directory.providers import Provider
from directory.search import FACETS
from directory.triage import TriageResult
from directory.triage.own_words import OwnWords
from directory.vocabulary import LEVELS_OF_CARE, VOCABULARIES

Schema = dict[str, Any]
REF = "#/components/schemas/"

_STRING: Schema = {"type": "string"}
_INTEGER: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "number"}
_NULL: Schema = {"type": "null"}


def _object(properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, _NULL]}


def _ref(name: str) -> Schema:
    return {"$ref": f"{REF}{name}"}


def _labelled() -> Schema:
    return _object({"code": _STRING, "label": _STRING})


def _models() -> dict[str, Schema]:
    """Return the schemas of the records that are documents as they stand."""
    asked = [(model, "serialization") for model in (Provider, TriageResult, OwnWords)]
    _, schema = models_json_schema(asked, ref_template=f"{REF}{{model}}")  # type: ignore[arg-type]
    return dict(schema["$defs"])


def _records() -> dict[str, Schema]:
    """Return the schemas of the plain records of matching; every field is always there."""
    asked = [(one, "serialization", adapter) for one, adapter in RECORDS.items()]
    _, schema = TypeAdapter.json_schemas(asked, ref_template=f"{REF}{{model}}")  # type: ignore[arg-type]
    found: dict[str, Schema] = dict(schema["$defs"])
    for record in found.values():
        record["required"] = [*record["properties"]]
        for field in record["properties"].values():
            field.pop("default", None)
    found["Need"]["properties"]["state"] = {"enum": ["met", "not_met", "not_known"]}
    return found


def _provider(stored: Schema) -> Schema:
    """Return the schema of a listing as it is published: labels added, private fields left out."""
    kept = {
        name: field
        for name, field in stored["properties"].items()
        if name not in {"email", "published", "hidden_since", "offers_conversion_practices"}
    }
    own = {"concerns": _array(_labelled()), "url": _STRING}
    return _object({**kept, **own}) | {"additionalProperties": False}


def _matches() -> Schema:
    reason = _object({"factor": _STRING, "points": _NUMBER, "text": _STRING})
    match = _object(
        {
            "rank": _INTEGER,
            "score": {"type": "number", "minimum": 0, "maximum": 100},
            "role": {"enum": ["therapist", "prescriber", "both", "support"]},
            "provider": _ref("Provider"),
            "reasons": _array(reason),
            "needs": _array(_ref("Need")),
            "cautions": _array(_STRING),
            "not_checked": _array(_STRING),
            **_records()["Expect"]["properties"],
            "questions": _array(_STRING),
        }
    )
    return _object(
        {
            "level_of_care": {"enum": list(LEVELS_OF_CARE)},
            "crisis": _or_null(_ref("Crisis")),
            "out_of_scope": _or_null(_ref("OutOfScope")),
            "total": _INTEGER,
            "matches": _array(match),
            "unconfirmed": _array(_ref("Provider")),
            "excluded": {"type": "object", "additionalProperties": _INTEGER},
            "relaxations": _array(_object({"drop": _STRING, "total": _INTEGER})),
            "plan": _ref("Plan"),
        }
    )


def _search_page() -> Schema:
    value = _object({"value": _STRING, "label": _STRING, "count": _INTEGER})
    return _object(
        {
            "total": _INTEGER,
            "results": _array(_ref("Provider")),
            "facets": _object({name: _array(value) for name in FACETS}),
            "did_you_mean": _or_null(_STRING),
            "next": _or_null(_STRING),
        }
    )


def _vocabulary() -> Schema:
    item = _object(
        {
            "code": _STRING,
            "label": _STRING,
            "synonyms": _array(_STRING),
            "about": _STRING,
            "source": _STRING,
        }
    )
    return _object({"name": {"enum": list(VOCABULARIES)}, "items": _array(item)})


def _problem() -> Schema:
    found = _object({"field": _STRING, "message": _STRING})
    properties = {
        "type": _STRING,
        "title": _STRING,
        "status": _INTEGER,
        "detail": _STRING,
        "errors": _array(found),
        "crisis": _ref("Crisis"),
    }
    return _object(properties, optional=("errors", "crisis"))


def document_schemas() -> dict[str, Schema]:
    """Return the schema of every document by name, as the components of an OpenAPI description."""
    models = _models()
    modality = models["ModalityTraining"]
    modality["properties"]["label"] = _STRING
    modality["required"] = [*modality["properties"]]
    return {
        **models,
        **{name: record for name, record in _records().items() if name != "Expect"},
        "Provider": _provider(models["Provider"]),
        "SearchPage": _search_page(),
        "Matches": _matches(),
        "Suggestions": models["OwnWords"],
        "Vocabulary": _vocabulary(),
        "VocabularyNames": _object(
            {"vocabularies": _array(_object({"name": _STRING, "items": _INTEGER}))}
        ),
        "Problem": _problem(),
    }
