"""Payers: other names and words for those that ship, and payers of the operator's own."""

from functools import partial

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from directory.editions.drafting import with_own_payer, with_payer, without_own_payer
from directory.editions.edition import Edition, OwnPayer, read_part
from directory.editions.laying_over import payers
from directory.errors import NotFound
from directory.vocabulary import PAYERS
from directory.vocabulary.payers import Payer
from directory.web.access import current_directory
from directory.web.admin.words.changing import HOME, put_into_draft
from directory.web.admin.words.forms import NewPayerForm, OwnPayerForm, PayerForm
from directory.web.admin.words.pages import Choice, ChoicesPage, FormPage, Part
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk

LIST = f"{HOME}/payers"
NEW = f"{HOME}/new-payer"
ADDRESS = f"{LIST}/<payer>"
_ABOUT = "One other name a line, as people and listings write it."

pages = Blueprint("payers", __name__)


@pages.get(LIST)
def choose() -> str:
    """Show every payer."""
    draft = _draft()
    own = frozenset(one.code for one in draft.own_payers)
    found = payers(draft)
    page = ChoicesPage(
        "Payers",
        "Patients choose one of these, and listings name those that they take.",
        (
            Part("Your own", tuple(_choice(one, draft) for one in found if one.code in own)),
            Part("Those that ship", tuple(_choice(o, draft) for o in found if o.code not in own)),
        ),
        NEW,
        "Add a payer",
    )
    return render_page("admin/words/choices.html", page)


@pages.get(NEW)
def write() -> Response:
    """Show the form of a new payer."""
    return _show_new(NewPayerForm(formdata=None))


@pages.post(NEW)
def add() -> Response:
    """Put a new payer into the draft."""
    form = NewPayerForm()
    if form.validate() and (done := put_into_draft(form, partial(_with_new, form=form), LIST)):
        return done
    return _show_new(form)


@pages.get(ADDRESS)
def see(payer: str) -> Response:
    """Show the name and words of a payer."""
    found = _payer(payer, _draft())
    words = "\n".join(found.synonyms)
    kind = PayerForm if payer in PAYERS.base else OwnPayerForm
    form = kind(formdata=None, label=str(found.label), words=words, kind=found.kind)
    return _show(found, form)


@pages.post(ADDRESS)
def save(payer: str) -> Response:
    """Put the name and words of a payer into the draft."""
    found = _payer(payer, _draft())
    is_shipped = payer in PAYERS.base
    form = PayerForm() if is_shipped else OwnPayerForm()
    if form.validate():
        words = form.typed()
        change = (
            partial(with_payer, code=payer, label=form.label.data, wanted=words)
            if is_shipped
            else partial(_with_own, form=form, code=payer)
        )
        fields = {f"payers.{payer}": "words", "synonyms": "words", "added": "words"}
        if done := put_into_draft(form, change, LIST, fields):
            return done
    return _show(found, form)


@pages.post(f"{ADDRESS}/retire")
def retire(payer: str) -> Response:
    """Offer a payer of the operator's own no more; one that was never published goes."""
    found, form = _payer(payer, _draft()), OwnPayerForm(formdata=None)
    done = put_into_draft(form, partial(without_own_payer, code=payer), LIST)
    return done or _show(found, form)


def _with_new(draft: Edition, form: NewPayerForm) -> Edition:
    """Add a payer; where its code is taken it is there twice, which the check tells."""
    payer = _own(form, form.code.data)
    return draft.model_copy(update={"own_payers": (*draft.own_payers, payer)})


def _with_own(draft: Edition, form: OwnPayerForm, code: str) -> Edition:
    return with_own_payer(draft, _own(form, code))


def _own(form: OwnPayerForm, code: str) -> OwnPayer:
    """Return a payer as it is typed; one that was retired is offered again."""
    typed = {"label": form.label.data, "kind": form.kind.data, "synonyms": form.typed()}
    return read_part(OwnPayer, {"code": code, **typed})


def _draft() -> Edition:
    return desk(current_directory()).draft


def _payer(code: str, draft: Edition) -> Payer:
    found = next((one for one in payers(draft) if one.code == code), None)
    if found is None:
        raise NotFound("there is no such payer")
    return found


def _choice(payer: Payer, draft: Edition) -> Choice:
    state = "changed" if payer.code in draft.payers else ""
    if payer.retired:
        state = "retired"
    words = ", ".join(payer.synonyms[:3]) or "no other names"
    return Choice(str(payer.label), f"{LIST}/{payer.code}", words, state)


def _show_new(form: NewPayerForm) -> Response:
    about = (
        "Listings can name it, and patients can choose it, as soon as it is published.",
        "Once published it is never forgotten, as listings may name it. You can retire it.",
    )
    page = FormPage("Add a payer", NEW, LIST, about, form)
    return _answer(page)


def _show(payer: Payer, form: PayerForm) -> Response:
    is_own = payer.code not in PAYERS.base
    page = FormPage(
        str(payer.label),
        f"{LIST}/{payer.code}",
        LIST,
        (_ABOUT, f"Its code is {payer.code}, which never changes."),
        form,
        f"{LIST}/{payer.code}/retire" if is_own and not payer.retired else "",
        "Retire this payer",
    )
    return _answer(page)


def _answer(page: FormPage) -> Response:
    status = 422 if page.form.errors or page.form.form_errors else 200
    return make_response(render_page("admin/words/form.html", page), status)
