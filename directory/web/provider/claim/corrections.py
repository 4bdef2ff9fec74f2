"""Asking for a correction of what is locked: the name, the NPI, a license that was checked."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Invalid, NotFound
from directory.providers import Provider
from directory.providers.corrections import Correction
from directory.storage import Corrections, Providers
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.claim.forms import CorrectionForm
from directory.web.provider.claim.limits import may_begin
from directory.web.provider.claim.page import asked_before, has_errors, subject_of
from directory.web.provider.claim.pages import CorrectionPage
from directory.web.rendering import render_page
from directory.workflows.desk.correct_listing import ask_for_correction

ADDRESS = "/my/listing/<listing>/correct"

pages = Blueprint("correction", __name__)


@pages.get(ADDRESS)
def write(listing: str) -> Response:
    """Show the form, and what was asked for before."""
    return _form(listing, CorrectionForm(formdata=None))


@pages.post(ADDRESS)
def ask(listing: str) -> Response:
    """Put a wish into the queue."""
    form, me = CorrectionForm(), asking_account()
    if not form.validate() or not may_begin(form, me.id):
        return _form(listing, form)
    typed = (form.name.data or "", form.npi.data or "", (form.words.data or "").strip())
    try:
        ask_for_correction(current_directory(), listing, me.id, *typed)
    except Invalid as error:
        for problem in error.problems:
            form[problem.field].errors = [problem.message.capitalize()]
        return _form(listing, form)
    flash("Thank you. A person looks at it, and writes to you.")
    return redirect(f"/my/listing/{listing}/correct", 303)


def _form(id: str, form: CorrectionForm) -> Response:
    with current_directory().database.reading() as session:
        provider, asked = Providers(session).get(id), Corrections(session).of_listing(id)
    if provider is None:
        raise NotFound(f"no listing has the id {id}")
    status = 422 if has_errors(form) else 200
    return make_response(render_page("claim/correct.html", _page(provider, asked, form)), status)


def _page(
    provider: Provider, asked: tuple[Correction, ...], form: CorrectionForm
) -> CorrectionPage:
    return CorrectionPage(
        title="Ask for a correction",
        action=f"/my/listing/{provider.id}/correct",
        back_href=f"/my/listing/{provider.id}",
        name=provider.name,
        npi=provider.npi or "",
        training_href=f"/my/listing/{provider.id}/training",
        licenses=subject_of(provider).on_file,
        asked=tuple(asked_before(one) for one in asked if not one.trainings),
        form=form,
    )
