"""The page of one listing: checking it, publishing it, hiding it, and taking a check back."""

from typing import Any

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid, NotFound
from directory.evidence_files import TOO_LARGE, read_evidence
from directory.web.access import current_directory, current_settings
from directory.web.account.current import current_account
from directory.web.admin.acting import acting_admin
from directory.web.admin.listings.forms import MOST_SENT, VerifyForm, sent_file
from directory.web.admin.listings.page import Forms, listing_page, verify_form
from directory.web.admin.listings.upload import UploadForm
from directory.web.admin.queue.forms import ReasonForm
from directory.web.rendering import render_page
from directory.workflows.desk.desk_letters import DeskLetters
from directory.workflows.desk.findings import Findings
from directory.workflows.desk.hide_listing import hide_listing, show_again
from directory.workflows.desk.keep_evidence import attach_evidence
from directory.workflows.desk.verify_listing import take_back_verification, verify_listing

ADDRESS = "/admin/listings/<listing>"

pages = Blueprint("listing_desk", __name__)


@pages.url_value_preprocessor
def take_more(_endpoint: str | None, _arguments: dict[str, Any] | None) -> None:
    """Let evidence be larger than other forms; this has to be said before anything is read.

    Of a stranger nothing large is taken.
    """
    if current_account() is not None:
        request.max_content_length = MOST_SENT


@pages.errorhandler(413)
def too_large(_error: Exception) -> Response:
    """Say how large a file may be; what was sent has not been read."""
    listing = (request.view_args or {}).get("listing")
    if listing is None:
        raise NotFound("there is no such page")
    return _show(listing, Forms(problem=TOO_LARGE))


@pages.get(ADDRESS)
def see(listing: str) -> Response:
    """Show a listing with its checks, its evidence and its history."""
    return _show(listing, Forms())


@pages.post(f"{ADDRESS}/verify")
def verify(listing: str) -> Response:
    """Note what was found, and publish or hide the listing as it was chosen."""
    directory, form = current_directory(), verify_form(listing)
    found, file = form.found_by(directory.today()), _checked_file(form)
    if found is None or form.evidence.errors:
        return _show(listing, Forms(findings=form))
    admin = acting_admin()
    findings = Findings(admin, found, form.source.data, form.looked_on.data)
    try:
        after = verify_listing(directory, _letters(), listing, findings, form.publishes)
        if file:
            attach_evidence(directory, listing, admin, *file)
    except (Conflict, Invalid) as error:
        form.form_errors = [_sentence(error)]
        return _show(listing, Forms(findings=form))
    flash("Checked. Patients see it." if after.is_public else "Checked. Patients do not see it.")
    return redirect(f"/admin/listings/{listing}", 303)


@pages.post(f"{ADDRESS}/evidence")
def attach(listing: str) -> Response:
    """Keep a file that shows something about a listing."""
    form = UploadForm()
    file = sent_file(form.file)
    try:
        attach_evidence(current_directory(), listing, acting_admin(), *(file or ("", b"")))
    except (Conflict, Invalid) as error:
        form.file.errors = [_sentence(error) if file else "Choose a file"]
        return _show(listing, Forms(upload=form))
    flash("The file is kept with this listing.")
    return redirect(f"/admin/listings/{listing}", 303)


@pages.post(f"{ADDRESS}/hide")
def hide(listing: str) -> Response:
    """Take a listing off the site until somebody has looked at it."""
    form = ReasonForm()
    if not form.validate():
        return _show(listing, Forms(reason=form))
    hide_listing(current_directory(), _letters(), listing, acting_admin(), form.reason.data)
    flash("Hidden. Whoever keeps it has been told why.")
    return redirect(f"/admin/listings/{listing}", 303)


@pages.post(f"{ADDRESS}/show")
def show(listing: str) -> Response:
    """Bring back what was hidden, as it was."""
    try:
        show_again(current_directory(), _letters(), listing, acting_admin())
    except (Conflict, Invalid) as error:
        return _show(listing, Forms(problem=_sentence(error)))
    flash("It is back. Patients see it.")
    return redirect(f"/admin/listings/{listing}", 303)


@pages.post("/admin/verifications/<verification>/take-back")
def take_back(verification: str) -> Response:
    """Undo the last check of a listing."""
    listing = take_back_verification(current_directory(), verification, acting_admin())
    flash("Taken back. Everything is as before this check.")
    return redirect(f"/admin/listings/{listing}", 303)


def _checked_file(form: VerifyForm) -> tuple[str, bytes] | None:
    file = sent_file(form.evidence)
    try:
        if file:
            read_evidence(file[1])
    except Invalid as error:
        form.evidence.errors = [_sentence(error)]
        form.is_sound = False
    return file


def _show(listing: str, forms: Forms) -> Response:
    page = listing_page(listing, forms)
    return make_response(render_page("admin/listing.html", page), 422 if forms.are_wrong else 200)


def _sentence(error: Conflict | Invalid) -> str:
    words = error.problems[0].message if isinstance(error, Invalid) else str(error)
    return words[:1].upper() + words[1:]


def _letters() -> DeskLetters:
    return DeskLetters(current_settings())
