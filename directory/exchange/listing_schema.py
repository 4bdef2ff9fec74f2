"""The published JSON Schema of one listing in an import file."""

import json
from typing import Any

from directory.providers import Provider

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LABEL = {"type": "string", "description": "Given by our API, and ignored."}


def listing_schema() -> dict[str, Any]:
    """Return the JSON Schema of a listing: a Provider, or a PROVIDER object of our API.

    It covers each field by itself; the rules across fields are checked at the import.
    """
    schema = Provider.model_json_schema()
    properties = schema["properties"]
    properties["url"] = {**_LABEL, "title": "Url"}
    concern = properties["concerns"]["items"]
    properties["concerns"]["items"] = {"anyOf": [concern, _labelled(concern)]}
    schema["$defs"]["ModalityTraining"]["properties"]["label"] = {**_LABEL, "title": "Label"}
    return {
        "$schema": _DIALECT,
        **schema,
        "title": "Listing",
        "description": "One provider in a listings file.",
        "required": ["name", "license"],
        "anyOf": [_stated("id"), _stated("npi")],
    }


def _labelled(code: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"code": code, "label": _LABEL},
        "required": ["code"],
        "additionalProperties": False,
    }


def _stated(field: str) -> dict[str, Any]:
    return {"required": [field], "properties": {field: {"type": "string"}}}


if __name__ == "__main__":
    print(json.dumps(listing_schema(), indent=2))  # noqa: T201 - this is what the command is for
