"""The desk where locked facts are corrected."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid, NotFound
from directory.providers import Provider
from directory.providers.corrections import Correction
from directory.storage import Corrections, Providers
from directory.web.access import current_directory
from directory.web.admin.queue.facts import listing_facts
from directory.web.admin.queue.forms import FindingsForm, ReasonForm, findings_form
from directory.web.admin.queue.pages import CorrectionPage, KnownFact
from directory.web.gate import asking_account
from directory.web.letters import claim_letters
from directory.web.rendering import render_page
from directory.workflows.account_addresses import address_of
from directory.workflows.approve_claim import Findings
from directory.workflows.correct_listing import make_correction, refuse_correction
from directory.workflows.license_checks import known_licenses

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
    findings = Findings(asking_account().id, found, form.source.data)
    try:
        make_correction(directory, claim_letters(), correction, findings)
    except (Conflict, Invalid) as error:
        form.form_errors = [str(error)]
        return _show(correction, findings=form)
    flash("Corrected. They have been told.")
    return redirect("/admin/claims", 303)


@pages.post(f"{ADDRESS}/refuse")
def refuse(correction: str) -> Response:
    """Leave the listing as it is, and say why."""
    form = ReasonForm()
    if not form.validate():
        return _show(correction, reason=form)
    me = asking_account()
    refuse_correction(current_directory(), claim_letters(), correction, me.id, form.reason.data)
    flash("Not corrected. They have been told why.")
    return redirect("/admin/claims", 303)


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


def _show(
    id: str, findings: FindingsForm | None = None, reason: ReasonForm | None = None
) -> Response:
    asked, listing = _stored(id)
    with current_directory().database.reading() as session:
        who = address_of(session, asked.account_id) or "An account that is gone"
        facts = (*listing_facts(session, listing), KnownFact("Asked by", (who,)))
    wanted = (("New name", asked.name), ("New NPI", asked.npi), ("What they say", asked.words))
    page = CorrectionPage(
        title=f"Correct {listing.name}",
        action=f"/admin/corrections/{id}",
        facts=(*facts, *(KnownFact(name, (words,)) for name, words in wanted if words)),
        is_decided=asked.decided_at is not None,
        findings=findings or _findings(listing, formdata=None),
        reason=reason or ReasonForm(formdata=None),
    )
    is_wrong = bool(not page.findings.is_sound or page.findings.form_errors or page.reason.errors)
    return make_response(render_page("admin/correction.html", page), 422 if is_wrong else 200)
