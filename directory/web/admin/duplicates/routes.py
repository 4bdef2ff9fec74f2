"""The room of duplicates: the pairs that wait, the search, and the decision about a pair."""

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid, NotFound
from directory.likeness.duplicate import Duplicate
from directory.storage import Duplicates
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.duplicates.forms import MergeForm, PairForm, merge_form
from directory.web.admin.duplicates.lists import CERTAINTIES, decided_page, open_page
from directory.web.admin.duplicates.pair import pair_page
from directory.web.rendering import render_page
from directory.workflows.merging.decide_duplicate import (
    ask_for_search,
    mark_as_different,
    put_together,
    reopen,
    who_stays,
)
from directory.workflows.merging.merge_listings import Merging, merge_listings, prepare_merge

HOME = "/admin/duplicates"
PAIR = f"{HOME}/<int:number>"
_RELOAD_SECONDS = "4"

pages = Blueprint("duplicates", __name__)


@pages.get(HOME)
def see() -> Response:
    """Show the pairs that wait for a decision."""
    return _list(PairForm(formdata=None))


@pages.get(f"{HOME}/different")
def see_different() -> str:
    """Show the pairs of which somebody said that they are two people."""
    page = decided_page(current_directory(), _page_asked(), acting_admin())
    return render_page("admin/duplicates.html", page)


@pages.post(f"{HOME}/search")
def search() -> Response:
    """Ask the worker to look through all listings."""
    ask_for_search(current_directory(), acting_admin())
    flash("Looking through all listings. This page tells how far it is.")
    return redirect(HOME, 303)


@pages.post(f"{HOME}/compare")
def compare() -> Response:
    """Put two listings together that the search did not."""
    form = PairForm()
    if not form.validate():
        return _list(form, 422)
    try:
        number = put_together(current_directory(), acting_admin(), *form.ids())
    except (Conflict, NotFound) as error:
        form.form_errors = [_sentence(error)]
        return _list(form, 422)
    return redirect(f"{HOME}/{number}", 303)


@pages.get(PAIR)
def review(number: int) -> Response:
    """Show two listings side by side."""
    pair = _pair(number)
    merging = _merging(pair, request.args.get("keep", ""))
    return _review(pair, merging, _form(merging, formdata=None))


@pages.post(f"{PAIR}/merge")
def merge(number: int) -> Response:
    """Merge them as it was chosen."""
    directory, pair = current_directory(), _pair(number)
    merging = _merging(pair, request.form.get("keep", ""))
    form = _form(merging)
    if not form.validate():
        form.form_errors = ["Choose one value for each fact."]
        return _review(pair, merging, form, 422)
    kept, other = merging.kept.id, merging.other.id
    try:
        done = merge_listings(
            directory, acting_admin(), kept, other, form.chosen(), form.stamp.data or ""
        )
    except Invalid as error:
        form.tell(error.problems)
    except Conflict as error:
        form.form_errors = [_sentence(error)]
        form.stamp.data = merging.stamp
    else:
        flash("Merged. The old address leads to the listing that stayed.")
        return redirect(f"{HOME}/merges/{done}", 303)
    return _review(pair, merging, form, 422)


@pages.post(f"{PAIR}/different")
def different(number: int) -> Response:
    """Remember that they are two people."""
    mark_as_different(current_directory(), acting_admin(), number)
    flash("Remembered: these are two people. No search asks again.")
    return redirect(HOME, 303)


@pages.post(f"{PAIR}/reopen")
def look_again(number: int) -> Response:
    """Let a pair wait for a decision again."""
    reopen(current_directory(), acting_admin(), number)
    flash("This pair waits for a decision again.")
    return redirect(f"{HOME}/{number}", 303)


def _list(form: PairForm, status: int = 200) -> Response:
    asked = request.args.get("certainty", "")
    certainty = next((one for one in CERTAINTIES if one == asked), None)
    page = open_page(current_directory(), certainty, _page_asked(), form, acting_admin())
    answer = make_response(render_page("admin/duplicates.html", page), status)
    if page.search and page.search.percent is not None and request.method == "GET":
        answer.headers["Refresh"] = _RELOAD_SECONDS
    return answer


def _page_asked() -> int:
    asked = request.args.get("page", "1")
    return max(1, min(10_000, int(asked))) if asked.isdecimal() and len(asked) < 6 else 1


def _pair(number: int) -> Duplicate:
    with current_directory().database.reading() as session:
        found = Duplicates(session).get(number)
    if found is None:
        raise NotFound(f"there is no pair {number}")
    return found


def _merging(pair: Duplicate, keep: str) -> Merging:
    """Return what a merge of a pair would be about, with the listing that is asked for staying."""
    directory = current_directory()
    kept, other = who_stays(directory, *pair.ids)
    if keep == other:
        kept, other = other, kept
    return prepare_merge(directory, kept, other)


def _form(merging: Merging, **options: object) -> MergeForm:
    return merge_form(merging.choices, merging.kept.id, merging.stamp, **options)


def _review(pair: Duplicate, merging: Merging, form: MergeForm, status: int = 200) -> Response:
    page = pair_page(pair, merging, form, acting_admin())
    return make_response(render_page("admin/duplicate.html", page), status)


def _sentence(error: Exception) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith(".") else ".")
