"""The form of the ranking table: a field for each of its lines."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import DecimalField, IntegerField, SelectMultipleField
from wtforms.validators import InputRequired

from directory.editions.edition import Worth
from directory.matching import RANKING
from directory.matching.ranking_table import lines_of
from directory.vocabulary import LEVELS_OF_CARE
from directory.vocabulary.terms import read_table

LINES = lines_of(RANKING)
MEANINGS = {row["code"]: row["meaning"] for row in read_table("ranking_lines.csv")}
_WANTED = "Write a number"


def field_of(line: str) -> str:
    """Return the name of a line's field."""
    return line.replace(".", "__")


class _WeightsForm(FlaskForm):  # type: ignore[misc]
    """All lines of the ranking table."""

    def values(self) -> dict[str, Worth]:
        """Return what was typed, by line."""
        return {line: self._value(line, shipped) for line, shipped in LINES.items()}

    def _value(self, line: str, shipped: object) -> Worth:
        typed = self[field_of(line)].data
        if isinstance(shipped, tuple):
            return tuple(typed)
        return int(typed) if isinstance(shipped, int) else float(typed)


def _field(line: str, shipped: object) -> Any:
    label = MEANINGS[line].replace("licence", "license")  # the table is written in British
    if isinstance(shipped, tuple):
        levels = {code: str(term.label) for code, term in LEVELS_OF_CARE.items()}
        return SelectMultipleField(label, choices=levels)
    kind = IntegerField if isinstance(shipped, int) else DecimalField
    places = {} if isinstance(shipped, int) else {"places": None}
    return kind(label, [InputRequired(_WANTED)], **places)


WeightsForm = type(
    "WeightsForm",
    (_WeightsForm,),
    {field_of(line): _field(line, shipped) for line, shipped in LINES.items()},
)
