"""The words that people type for concerns and kinds of therapy."""

from collections.abc import Mapping
from functools import partial

from flask import Blueprint, make_response
from werkzeug.wrappers import Response

from directory.editions.drafting import with_words
from directory.editions.edition import Edition, Words
from directory.editions.laying_over import words_of
from directory.errors import NotFound
from directory.vocabulary import CONCERNS, MODALITIES
from directory.vocabulary.terms import Term
from directory.web.access import current_directory
from directory.web.admin.words.changing import HOME, put_into_draft
from directory.web.admin.words.forms import WordsForm
from directory.web.admin.words.pages import Choice, ChoicesPage, FormPage, Part
from directory.web.rendering import render_page
from directory.workflows.editions.edit_draft import desk

LIST = f"{HOME}/terms"
ADDRESS = f"{LIST}/<vocabulary>/<term>"
_FIELDS: Mapping[str, tuple[str, Mapping[str, Term]]] = {
    "concerns": ("Concerns", CONCERNS),
    "modalities": ("Kinds of therapy", MODALITIES),
}

pages = Blueprint("terms", __name__)


@pages.get(LIST)
def choose() -> str:
    """Show every concern and every kind of therapy."""
    draft = desk(current_directory()).draft
    parts = (_part(field, title, terms, draft) for field, (title, terms) in _FIELDS.items())
    page = ChoicesPage(
        "Words that people type",
        "A search for any of these words finds whoever helps with the concern, or offers the kind "
        "of therapy.",
        tuple(parts),
    )
    return render_page("admin/words/choices.html", page)


@pages.get(ADDRESS)
def see(vocabulary: str, term: str) -> Response:
    """Show the words of one term."""
    found = _term(vocabulary, term)
    change = _changes(vocabulary, desk(current_directory()).draft).get(term)
    form = WordsForm(formdata=None, words="\n".join(words_of(found, change)))
    return _show(vocabulary, found, form)


@pages.post(ADDRESS)
def save(vocabulary: str, term: str) -> Response:
    """Put the words of one term into the draft."""
    found, form = _term(vocabulary, term), WordsForm()
    if form.validate():
        change = partial(with_words, field=vocabulary, code=term, wanted=form.typed())
        fields = {f"{vocabulary}.{term}": "words", "added": "words"}
        if done := put_into_draft(form, change, HOME, fields):
            return done
    return _show(vocabulary, found, form)


def _show(vocabulary: str, term: Term, form: WordsForm) -> Response:
    shipped = ", ".join(term.synonyms)
    page = FormPage(
        title=str(term.label),
        action=f"{LIST}/{vocabulary}/{term.code}",
        back_href=LIST,
        about=(
            "One word or phrase a line. The name itself always counts.",
            f"As it ships: {shipped}." if shipped else "It ships without any.",
        ),
        form=form,
    )
    status = 422 if form.errors or form.form_errors else 200
    return make_response(render_page("admin/words/form.html", page), status)


def _part(field: str, title: str, terms: Mapping[str, Term], draft: Edition) -> Part:
    changes = _changes(field, draft)
    choices = (
        Choice(
            str(term.label),
            f"{LIST}/{field}/{code}",
            f"{len(words_of(_shipped(field, code), changes.get(code)))} words",
            "changed" if code in changes else "",
        )
        for code, term in terms.items()
    )
    return Part(title, tuple(choices))


def _changes(field: str, draft: Edition) -> Mapping[str, Words]:
    return draft.concerns if field == "concerns" else draft.modalities


def _shipped(field: str, code: str) -> Term:
    base: Mapping[str, Term] = CONCERNS.base if field == "concerns" else MODALITIES.base
    return base[code]


def _term(field: str, code: str) -> Term:
    """Return a term as it ships; raise NotFound where there is none."""
    if field not in _FIELDS or code not in _FIELDS[field][1]:
        raise NotFound("there are no such words")
    return _shipped(field, code)
