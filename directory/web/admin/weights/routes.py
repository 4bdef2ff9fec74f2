"""The page of the weights: every line of the ranking table, as the draft has it."""

from dataclasses import dataclass
from functools import partial
from itertools import groupby

from flask import Blueprint, make_response
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import Field

from directory.editions.drafting import with_weights
from directory.editions.laying_over import ranking
from directory.matching.ranking_table import lines_of
from directory.vocabulary import LEVELS_OF_CARE
from directory.web.access import current_directory
from directory.web.admin.weights.forms import LINES, WeightsForm, field_of
from directory.web.admin.words.changing import HOME, put_into_draft
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk

ADDRESS = "/admin/weights"
_TITLES = {
    "weights": "What each factor is worth",
    "urgent": "Where help is needed within days",
    "need": "How well they fit the need",
    "wishes": "Wishes",
    "style": "Style",
    "time": "How soon",
    "access": "How far",
    "data_trust": "How new the facts are",
    "fairness": "Turns among near equals",
}

pages = Blueprint("weights", __name__)


@dataclass(frozen=True, slots=True)
class WeightField:
    """A field with what it is in force and where an operator's file or the program has it."""

    field: Field
    below: str
    is_choice: bool


@dataclass(frozen=True, slots=True)
class WeightsPart:
    """The lines of one part of the table."""

    title: str
    fields: tuple[WeightField, ...]


@dataclass(frozen=True, slots=True)
class WeightsPage:
    """The whole table as a form."""

    title: str
    action: str
    form: FlaskForm
    parts: tuple[WeightsPart, ...]


@pages.get(ADDRESS)
def see() -> Response:
    """Show the weights of the draft."""
    directory = current_directory()
    table = ranking(desk(directory).draft.weights, directory.editions.base)
    values = {field_of(line): value for line, value in lines_of(table).items()}
    return _show(WeightsForm(formdata=None, **values))


@pages.post(ADDRESS)
def save() -> Response:
    """Put the weights into the draft."""
    form, base = WeightsForm(), current_directory().editions.base
    if form.validate():
        change = partial(with_weights, values=form.values(), base=base)
        fields = {f"weights.{line}": field_of(line) for line in LINES}
        if done := put_into_draft(form, change, HOME, fields):
            return done
    return _show(form)


def _show(form: FlaskForm) -> Response:
    below = lines_of(current_directory().editions.base)
    parts = (
        WeightsPart(_TITLES[part], tuple(_field(form, line, below[line]) for line in lines))
        for part, lines in groupby(LINES, key=lambda line: line.partition(".")[0])
    )
    page = WeightsPage("Weights", ADDRESS, form, tuple(parts))
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/weights.html", page), status)


def _field(form: FlaskForm, line: str, below: object) -> WeightField:
    is_choice = isinstance(below, tuple)
    written = (
        ", ".join(str(LEVELS_OF_CARE.label(one)) for one in below)
        if isinstance(below, tuple)
        else f"{below:g}"
    )
    return WeightField(form[field_of(line)], f"Without an edition: {written}", is_choice)
