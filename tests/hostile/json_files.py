"""JSON that is broken, or meant to break its reader."""

import json
from collections.abc import Iterator
from typing import Any

from tests.hostile.case import Case, file_case, of

PERSON = {"id": "h1", "name": "Ann Lee", "license": "coach", "service_intent": "support"}
GOOD = json.dumps({**PERSON, "id": "good"})


def _line(name: str, text: str | bytes, says: str = "JSON") -> Case:
    """Return a case of one broken line between two sound ones."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    other = GOOD.replace("good", "other").encode()
    return Case(
        f"a line that is {name}",
        of(b"\n".join([GOOD.encode(), data, other])),
        created=2,
        errors=1,
        says=says,
    )


def _with(field: str, *values: Any, says: str = "") -> Iterator[Case]:
    for value in values:
        text = json.dumps({**PERSON, field: value})
        yield Case(f"{field} is {str(value)[:40]}", of(text.encode()), errors=1, says=says or field)


def _whole(name: str, text: str, refused: str = "JSON|no listing") -> Case:
    return file_case(f"a file that is {name}", text.encode(), refused)


_DEEP = 100_000

CASES = (
    _line("cut off", GOOD[:30]),
    _line("empty braces", "{}", "`npi`"),
    _line("an array", "[]", "object"),
    _line("null", "null", "object"),
    _line("a number", "17", "object"),
    _line("a huge number", "9" * 5000),
    _line("a text", '"Ann"', "object"),
    _line("true", "true", "object"),
    _line("two listings", f"{GOOD} {GOOD}"),
    _line("a listing and a comma", f"{GOOD},"),
    _line("in single quotes", GOOD.replace('"', "'")),
    _line("Python", "{'id': None}"),
    _line("JavaScript", "{id: 1}"),
    _line("with a comment", f"{GOOD} // mine"),
    _line("with a comma too many", GOOD[:-1] + ",}"),
    _line("100,000 arrays deep", "[" * _DEEP + "]" * _DEEP),
    _line("100,000 objects deep", '{"a":' * _DEEP + "1" + "}" * _DEEP),
    _line("100,000 open brackets", "[" * _DEEP),
    _line("with a listing 5,000 deep", GOOD[:-1] + ', "x": ' + "[" * 5000 + "]" * 5000 + "}"),
    _line("with a NUL", GOOD.replace("Ann", "An\0n"), "not UTF-8"),
    _line("Latin-1", GOOD.replace("Ann", "José").encode("latin-1"), "not UTF-8"),
    _line("a mark in the middle", "\ufeff" + GOOD),
    _line("CSV", "h2,Ann Lee,coach"),
    _line("HTML", "<p>Not found</p>"),
    _line("longer than a megabyte", GOOD[:-1] + ', "bio": "' + "x" * 1_100_000 + '"}', "1 MB"),
    *_with("id", 7, None, [], {}, "", "A B", "x" * 100, True, "\u0000", says="id"),
    *_with("name", 7, None, ["Ann"], {}, "", "\ud800", "a\u0000b", "a\u001fb"),
    *_with("license", 1, None, [], {"code": "lcsw"}, "LAWYER"),
    *_with("licenses", "LCSW", [None], [[]], {"0": {}}, [{"license": "lcsw"}], 7),
    *_with("locations", "Reno", [None], [{"city": "Reno"}], [{"state": 7}], {}),
    *_with("fee", 90, [], {"min": "x"}, {"min": 1e308, "max": -1}, {"min": 90}),
    *_with("fee", {"min": float("inf"), "max": 1}, {"min": float("nan"), "max": 1}),
    *_with("availability", "yes", [], {"next_opening_days": 1e30}),
    *_with("modalities", "CBT", [None], [["CBT"]]),
    *_with("concerns", "panic", 7, {"a": 1}),
    *_with("groups", "x", [{}], [7]),
    *_with("published", "perhaps", [], 7),
    *_with("confirmed", {"bio": "2027-02-30"}, {"hair": "2027-01-01"}, []),
    *_with("__proto__", {"admin": True}),
    *_with("__class__", "x"),
    *_with("role", "owner"),
    *_with("is_admin", True),
    *_with("bio", "x" * 6001, ["a"], {"$ref": "#"}),
    *_with("website", "javascript:alert(1)", 7),
    Case(
        "the same field twice",
        of(GOOD.replace('"name"', '"name": "Bo", "name"').encode()),
        created=1,
    ),
    Case("an empty array", of(b"[]")),
    Case("an array of nothing", of(b"[null, [], 7, {}]"), errors=4),
    Case("providers is empty", of(b'{"providers": []}')),
    Case("lines with blanks between", of(f"\n{GOOD}\n\n\r\n".encode()), created=1),
    Case("a mark before the first brace", of(b"\xef\xbb\xbf" + GOOD.encode()), created=1),
    Case(
        "an array on one line", of(f"[{GOOD}, {GOOD}, 7]".encode()), created=1, skipped=1, errors=1
    ),
    _whole("a cut off array", f"[{GOOD}, ", "line 1: no JSON"),
    _whole("an array with a comma too many", f"[{GOOD},]"),
    _whole("an array without its bracket", f"[{GOOD}"),
    _whole("an array and more", f"[{GOOD}] [{GOOD}]"),
    Case("an object without listings", of(b'{"people": []}'), errors=1, says="`npi`"),
    _whole("an object with no list", '{"providers": {}}'),
    _whole("an object with null", '{"providers": null}'),
    _whole("brackets that do not pair", "[[[["),
    _whole("an array 100,000 deep", "[" * _DEEP + "]" * _DEEP, "JSON that can be read"),
    _whole("a huge number", f"[{'9' * 5000}]", "JSON that can be read"),
    _whole("a lone brace", "{\n", "JSON"),
    _whole("a lone bracket", "[", "JSON"),
    _whole("a bracket and a NUL", "[\0]", "not UTF-8|not a text"),
    _whole("a comment", "/* people */ []", "format"),
    _whole("a number", "17", "format"),
    _whole("null", "null", "format"),
    file_case("JSON in UTF-16", GOOD.encode("utf-16"), "UTF-16"),
    file_case("JSON in UTF-16 without a mark", GOOD.encode("utf-16-le"), "not a text file"),
    file_case("an array in Latin-1", '[{"name": "José"}]'.encode("latin-1"), "not UTF-8"),
    Case(
        "an array of eleven megabytes",
        lambda: b"[" + b",\n".join([GOOD.encode()] * 130_000) + b"]",
        refused="too large for one JSON array",
        heavy=True,
    ),
    Case(
        "one line of eleven megabytes",
        lambda: b'["' + b"x" * (11 << 20) + b'"]',
        refused="too large",
        heavy=True,
    ),
    Case(
        "ten megabytes of brackets",
        lambda: b"[" * (10 << 20),
        refused="JSON",
        heavy=True,
    ),
)
