"""Files of evidence: attached to a listing, downloaded, and deleted."""

from flask import Blueprint, flash, redirect
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.wrappers import Response

from directory.errors import NotFound
from directory.storage import EvidenceFiles
from directory.web.access import current_directory
from directory.web.admin.acting import acting_admin
from directory.web.downloads import attachment
from directory.workflows.desk.keep_evidence import delete_evidence

_TYPES = {"pdf": "application/pdf", "png": "image/png", "jpeg": "image/jpeg"}

pages = Blueprint("evidence_desk", __name__)


class UploadForm(FlaskForm):  # type: ignore[misc]
    """One file of evidence."""

    file = FileField("A PDF, PNG or JPEG file, smaller than 5 MB")


@pages.get("/admin/evidence/<evidence>")
def download(evidence: str) -> Response:
    """Send a file to be saved; a browser never opens it within this site."""
    with current_directory().database.reading() as session:
        found = EvidenceFiles(session).get(evidence)
    if found is None:
        raise NotFound(f"there is no file {evidence}")
    about, file = found
    return attachment(file, about.name, _TYPES[about.kind])


@pages.post("/admin/evidence/<evidence>/delete")
def delete(evidence: str) -> Response:
    """Delete a file for good."""
    listing = delete_evidence(current_directory(), evidence, acting_admin())
    flash("Deleted.")
    return redirect(f"/admin/listings/{listing}", 303)
