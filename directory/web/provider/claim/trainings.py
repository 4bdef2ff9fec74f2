"""Asking for a check of one's training: which, and where the proof can be seen."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Invalid, NotFound
from directory.providers.training_checks import unchecked_trainings
from directory.storage import Corrections, Providers
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.claim.forms import TrainingsForm
from directory.web.provider.claim.limits import may_begin
from directory.web.provider.claim.page import asked_before, has_errors
from directory.web.provider.claim.pages import TrainingsPage
from directory.web.rendering import render_page
from directory.web.training_words import training_words
from directory.workflows.desk.check_training import ask_for_training_check, trainings_to_ask_for

ADDRESS = "/my/listing/<listing>/training"

pages = Blueprint("training_check", __name__)


@pages.get(ADDRESS)
def write(listing: str) -> Response:
    """Show the form, and what was asked for before."""
    return _form(listing, TrainingsForm(formdata=None))


@pages.post(ADDRESS)
def ask(listing: str) -> Response:
    """Put a wish into the queue."""
    form, me = TrainingsForm(), asking_account()
    if not form.validate() or not may_begin(form, me.id):
        return _form(listing, form)
    proof = (form.proof.data or "").strip()
    try:
        ask_for_training_check(current_directory(), listing, me.id, form.trainings.data, proof)
    except Invalid as error:
        for problem in error.problems:
            form[problem.field].errors = [problem.message.capitalize()]
        return _form(listing, form)
    flash("Thank you. A person looks at it, and writes to you.")
    return redirect(f"/my/listing/{listing}/training", 303)


def _form(id: str, form: TrainingsForm) -> Response:
    with current_directory().database.reading() as session:
        provider, asked = Providers(session).get(id), Corrections(session).of_listing(id)
        names = trainings_to_ask_for(session, provider) if provider else ()
    if provider is None:
        raise NotFound(f"no listing has the id {id}")
    found = unchecked_trainings(provider)
    form.trainings.choices = {name: training_words(name) for name in found if name in names}
    page = TrainingsPage(
        title="Have your training checked",
        action=f"/my/listing/{id}/training",
        back_href=f"/my/listing/{id}",
        section_href=f"/my/listing/{id}/modalities",
        asked=tuple(asked_before(one) for one in asked if one.trainings),
        form=form,
    )
    status = 422 if has_errors(form) else 200
    return make_response(render_page("claim/trainings.html", page), status)
