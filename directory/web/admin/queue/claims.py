"""The desk where claims are decided."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Invalid
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.queue.claim_facts import claim_page, stored_claim
from directory.web.admin.queue.forms import QuestionForm, ReasonForm, findings_form
from directory.web.admin.queue.letters import code_page, objection_page
from directory.web.admin.queue.pages import ClaimPage, LetterPage
from directory.web.letters import claim_letters
from directory.web.rendering import render_page
from directory.workflows.claims.approve_claim import approve_claim
from directory.workflows.claims.decide_claim import (
    ask_for_more,
    make_code,
    make_objection_code,
    note_proof,
    reject_claim,
)
from directory.workflows.claims.freeze_listing import freeze_as_admin, give_back, undo_claim
from directory.workflows.desk.findings import Findings
from directory.workflows.desk.license_checks import known_licenses

ADDRESS = "/admin/claims/<claim>"

pages = Blueprint("claim_desk", __name__)


@pages.get(ADDRESS)
def see(claim: str) -> Response:
    """Show a claim with what can be decided."""
    return _show(claim_page(claim))


@pages.post(f"{ADDRESS}/approve")
def approve(claim: str) -> Response:
    """Hand the listing over, with the licenses as they were found."""
    directory = current_directory()
    with directory.database.reading() as session:
        known = known_licenses(session, stored_claim(claim)[1])
    form = findings_form(known)
    found = form.found(directory.today())
    if found is None:
        return _show(claim_page(claim, findings=form), 422)
    findings = Findings(acting_admin(), found, form.source.data)
    try:
        approve_claim(directory, claim_letters(), claim, findings)
    except Invalid as error:
        form.form_errors = [problem.message for problem in error.problems]
        return _show(claim_page(claim, findings=form), 422)
    return _done(claim, "Approved. They have been told, and so has the contact on file.")


@pages.post(f"{ADDRESS}/reject")
def reject(claim: str) -> Response:
    """Reject a claim for a reason."""
    form = ReasonForm()
    if not form.validate():
        return _show(claim_page(claim, reason=form), 422)
    me = acting_admin()
    reject_claim(current_directory(), claim_letters(), claim, me, form.reason.data)
    return _done(claim, "Rejected. They have been told why.")


@pages.post(f"{ADDRESS}/ask")
def ask(claim: str) -> Response:
    """Ask the claimant something."""
    form = QuestionForm()
    if not form.validate():
        return _show(claim_page(claim, question=form), 422)
    ask_for_more(current_directory(), claim_letters(), claim, acting_admin(), form.question.data)
    return _done(claim, "Asked. The answer comes to this page.")


@pages.post(f"{ADDRESS}/proven", endpoint="note_proof")
def note_seen_proof(claim: str) -> Response:
    """Note that a proof was shown by hand."""
    note_proof(current_directory(), claim, acting_admin())
    return _done(claim, "Noted. Now check the license.")


@pages.post(f"{ADDRESS}/code", endpoint="make_code")
def make_new_code(claim: str) -> Response:
    """Show the code to read out, or the letter that holds it, this once."""
    found, listing = stored_claim(claim)
    code = make_code(current_directory(), claim, acting_admin())
    return _letter(code_page(found, listing, code))


@pages.post(f"{ADDRESS}/letter")
def print_objection(claim: str) -> Response:
    """Show the letter that tells the address on file of a new keeper, this once."""
    found, listing = stored_claim(claim)
    code = make_objection_code(current_directory(), claim, acting_admin())
    return _letter(objection_page(found, listing, code))


@pages.post(f"{ADDRESS}/freeze")
def freeze(claim: str) -> Response:
    """Stop a keeper until it is decided who they are."""
    freeze_as_admin(current_directory(), claim_letters(), claim, acting_admin())
    return _done(claim, "Stopped. They have been told.")


@pages.post(f"{ADDRESS}/give-back", endpoint="give_back")
def return_listing(claim: str) -> Response:
    """End a freeze for the keeper."""
    give_back(current_directory(), claim_letters(), claim, acting_admin())
    return _done(claim, "Given back. They have been told.")


@pages.post(f"{ADDRESS}/undo")
def undo(claim: str) -> Response:
    """End a freeze against the keeper."""
    form = ReasonForm()
    if not form.validate():
        return _show(claim_page(claim, reason=form), 422)
    me = acting_admin()
    undo_claim(current_directory(), claim_letters(), claim, me, form.reason.data)
    return _done(claim, "Undone. They have been told why.")


def _show(page: ClaimPage, status: int = 200) -> Response:
    return make_response(render_page("admin/claim.html", page), status)


def _letter(page: LetterPage) -> Response:
    return make_response(render_page("admin/letter.html", page))


def _done(claim: str, words: str) -> Response:
    flash(words)
    return redirect(f"/admin/claims/{claim}", 303)
