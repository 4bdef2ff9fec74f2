"""The desk where listings are checked before patients see them."""

from collections.abc import Iterator

from flask import Blueprint, flash, make_response, redirect
from pydantic import TypeAdapter, ValidationError
from werkzeug.wrappers import Response

from directory.errors import Invalid
from directory.providers import License, Provider
from directory.storage import Claims
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.queue.facts import license_words, listing_facts
from directory.web.admin.queue.forms import FindingsForm, ReasonForm, findings_form
from directory.web.admin.queue.pages import CheckPage, KnownFact
from directory.web.letters import claim_letters
from directory.web.problem_words import in_plain_words
from directory.web.rendering import render_page
from directory.workflows.desk.check_listing import clear_listing, send_back
from directory.workflows.desk.findings import Findings
from directory.workflows.keeping.begin_listing import listings_alike
from directory.workflows.keeping.drafted_listing import DraftedListing, drafted_listing

ADDRESS = "/admin/checks/<listing>"
_LICENSES = TypeAdapter(tuple[License, ...])

pages = Blueprint("check_desk", __name__)


@pages.get(ADDRESS)
def see(listing: str) -> Response:
    """Show a listing with what its keeper says of their licenses."""
    return _show(listing)


@pages.post(f"{ADDRESS}/clear")
def clear(listing: str) -> Response:
    """Note what was found, and let patients see the listing."""
    directory = current_directory()
    form = findings_form(_licenses(drafted_listing(directory, listing)))
    found = form.found(directory.today())
    if found is None:
        return _show(listing, findings=form)
    findings = Findings(acting_admin(), found, form.source.data)
    try:
        is_public = clear_listing(directory, claim_letters(), listing, findings)
    except Invalid as error:
        form.form_errors = [problem.message for problem in error.problems]
        return _show(listing, findings=form)
    flash("Checked. Patients see it." if is_public else "Checked. Its keeper has to finish it.")
    return redirect("/admin/queue", 303)


@pages.post(f"{ADDRESS}/send-back", endpoint="send_back")
def refuse(listing: str) -> Response:
    """Leave it hidden, and say what is missing."""
    form = ReasonForm()
    if not form.validate():
        return _show(listing, reason=form)
    me = acting_admin()
    send_back(current_directory(), claim_letters(), listing, me, form.reason.data)
    flash("Sent back. They have been told why.")
    return redirect("/admin/queue", 303)


def _show(
    id: str, findings: FindingsForm | None = None, reason: ReasonForm | None = None
) -> Response:
    directory = current_directory()
    drafted = drafted_listing(directory, id)
    licenses = _licenses(drafted)
    with directory.database.reading() as session:
        facts = [*listing_facts(session, drafted.stored)]
        typed = [one.npi for one in Claims(session).of_listing(id) if one.npi]
    if licenses != drafted.stored.licenses:
        facts.append(KnownFact("Licenses as typed", tuple(map(license_words, licenses))))
    if typed and typed[0] != drafted.stored.npi:
        facts.append(KnownFact("NPI that they typed (another listing has it)", (typed[0],)))
    facts.extend(_alike(drafted.stored))
    page = CheckPage(
        title=f"Check {drafted.stored.name}",
        action=f"/admin/checks/{id}",
        facts=tuple(facts),
        problems=tuple(one.message for one in in_plain_words(drafted.problems)),
        is_coach=drafted.stored.is_coach,
        findings=findings or findings_form(licenses, formdata=None),
        reason=reason or ReasonForm(formdata=None),
    )
    is_wrong = bool(not page.findings.is_sound or page.findings.form_errors or page.reason.errors)
    return make_response(render_page("admin/check.html", page), 422 if is_wrong else 200)


def _alike(listing: Provider) -> Iterator[KnownFact]:
    """Yield the public listings of the same name: a new one may lead their patients elsewhere."""
    states = listing.states_of_practice() | {held.state for held in listing.licenses}
    found = {
        one.id: one
        for state in sorted(states)
        for one in listings_alike(current_directory(), listing.name, state)
        if one.id != listing.id
    }
    for one in found.values():
        words = tuple(map(license_words, one.licenses))
        yield KnownFact("May be the same person", (one.name, *words), href=f"/providers/{one.id}")


def _licenses(drafted: DraftedListing) -> tuple[License, ...]:
    """Return the licenses as the keeper typed them, or as they are stored where those are none."""
    try:
        return _LICENSES.validate_python(drafted.values.get("licenses", ()))
    except ValidationError:
        return drafted.stored.licenses
