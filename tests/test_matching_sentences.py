"""The list of what the matcher says holds every sentence that stands in its code, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import directory.matching
from directory.vocabulary.terms import read_table

MODULES = sorted(Path(directory.matching.__file__).parent.rglob("*.py"))
FILLED_IN = "…"


def sentences_of(module: Path) -> Iterator[str]:
    """Yield each pattern that ends as a sentence does, with `…` where a value stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"say", "say_many"}:
            patterns = [part.value for part in node.args if isinstance(part, ast.Constant)]
            yield from (re.sub(r"\{\w+\}", FILLED_IN, text) for text in patterns if ends(text))


def ends(pattern: str) -> bool:
    return pattern.endswith((".", "?"))


def test_no_sentence_is_missing_and_none_is_stale() -> None:
    listed = {(row["said_in"], row["sentence"]) for row in read_table("matching_sentences.csv")}
    assert listed == {(module.stem, text) for module in MODULES for text in sentences_of(module)}
