"""The room of imports: a file in each of its states."""

import json

from tests.imports.test_dry_run import FAULTY, FOREIGN, ROWS
from tests.journeys.admins.visit import Visit

SHEET = "npi,name,license,license_1_title,license_1_state,license_1_number,phone,service_intent\n"
# A row twice, what nobody asked for, two faults in a row, a license that is not one.
MANY_FAULTS = FAULTY + "p9,Kim Roe,lcsw,LCSW,ZZ,1,12,psychotherapy\np0,Pat Doe 0,lcsw,LCSW,CA\n"


def see_imports(visit: Visit) -> None:
    """See files from the upload to the undo."""
    desk = visit.desk
    visit.see("a file to bring", "/admin/imports/new")
    _see_a_file_with_unknown_columns(visit)
    refused = desk.send(b"\x00\x01\x02", "notes.csv")
    visit.sight.keep(desk.client, refused, "admin: a file that is refused")
    unread = desk.bring(b'{"id": ', "broken.jsonl")
    visit.see("a file that cannot be read", unread)
    _see_a_file_with_faults(visit)
    first = desk.confirm(desk.bring(ROWS.encode(), "clinic.csv"))
    _see_differences(visit)
    visit.see("an import", first)
    desk.undo(first)
    visit.see("an import that another admin has to agree to take back", first)
    visit.see("steps that wait", "/admin/steps")
    visit.look("files", "/admin/imports")


def _see_a_file_with_unknown_columns(visit: Visit) -> None:
    file = visit.desk.send(FOREIGN.encode(), "front desk.csv").headers["Location"]
    page = file.removesuffix("/columns")
    visit.see("columns", f"{page}/columns")
    visit.look("a file whose columns are not known", page)


def _see_a_file_with_faults(visit: Visit) -> None:
    desk = visit.desk
    page = desk.send(MANY_FAULTS.encode(), "faulty.csv").headers["Location"]
    visit.look("a file that waits to be read", page)
    desk.work()
    visit.see("a file with faults", page)
    visit.see("errors", f"{page}/errors")
    for which in ("new", "changed"):
        visit.look(f"listings of a file, {which}", f"{page}/listings/{which}")
    for which in ("skipped", "warning"):
        visit.look(f"notes of a file, {which}", f"{page}/notes/{which}")
    visit.look("failed rows", f"{page}/failed.csv")


def _see_differences(visit: Visit) -> None:
    desk = visit.desk
    page = desk.bring(ROWS.replace("Pat Doe 1", "Pat Smith").encode(), "clinic again.csv")
    visit.see("a file that changes listings", page)
    visit.look("differences", f"{page}/listings/changed")
    visit.look("what is confirmed", desk.confirm(page))
    visit.look("a file that was imported", page)
    nothing = desk.bring(json.dumps([]).encode(), "nothing.json")
    visit.see("a file that holds nothing", nothing)
