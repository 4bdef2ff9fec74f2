"""docs/seed-rules.md, written from the tests: which test holds which rule of the two articles.

`python -m tests.seed_rules.page > docs/seed-rules.md` writes the page.
"""

import ast
import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = TESTS.parent / "docs" / "seed-rules.md"
_HEAD = """# The rules of the two articles

This product grew from two articles on the words therapy and psychotherapy. Each statement of
theirs that a directory can act on is a rule here, in our own words, beside the tests that fail
when it is broken. A rule without a test says why it is not for software to enforce. The page is
written from the tests (`python -m tests.seed_rules.page > docs/seed-rules.md`), and one of them
compares the two.

| rule | what the product does | held by |
| --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class SeedRule:
    """One rule; `left_out` says why software cannot enforce it, and is empty where it does."""

    code: str
    statement: str
    left_out: str


def seed_rules() -> tuple[SeedRule, ...]:
    """Return all rules, in order."""
    with (Path(__file__).parent / "rules.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(SeedRule(row["rule"], row["statement"], row["left_out"]) for row in rows)


def find_tests() -> Mapping[str, tuple[str, ...]]:
    """Return which tests name each rule, as `folder/file.py::test`, read from their markers."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        place = path.relative_to(TESTS).as_posix()
        for test, rule in _marked(path):
            found[rule].append(f"{place}::{test}")
    return {rule: tuple(tests) for rule, tests in found.items()}


def _marked(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            for rule in (rule for mark in node.decorator_list for rule in _rules_of(mark)):
                yield node.name, rule


def _rules_of(mark: ast.expr) -> tuple[str, ...]:
    """Return the rules of a `@pytest.mark.seed_rule(...)`, none for any other decorator."""
    if not (isinstance(mark, ast.Call) and isinstance(mark.func, ast.Attribute)):
        return ()
    if mark.func.attr != "seed_rule":
        return ()
    return tuple(arg.value for arg in mark.args if isinstance(arg, ast.Constant))


def page() -> str:
    """Return the whole page."""
    tests = find_tests()
    rows = (
        f"| {rule.code} | {rule.statement} | {_held_by(rule, tests.get(rule.code, ()))} |\n"
        for rule in seed_rules()
    )
    return _HEAD + "".join(rows)


def _held_by(rule: SeedRule, tests: tuple[str, ...]) -> str:
    if rule.left_out:
        return f"not held: {rule.left_out}"
    return "<br>".join(f"`{test}`" for test in tests)


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - this is what the command is for
