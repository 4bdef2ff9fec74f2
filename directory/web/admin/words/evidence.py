"""The rows of evidence, and the clinicians who signed them."""

from functools import partial
from itertools import groupby

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from directory.editions.checking import ROWS
from directory.editions.drafting import with_sign_off, without_sign_off
from directory.editions.edition import Edition
from directory.errors import NotFound
from directory.vocabulary import CONCERNS, MODALITIES
from directory.vocabulary.evidence import EVIDENCE, Evidence
from directory.vocabulary.terms import awaits_a_clinician
from directory.web.access import current_directory
from directory.web.admin.words.changing import HOME, put_into_draft
from directory.web.admin.words.forms import SignOffForm
from directory.web.admin.words.pages import Choice, ChoicesPage, FormPage, Part
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk

LIST = f"{HOME}/evidence"
ADDRESS = f"{LIST}/<row>"

pages = Blueprint("sign_offs", __name__)


@pages.get(LIST)
def choose() -> str:
    """Show every row of evidence with its sign-off."""
    draft = desk(current_directory()).draft
    waiting = sum(1 for row in EVIDENCE if _state(row, draft) == "awaits a clinician")
    parts = (
        Part(str(CONCERNS.label(concern)), tuple(_choice(row, draft) for row in rows))
        for concern, rows in groupby(EVIDENCE, key=lambda row: row.concern)
    )
    page = ChoicesPage(
        "Evidence",
        f"{waiting} of {len(EVIDENCE)} rows await a clinician. A licensed clinician reads the "
        "sources of a row and signs its grade. Their name, license and the day are shown to "
        "everybody on the page about how we match.",
        tuple(parts),
    )
    return render_page("admin/words/choices.html", page)


@pages.get(ADDRESS)
def see(row: str) -> Response:
    """Show a row with its sign-off."""
    found, signed = _row(row), desk(current_directory()).draft.sign_offs.get(row)
    typed = {"name": signed.name, "license": signed.license, "day": signed.day} if signed else {}
    return _show(found, SignOffForm(formdata=None, **typed), is_signed=signed is not None)


@pages.post(ADDRESS)
def sign(row: str) -> Response:
    """Put a clinician's word on a row into the draft."""
    found, form = _row(row), SignOffForm()
    if form.validate():
        change = partial(
            with_sign_off,
            row=found,
            name=form.name.data,
            license=form.license.data,
            day=form.day.data,
        )
        if done := put_into_draft(form, change, LIST, {f"sign_offs.{row}": "name"}):
            return done
    return _show(found, form, is_signed=False)


@pages.post(f"{ADDRESS}/withdraw")
def withdraw(row: str) -> Response:
    """Take a clinician's word back in the draft."""
    found, form = _row(row), SignOffForm(formdata=None)
    done = put_into_draft(form, partial(without_sign_off, code=row), LIST)
    return done or _show(found, form, is_signed=True)


def _row(code: str) -> Evidence:
    if code not in ROWS:
        raise NotFound("there is no such row")
    return ROWS[code]


def _state(row: Evidence, draft: Edition) -> str:
    signed = draft.sign_offs.get(row.code)
    if signed and (signed.grade, signed.source) == (row.grade, row.source):
        return f"signed by {signed.name}"
    return "awaits a clinician" if awaits_a_clinician(row.source) else ""


def _choice(row: Evidence, draft: Edition) -> Choice:
    name = f"{MODALITIES.label(row.modality)}, {row.population}: grade {row.grade}"
    return Choice(name, f"{LIST}/{row.code}", row.source, _state(row, draft))


def _show(row: Evidence, form: SignOffForm, is_signed: bool) -> Response:
    address = f"{LIST}/{row.code}"
    page = FormPage(
        f"{CONCERNS.label(row.concern)}: {MODALITIES.label(row.modality)}",
        address,
        LIST,
        (
            f"Grade {row.grade}, tested with: {row.population}.",
            f"Source: {row.source}.",
            "A sign-off is for the row as it stands. If an update changes it, the row waits again.",
        ),
        form,
        f"{address}/withdraw" if is_signed else "",
        "Take this sign-off back",
    )
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/form.html", page), status)
