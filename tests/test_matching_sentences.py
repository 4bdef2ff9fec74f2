"""The list of what the matcher says holds every sentence that stands in its code, and no other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import directory.matching
from directory.vocabulary.terms import read_table

MODULES = sorted(Path(directory.matching.__file__).parent.rglob("*.py"))
FILLED_IN = "…"


def sentences_of(module: Path) -> Iterator[str]:
    """Yield each text with a space that ends as a sentence does; what is filled in is `…`."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    formatted = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    said = {id(part) for text in formatted for part in ast.walk(text) if part is not text}
    said |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = "" if id(node) in said else written(node)
        if " " in text and text.endswith((".", "?")):
            yield text.replace("{}", FILLED_IN).strip()


def written(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(written(part) or FILLED_IN for part in node.values)
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else ""  # type: ignore[attr-defined]


def test_no_sentence_is_missing_and_none_is_stale() -> None:
    listed = {(row["said_in"], row["sentence"]) for row in read_table("matching_sentences.csv")}
    assert listed == {(module.stem, text) for module in MODULES for text in sentences_of(module)}
