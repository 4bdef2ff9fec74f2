"""The merges that were made, and taking one back."""

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid
from directory.providers.merging import Merge
from directory.storage import Duplicates, Merges
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.admin.duplicates.lists import AT_ONCE, HOME, may_change
from directory.web.admin.duplicates.pages import AlikeFact, MergeLine, MergePage, MergesPage
from directory.web.admin.duplicates.pair import values_of
from directory.web.admin.duplicates.words import fact_title
from directory.web.field_words import NOTHING
from directory.web.rendering import render_page
from directory.web.times import told_time
from directory.workflows.merging.undo_merge import prepare_undo, undo_merge

ADDRESS = f"{HOME}/merges"
LISTINGS = "/admin/listings"

pages = Blueprint("merges", __name__)


@pages.get(ADDRESS)
def see() -> str:
    """Show the merges that hold, the newest first."""
    asked = request.args.get("page", "1")
    page = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
    with current_directory().database.reading() as session:
        found = Merges(session).newest(AT_ONCE + 1, (page - 1) * AT_ONCE)
    merges = MergesPage(
        title="Merged",
        merges=tuple(map(_line, found[:AT_ONCE])),
        next_href=f"{ADDRESS}?page={page + 1}" if len(found) > AT_ONCE else "",
        previous_href=f"{ADDRESS}?page={page - 1}" if page > 1 else "",
    )
    return render_page("admin/merges.html", merges)


@pages.get(f"{ADDRESS}/<int:number>")
def see_one(number: int) -> Response:
    """Show what a merge did, and what taking it back would do."""
    return _show(number)


@pages.post(f"{ADDRESS}/<int:number>/undo")
def undo(number: int) -> Response:
    """Take a merge back."""
    try:
        merge = undo_merge(current_directory(), acting_admin(), number)
    except (Conflict, Invalid) as error:
        return _show(number, str(error))
    flash(f"Taken back: {merge.gone_before.name} ({merge.gone_id}) is a listing of its own again.")
    return redirect(ADDRESS, 303)


def _line(merge: Merge) -> MergeLine:
    words = f"{merge.gone_before.name} ({merge.gone_id}) into {merge.after.name}"
    return MergeLine(words, told_time(merge.at), f"{ADDRESS}/{merge.id}")


def _show(number: int, problem: str = "") -> Response:
    directory = current_directory()
    plan = prepare_undo(directory, number)
    with directory.database.reading() as session:
        following = Duplicates(session).in_state("open", limit=1)
        left = sum(Duplicates(session).counts("open").values())
    merge = plan.merge
    page = MergePage(
        title=f"{merge.gone_before.name} was merged into {merge.after.name}",
        action=f"{ADDRESS}/{number}",
        told=(
            ("The listing that stayed", merge.survivor_id, f"{LISTINGS}/{merge.survivor_id}"),
            ("The address that leads there now", f"/providers/{merge.gone_id}", ""),
            ("Merged", told_time(merge.at), ""),
        ),
        facts=tuple(_taken(merge)),
        edited=tuple(map(fact_title, plan.edited)),
        hindrance=plan.hindrance or "",
        may_change=may_change(acting_admin()),
        next_href=f"{HOME}/{following[0].id}" if following else "",
        left=left,
        problem=problem,
    )
    return make_response(render_page("admin/merge.html", page), 409 if problem else 200)


def _taken(merge: Merge) -> list[AlikeFact]:
    """Return what the merge changed in the listing that stayed."""
    was, now = (one.model_dump(mode="json") for one in (merge.survivor_before, merge.after))
    return [
        AlikeFact(fact_title(fact), values_of(merge.after, fact) or (NOTHING,))
        for fact in now
        if was[fact] != now[fact] and fact != "confirmed"
    ]
