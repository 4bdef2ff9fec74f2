"""How hard each page is to read: `python -m tests.words.reading_grade` prints the table.

The grade is textstat's Flesch-Kincaid grade of what we say in the main part of a page: every block
ends a sentence, and what others wrote, lists to choose from and ways around the site do not count.
"""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click
from textstat import textstat

from directory.web.access import EXTENSION
from tests.words.conftest import whole_app
from tests.words.prose import prose_of
from tests.words.visiting import Seen, visit_everything

# Pages for those who check or program, with every rule and figure; patients read their first part,
# whose grade tests/web/test_about_triage.py and test_about_matching.py hold.
EXEMPT = frozenset(
    {"/about/triage", "/about/matching", "/about/evidence", "/api/v1/docs", "/about/components"}
)
# Fewer words than these are a title and a button, whose grade says nothing.
FEWEST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Graded:
    """A page, how somebody came there, its grade and how many words it says."""

    rule: str
    way: str
    heading: str
    grade: float
    words: int


def graded(pages: Iterable[Seen]) -> tuple[Graded, ...]:
    """Return the grade of every page once, the hardest first."""
    found: dict[str, Graded] = {}
    for seen in pages:
        if seen.rule in EXEMPT:
            continue
        prose = prose_of(seen.page)
        words = len(prose.split())
        if prose not in found and words >= FEWEST_WORDS:
            grade = textstat.flesch_kincaid_grade(prose)
            found[prose] = Graded(seen.rule, seen.way, seen.page.heading, grade, words)
    return tuple(sorted(found.values(), key=lambda one: -one.grade))


def average(pages: Iterable[Graded]) -> float:
    """Return the mean over the routes, each with the mean of its pages."""
    of_rule: dict[str, list[float]] = {}
    for one in pages:
        of_rule.setdefault(one.rule, []).append(one.grade)
    means = [sum(grades) / len(grades) for grades in of_rule.values()]
    return sum(means) / len(means)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = whole_app(Path(folder))
        pages = graded(visit_everything(app))
        app.extensions[EXTENSION].close()
    for one in pages:
        click.echo(
            f"{one.grade:5.1f} {one.words:5} {one.rule:38} {one.heading[:60]} ({one.way[:60]})"
        )
    click.echo(f"{average(pages):5.2f} on average over {len({one.rule for one in pages})} routes")


if __name__ == "__main__":
    main()
