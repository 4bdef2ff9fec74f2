"""What all forms of a draft share: they change the draft, or say beside their fields why not."""

from collections.abc import Callable, Mapping

from flask import flash, redirect
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from directory.editions import Edition
from directory.errors import Invalid, Problem
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.workflows.editions.edit_draft import change_draft

HOME = "/admin/words"
IN_DRAFT = "It is in the draft. Nothing changes for patients until you publish the draft."


def put_into_draft(
    form: FlaskForm,
    change: Callable[[Edition], Edition],
    then: str,
    fields: Mapping[str, str] | None = None,
    said: str = IN_DRAFT,
) -> Response | None:
    """Change the draft and lead on to an address; None where the form says what to mend.

    `fields` names the field of the form for the end of a problem's path, where they differ.
    """
    try:
        change_draft(current_directory(), acting_admin(), change)
    except Invalid as error:
        for problem in error.problems:
            _say(form, problem, fields or {})
        return None
    flash(said)
    return redirect(then, 303)


def _say(form: FlaskForm, problem: Problem, fields: Mapping[str, str]) -> None:
    """Write a problem beside its field, or at the top where it is of another part of the draft."""
    last = problem.field.rpartition(".")[2].partition("[")[0]
    name = fields.get(problem.field) or fields.get(last, last)
    message = problem.message[:1].upper() + problem.message[1:]
    if name in form:
        form[name].errors = (*form[name].errors, message)
    else:
        form.form_errors = [*form.form_errors, message]
