"""How true the directory is: the score, how many are called, and whether everybody may read it."""

from flask import Blueprint, Response, flash, make_response, redirect
from werkzeug.wrappers import Response as Answer

from directory.providers.notices import Notice
from directory.providers.view_counts import week_of
from directory.storage import Notices, Providers
from directory.web.access import current_directory
from directory.web.accuracy_page import accuracy_page
from directory.web.admin.acting import acting_admin
from directory.web.admin.amounts import counted
from directory.web.admin.naming import GONE_LISTING
from directory.web.admin.truth.files import results_file
from directory.web.admin.truth.forms import SizeForm
from directory.web.admin.truth.page import findings, truth_page
from directory.web.admin.truth.pages import FindingsPage
from directory.web.downloads import CSV, attachment
from directory.web.rendering import render_page
from directory.workflows.accuracy.draw_calls import draw_calls
from directory.workflows.accuracy.plan_calls import choose_size, publish_accuracy, withdraw_accuracy
from directory.workflows.accuracy.read_accuracy import read_accuracy
from directory.workflows.accuracy.take_figures import last_week

pages = Blueprint("truth", __name__)


@pages.get("/admin/truth")
def see() -> Answer:
    """Show how true the directory is."""
    return _show()


@pages.get("/admin/truth/wrong")
def wrong() -> str:
    """Show everything that calls found wrong."""
    page = FindingsPage("Found wrong by calls", findings(_waiting()))
    return render_page("admin/truth/wrong.html", page)


@pages.get("/admin/truth/preview")
def preview() -> str:
    """Show the public page as it is or would be."""
    directory = current_directory()
    found = read_accuracy(directory, last_week(directory))
    return render_page("admin/truth/preview.html", accuracy_page(found))


@pages.get("/admin/truth/results.csv")
def results() -> Response:
    """Give the results of every week as a file."""
    directory = current_directory()
    found = read_accuracy(directory, week_of(directory.today()))
    return attachment(results_file(found.weeks), "accuracy.csv", CSV)


@pages.post("/admin/truth/size")
def resize() -> Answer:
    """Choose how many are called each week."""
    form = SizeForm()
    if not form.validate():
        return _show(form)
    choose_size(current_directory(), acting_admin(), form.size.data)
    flash("Saved. It counts from the next draw on.")
    return redirect("/admin/truth", 303)


@pages.post("/admin/truth/draw")
def draw() -> Answer:
    """Draw at once what is missing this week."""
    count = draw_calls(current_directory(), acting_admin())
    drawn = counted(count, "listing", "listings")
    flash(f"{drawn} drawn." if count else "Nothing more to draw this week.")
    return redirect("/admin/truth", 303)


@pages.post("/admin/truth/publish")
def publish() -> Answer:
    """Let everybody read it."""
    publish_accuracy(current_directory(), acting_admin())
    flash("Published. Everybody can read it at /about/accuracy.")
    return redirect("/admin/truth", 303)


@pages.post("/admin/truth/withdraw")
def withdraw() -> Answer:
    """Take the public page down."""
    withdraw_accuracy(current_directory(), acting_admin())
    flash("Taken down. The page is not there any more.")
    return redirect("/admin/truth", 303)


def _show(form: SizeForm | None = None) -> Answer:
    directory = current_directory()
    today = directory.today()
    found = read_accuracy(directory, week_of(today))
    page = truth_page(found, _waiting(), acting_admin().role, today, form)
    return make_response(render_page("admin/truth/score.html", page), 422 if form else 200)


def _waiting() -> tuple[tuple[Notice, str], ...]:
    with current_directory().database.reading() as session:
        notices = [one for one in Notices(session).waiting() if one.kind == "call"]
        listings = Providers(session).get_many([one.provider_id for one in notices])
    names = {one.id: one.name for one in listings}
    return tuple((one, names.get(one.provider_id, GONE_LISTING)) for one in notices)
