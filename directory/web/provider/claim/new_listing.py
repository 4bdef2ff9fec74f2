"""A new listing from nothing, for whoever is not in the register."""

from collections.abc import Iterable

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid
from directory.providers import Provider
from directory.vocabulary import LICENSES
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.provider.claim.forms import NewListingForm
from directory.web.provider.claim.limits import may_begin
from directory.web.provider.claim.page import has_errors, subject_of
from directory.web.provider.claim.pages import AlikeListing, NewListingPage
from directory.web.rendering import render_page
from directory.workflows.keeping.begin_listing import (
    NewListing,
    begin_listing,
    listing_of_npi,
    listings_alike,
)

ADDRESS = "/my/new-listing"

pages = Blueprint("new_listing", __name__)


@pages.get(ADDRESS)
def write() -> Response:
    """Show the form."""
    return _form(NewListingForm(formdata=None))


@pages.post(ADDRESS)
def begin() -> Response:
    """Lead to the listing that is here already, or make a hidden one."""
    form, directory = NewListingForm(), current_directory()
    if not form.validate():
        return _form(form)
    if form.npi.data:
        try:
            known = listing_of_npi(directory, form.npi.data)
        except Invalid as error:
            return _form(_with_problems(form, error))
        if known:
            flash("A listing has this NPI already. Is this you?")
            return redirect(f"/claim/{known.id}", 303)
    if not form.is_new.data:
        alike = listings_alike(directory, form.name.data, form.state.data)
        if alike:
            return _form(form, alike)
    return _begin(form)


def _begin(form: NewListingForm) -> Response:
    me = asking_account()
    if not may_begin(form, me.id):
        return _form(form)
    try:
        listing = begin_listing(current_directory(), _typed(form), me.id)
    except Invalid as error:
        return _form(_with_problems(form, error))
    except Conflict as error:
        form.form_errors = [str(error).capitalize()]
        return _form(form)
    flash("Your listing is begun. Patients see it once it is filled in and checked.")
    return redirect(f"/my/listing/{listing.id}", 303)


def _typed(form: NewListingForm) -> NewListing:
    return NewListing(
        name=form.name.data,
        license=form.license.data,
        state=form.state.data,
        title=form.title.data or "",
        number=form.number.data or "",
        npi=form.npi.data or "",
    )


def _with_problems(form: NewListingForm, error: Invalid) -> NewListingForm:
    """Write what is wrong beside the fields; what has no field goes to the top."""
    for problem in error.problems:
        message = problem.message[:1].upper() + problem.message[1:]
        if problem.field in form:
            form[problem.field].errors = [message]
        else:
            form.form_errors = [*form.form_errors, message]
    return form


def _form(form: NewListingForm, alike: Iterable[Provider] = ()) -> Response:
    page = NewListingPage("Make a new listing", form, tuple(map(_alike, alike)))
    status = 422 if has_errors(form) else 200
    return make_response(render_page("claim/new_listing.html", page), status)


def _alike(provider: Provider) -> AlikeListing:
    return AlikeListing(
        name=provider.name,
        license=LICENSES.label(provider.license),
        places=subject_of(provider).places,
        href=f"/claim/{provider.id}",
    )
