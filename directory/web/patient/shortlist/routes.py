"""The shortlist: keep somebody, look at the list, compare, take it along, tell how a call went."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.providers import Provider
from directory.providers.contact_reports import DayOfReports
from directory.storage import Photos, Providers
from directory.web.access import current_directory, current_settings
from directory.web.languages import local_path
from directory.web.patient.same_site import is_from_here
from directory.web.patient.sessions import keep_shortlist, this_visit
from directory.web.patient.shortlist.calling import calling
from directory.web.patient.shortlist.compare_page import compare_page
from directory.web.patient.shortlist.kept import keep_if_free, shortlist_here
from directory.web.patient.shortlist.page import shortlist_page
from directory.web.patient.shortlist.pages import PaperPage
from directory.web.patient.shortlist.paper import paper_page, paper_text
from directory.web.patient.shortlist.shortlist import Shortlist, Told
from directory.web.patient.unshared import keep_unshared
from directory.web.patient.viewing import note_view
from directory.web.patient.visit import Visit
from directory.web.rate_limits import Allowance, client_key
from directory.web.rendering import render_page, told
from directory.workflows.matching.report_contact import report_contact
from directory.workflows.merging.merged_away import survivor_of

LIST, COMPARE = "/shortlist", "/shortlist/compare"
_FIELDS = ("keep", "remove", "compare", "listing", "kind", "back")
_LONGEST = 2000  # characters of an address to come back to

pages = Blueprint("shortlist", __name__)
pages.after_request(keep_unshared)
pages.add_app_template_global(shortlist_here, "shortlist")


@pages.before_request
def ask_again_where_the_form_may_be_of_another_site() -> Reply | None:
    """Ask for one more press, with a token, where the browser does not vouch for the form."""
    if request.method != "POST" or is_from_here():
        return None
    fields = [(name, text) for name in _FIELDS for text in request.form.getlist(name)]
    return make_response(render_template("shortlist/again.html", fields=fields), 403)


@pages.get(LIST)
def shortlist() -> str:
    """Show whom the person keeps; the list stays for another half an hour."""
    visit, kept = this_visit(), _followed(shortlist_here())
    providers = _listed(kept.kept)
    if visit:
        keep_if_free(visit.with_shortlist(kept.only(one.id for one in providers).heard()))
    page = shortlist_page(
        kept,
        providers,
        _count_resting(kept.kept),
        lambda provider: calling(provider, visit, kept),
        _removed(kept),
        _photos(kept.kept),
        current_directory().today(),
    )
    return render_page("shortlist/list.html", page)


@pages.post(LIST)
def change() -> Reply:
    """Keep one person or remove one, and lead back to where they were shown."""
    before = _before()
    if id := request.form.get("keep", ""):
        after = before.keeping(_seen(id).id)
        if id in after.kept and id not in before.kept:
            note_view("kept", id)
        return _back(after, "kept")
    return _back(before.without(request.form.get("remove", "")), "kept")


@pages.post(COMPARE)
def choose() -> Reply:
    """Choose whom to compare."""
    chosen = _before().comparing(request.form.getlist("compare"))
    to = f"{LIST}#problem" if chosen.said else COMPARE
    return keep_shortlist(chosen, make_response(redirect(to, 303)))


@pages.get(COMPARE)
def compare() -> str | Reply:
    """Show those who were chosen side by side."""
    kept = shortlist_here()
    providers = _listed(kept.compared)
    if len(providers) < 2:
        return redirect(LIST, 303)
    page = compare_page(providers, current_directory().today())
    return render_page("shortlist/compare.html", page)


@pages.get(f"{LIST}/print")
def on_paper() -> str | Reply:
    """Show the list as it goes on paper."""
    page = _paper()
    return render_page("shortlist/print.html", page) if page else redirect(LIST, 303)


@pages.get(f"{LIST}.txt")
def as_text() -> Reply:
    """Hand the list over as a text file."""
    page = _paper()
    if page is None:
        return redirect(LIST, 303)
    response = Response(paper_text(told(page)), content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="list.txt"'
    return response


@pages.post(f"{LIST}/told")
def tell() -> Reply:
    """Count how a call went, in place of what the same visit told before."""
    before = _before()
    id, kind = request.form.get("listing", ""), request.form.get("kind", "")
    earlier = before.told_of(id)
    if earlier is None:
        # Who throws the cookie away could else tell the same three times, and have it shown.
        Allowance("2 per day", ("told", client_key(), id)).take()
    undone = DayOfReports(earlier.day, earlier.kind, 1) if earlier else None
    counted = report_contact(current_directory(), id, kind, undone)
    return _back(before.telling(Told(id=id, kind=kind, day=counted.day)), "told")


def _before() -> Shortlist:
    visit = this_visit()
    return visit.shortlist if visit else Shortlist()


def _back(shortlist: Shortlist, place: str) -> Reply:
    """Keep the list, and lead back to the word about it."""
    to = local_path(request.form.get("back", LIST)[:_LONGEST]).partition("#")[0]
    return keep_shortlist(shortlist, make_response(redirect(f"{to}#{place}", 303)))


def _followed(shortlist: Shortlist) -> Shortlist:
    """Return the list with whoever was merged into another listing under that one's id."""
    directory = current_directory()
    with directory.database.reading() as session:
        known = {one.id for one in Providers(session).get_many(shortlist.kept)}
    moved = {id: survivor_of(directory, id) for id in shortlist.kept if id not in known}
    return shortlist.following({id: to for id, to in moved.items() if to})


def _listed(ids: Sequence[str]) -> list[Provider]:
    with current_directory().database.reading() as session:
        return Providers(session).get_published(ids)


def _count_resting(ids: Sequence[str]) -> int:
    """Return how many of these listings are hidden because nobody confirmed them."""
    with current_directory().database.reading() as session:
        listings = Providers(session).get_many(ids)
    return sum(one.published and one.hidden_since is not None for one in listings)


def _photos(ids: Sequence[str]) -> Mapping[str, str]:
    with current_directory().database.reading() as session:
        return Photos(session).public_names(ids)


def _seen(id: str) -> Provider:
    """Return a listing that anybody may see, or raise NotFound."""
    found = _listed((id,))
    if not found:
        raise NotFound(f"no listing has the id {id}")
    return found[0]


def _removed(kept: Shortlist) -> Provider | None:
    is_removed = kept.said is not None and kept.said.what == "removed"
    return next(iter(_listed((kept.said.id,))), None) if kept.said and is_removed else None


def _paper() -> PaperPage | None:
    visit = this_visit() or Visit()
    providers = _listed(visit.shortlist.kept)
    if not providers:
        return None
    today, site = current_directory().today(), current_settings().site_url
    return paper_page(providers, visit.answers, today, site)
