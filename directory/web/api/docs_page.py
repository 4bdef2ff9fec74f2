"""The page that describes the API to people, made from its OpenAPI description."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from directory.web.api.schemas import REF

Schema = Mapping[str, Any]
_FEW_CODES = 12


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field of a body: its name, what it takes, and whether it is needed."""

    name: str
    takes: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One route: what it takes in and what it answers, each answer with its status."""

    id: str
    heading: str
    summary: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DocsPage:
    """The whole page."""

    title: str
    about: str
    openapi: str
    operations: tuple[Operation, ...]


def docs_page(description: Schema) -> DocsPage:
    """Return the page for an OpenAPI description."""
    info = description["info"]
    return DocsPage(
        title=f"The API, version {info['version']}",
        about=info["description"],
        openapi=description["openapi"],
        operations=tuple(_operations(description)),
    )


def _operations(description: Schema) -> Iterator[Operation]:
    schemas = description["components"]["schemas"]
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield Operation(
                id=operation["operationId"],
                heading=f"{method.upper()} {path}",
                summary=operation["summary"],
                parameters=tuple(map(_parameter, operation.get("parameters", ()))),
                body=_body(operation.get("requestBody"), schemas),
                answers=tuple(
                    (status, answer["description"])
                    for status, answer in operation["responses"].items()
                ),
            )


def _parameter(parameter: Schema) -> Field:
    return Field(parameter["name"], _takes(parameter["schema"]), bool(parameter.get("required")))


def _body(body: Schema | None, schemas: Schema) -> tuple[Field, ...]:
    if body is None:
        return ()
    name = body["content"]["application/json"]["schema"]["$ref"].removeprefix(REF)
    needed = schemas[name].get("required", ())
    fields = schemas[name]["properties"].items()
    return tuple(Field(field, _takes(schema), field in needed) for field, schema in fields)


def _takes(schema: Schema) -> str:
    """Say in words what a schema accepts."""
    if "$ref" in schema:
        return f"an object, {schema['$ref'].removeprefix(REF)}"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(map(_takes, schema["anyOf"])))
    if "const" in schema:
        return str(schema["const"])
    if codes := schema.get("enum"):
        return ", ".join(map(str, codes)) if len(codes) <= _FEW_CODES else "a code"
    kind = str(schema.get("type", "any value"))
    if kind == "array" and "items" in schema:
        return _takes_several(_takes(schema["items"]))
    return kind + _limits(schema)


def _takes_several(one: str) -> str:
    if one == "a code":
        return "codes"
    return f"a list of {one.removeprefix('an ')}"


def _limits(schema: Schema) -> str:
    least = schema.get("minimum", schema.get("exclusiveMinimum"))
    most = schema.get("maximum", schema.get("maxLength"))
    if least is None:
        return "" if most is None else f", at most {most:g}"
    return f" from {least:g}" + ("" if most is None else f" to {most:g}")
