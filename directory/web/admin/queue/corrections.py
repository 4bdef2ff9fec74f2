"""The desk where locked facts are corrected."""

from collections.abc import Iterator

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid, NotFound
from directory.providers import Provider
from directory.providers.corrections import Correction
from directory.providers.training_checks import unchecked_trainings
from directory.storage import Corrections, Providers
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.naming import account_name
from directory.web.admin.queue.facts import listing_facts
from directory.web.admin.queue.forms import (
    FindingsForm,
    ReasonForm,
    TrainingForm,
    findings_form,
)
from directory.web.admin.queue.pages import CorrectionPage, KnownFact
from directory.web.letters import claim_letters
from directory.web.rendering import render_page
from directory.web.training_words import training_words
from directory.workflows.desk.check_training import mark_training
from directory.workflows.desk.correct_listing import make_correction, refuse_correction
from directory.workflows.desk.findings import Findings
from directory.workflows.desk.license_checks import known_licenses

ADDRESS = "/admin/corrections/<correction>"
_SPARE = 1  # for a license that the listing lacks; whoever gets a first one is no coach then

pages = Blueprint("correction_desk", __name__)


@pages.get(ADDRESS)
def see(correction: str) -> Response:
    """Show what was asked for beside what the listing says."""
    return _show(correction)


@pages.post(f"{ADDRESS}/make")
def make(correction: str) -> Response:
    """Write what was asked for, and the licenses as they were found."""
    directory = current_directory()
    form = _findings(_stored(correction)[1])
    found = form.found(directory.today())
    if found is None:
        return _show(correction, findings=form)
    findings = Findings(acting_admin(), found, form.source.data)
    try:
        make_correction(directory, claim_letters(), correction, findings)
    except (Conflict, Invalid) as error:
        form.form_errors = [str(error)]
        return _show(correction, findings=form)
    flash("Corrected. They have been told.")
    return redirect("/admin/queue", 303)


@pages.post(f"{ADDRESS}/mark")
def mark(correction: str) -> Response:
    """Mark trainings as checked."""
    form = _training(*_stored(correction))
    if form is None:
        raise NotFound(f"{correction} asks for no check of a training")
    if not form.validate():
        return _show(correction, training=form)
    names, source, me = form.trainings.data, form.source.data, acting_admin()
    try:
        mark_training(current_directory(), claim_letters(), correction, me, names, source)
    except Conflict as error:
        form.form_errors = [str(error)]
        return _show(correction, training=form)
    flash("Marked as checked. They have been told.")
    return redirect("/admin/queue", 303)


@pages.post(f"{ADDRESS}/refuse")
def refuse(correction: str) -> Response:
    """Leave the listing as it is, and say why."""
    form = ReasonForm()
    if not form.validate():
        return _show(correction, reason=form)
    me = acting_admin()
    refuse_correction(current_directory(), claim_letters(), correction, me, form.reason.data)
    flash("Not corrected. They have been told why.")
    return redirect("/admin/queue", 303)


def _stored(id: str) -> tuple[Correction, Provider]:
    with current_directory().database.reading() as session:
        asked = Corrections(session).get(id)
        listing = Providers(session).get(asked.provider_id) if asked else None
    if asked is None or listing is None:
        raise NotFound(f"there is no correction {id}")
    return asked, listing


def _findings(listing: Provider, **options: None) -> FindingsForm:
    with current_directory().database.reading() as session:
        known = known_licenses(session, listing)
    return findings_form(known, _SPARE, **options)


def _training(asked: Correction, listing: Provider, **options: None) -> TrainingForm | None:
    """Return the form for the trainings that the listing still names as they were asked for."""
    found = unchecked_trainings(listing)
    names = [name for name in asked.trainings if name in found]
    return TrainingForm(names, **options) if asked.trainings else None


def _show(
    id: str,
    findings: FindingsForm | None = None,
    training: TrainingForm | None = None,
    reason: ReasonForm | None = None,
) -> Response:
    asked, listing = _stored(id)
    with current_directory().database.reading() as session:
        who = account_name(session, asked.account_id)
        facts = (*listing_facts(session, listing), KnownFact("Asked by", (who,)))
    page = CorrectionPage(
        title=f"Correct {listing.name}",
        action=f"/admin/corrections/{id}",
        facts=(*facts, *_wanted(asked)),
        is_decided=asked.decided_at is not None,
        training=training or _training(asked, listing, formdata=None),
        findings=findings or _findings(listing, formdata=None),
        reason=reason or ReasonForm(formdata=None),
    )
    is_wrong = not page.findings.is_sound or any(
        form.errors or form.form_errors
        for form in (page.findings, page.training, page.reason)
        if form
    )
    return make_response(render_page("admin/correction.html", page), 422 if is_wrong else 200)


def _wanted(asked: Correction) -> Iterator[KnownFact]:
    trainings = tuple(map(training_words, asked.trainings))
    wanted = (
        ("New name", (asked.name,)),
        ("New NPI", (asked.npi,)),
        ("What they say", (asked.words,)),
        ("Training to check", trainings),
        ("Where the proof is, in their words", (asked.proof,)),
    )
    return (KnownFact(name, words) for name, words in wanted if any(words))
