"""One call: whom, what to ask, and the form for what was heard."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.accuracy.calls import CALL_FACTS, said_by
from directory.accuracy.samples import SampledCall
from directory.errors import Conflict, Invalid
from directory.providers import Provider
from directory.sentences import ENGLISH
from directory.storage import CallSamples, Providers
from directory.web.access import current_directory, current_settings
from directory.web.admin.acting import acting_admin
from directory.web.admin.truth import asking
from directory.web.admin.truth.forms import CallForm, call_form
from directory.web.admin.truth.pages import CallPage, Found
from directory.web.admin.truth.words import CALL_FACT_NAMES, LISTING_FACTS, VERDICTS
from directory.web.rendering import render_page
from directory.workflows.accuracy.note_call import note_call, stored_call, take_back_call

ADDRESS = "/admin/truth/calls/<call>"
COLOURS = {"right": "green", "wrong": "red", "unknown": "grey"}
_OVER = "This week is over: its calls stand as they are."
_GONE = "Patients do not see this listing any more, so its call is left out and counts as not made."

pages = Blueprint("truth_call", __name__)


@pages.get(ADDRESS)
def see(call: str) -> Response:
    """Show whom to call and what to ask."""
    return _show(call)


@pages.post(ADDRESS)
def note(call: str) -> Response:
    """Note what was heard."""
    found, listing, _ = _stored(call)
    if listing is None:
        return _show(call)
    form = _form(found, listing)
    heard = form.heard()
    if heard is None:
        return _show(call, form)
    confirms = "confirms" in form and form.confirms.data
    try:
        note_call(
            current_directory(),
            acting_admin(),
            call,
            heard,
            form.called_on.data,
            form.seen.data,
            confirms,
        )
    except (Conflict, Invalid) as error:
        form.form_errors = [str(error)]
        form.seen.raw_data = None
        form.seen.data = said_by(listing, found.plan).mark
        return _show(call, form)
    flash("Noted. You can change it or take it back below.")
    return redirect(f"/admin/truth/calls/{call}", 303)


@pages.post(f"{ADDRESS}/take-back")
def take_back(call: str) -> Response:
    """Make the call unmade."""
    take_back_call(current_directory(), acting_admin(), call)
    flash("Taken back. The call counts as not made.")
    return redirect(f"/admin/truth/calls/{call}", 303)


def _stored(id: str) -> tuple[SampledCall, Provider | None, bool]:
    """Return a call, its listing where patients see it, and whether it can still be noted."""
    directory = current_directory()
    with directory.database.reading() as session:
        call = stored_call(session, id)
        sample = CallSamples(session).sample(call.week)
        listing = Providers(session).get(call.provider_id)
    is_open = sample is not None and sample.is_open(directory.today())
    return call, listing if listing and listing.is_public else None, is_open


def _form(call: SampledCall, listing: Provider) -> CallForm:
    said = said_by(listing, call.plan)
    labels = asking.questions(listing, said)
    return call_form(call, listing, said, labels, current_directory().today())


def _show(id: str, form: CallForm | None = None) -> Response:
    call, listing, is_open = _stored(id)
    said = said_by(listing, call.plan) if listing else call.said
    page = CallPage(
        title=f"Call {listing.name}" if listing else "A call that is left out",
        name=listing.name if listing else "",
        listing_href=f"/providers/{listing.id}" if listing else "",
        back_href=f"/admin/truth/weeks/{call.week}",
        action=f"/admin/truth/calls/{call.id}",
        phones=asking.phones(said) if said and is_open else (),
        says=tuple(asking.listed(said)) if said else (),
        script=asking.script(current_settings().site_name) if listing and is_open else (),
        form=form or (_form(call, listing) if listing and is_open else None),
        closed="" if listing and is_open else _GONE if is_open else _OVER,
        noted=_noted(call, is_open),
        found=_found(call),
        confirmed=_confirmed(call),
        can_change=is_open and call.is_made,
        desk_href=f"/admin/listings/{call.provider_id}" if call.wrong and listing else "",
    )
    is_wrong = form is not None and bool(form.errors or form.form_errors)
    return make_response(render_page("admin/truth/call.html", page), 422 if is_wrong else 200)


def _noted(call: SampledCall, is_open: bool) -> str:
    until = f" You can note it until {asking.open_until(call)}." if is_open else ""
    if call.called_on is None:
        return f"Nobody has noted this call yet.{until}"
    outcome = {"right": "accurate", "wrong": "not accurate", "unknown": "not known"}[call.outcome]
    return f"Called on {ENGLISH.day(call.called_on)}. The listing counts as {outcome}."


def _found(call: SampledCall) -> tuple[Found, ...]:
    return tuple(
        Found(CALL_FACT_NAMES[fact], VERDICTS[one], COLOURS[one])
        for fact in CALL_FACTS
        if (one := call.verdicts.get(fact))
    )


def _confirmed(call: SampledCall) -> str:
    names = ", ".join(LISTING_FACTS[fact].lower() for fact in call.confirmed_facts)
    return f"Confirmed by this call: {names}." if names else ""
