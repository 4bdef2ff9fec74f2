"""The questions that suggestions are measured on: texts with the concerns that count as right."""

import csv
from pathlib import Path
from typing import NamedTuple


class Question(NamedTuple):
    """A real text, and the concerns of which any is a right suggestion."""

    text: str
    right: frozenset[str]


def read_questions(questions: Path, topics: Path) -> tuple[Question, ...]:
    """Read questions (columns title, text, topics), leaving out those whose topics map to nothing.

    `topics` has the columns topic and concerns, several with a bar between them.
    """
    concerns = {row["topic"]: set(filter(None, row["concerns"].split("|"))) for row in rows(topics)}
    found = (
        Question(
            f"{row['title']}\n{row['text']}",
            frozenset().union(*(concerns.get(topic, ()) for topic in row["topics"].split("|"))),
        )
        for row in rows(questions)
    )
    return tuple(question for question in found if question.right)


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table by column name."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
