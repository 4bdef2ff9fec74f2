"""The files that wait to be imported: where they stand, and when they go."""

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from directory.errors import Unusable
from directory.storage import Staging, Upload, Uploads, UploadState
from directory.workflows.opening import Directory

KEPT_FOR = timedelta(days=7)
_ODD = re.compile(r"[^\w.() -]+")
_LONGEST_NAME = 80  # characters
_LONGEST_BYTES = 200  # of a name; file systems take 255


def plain_name(name: str) -> str:
    """Return the name of a file as it is kept: no path, nothing odd, short."""
    last = re.split(r"[/\\]", name)[-1]
    short = _ODD.sub("_", last).strip(". ")[-_LONGEST_NAME:]
    return short.encode()[-_LONGEST_BYTES:].decode(errors="ignore").strip(". ") or "file"


def path_of(directory: Directory, upload: Upload) -> Path:
    """Return where the file of an upload is; raise Unusable where it is gone."""
    path = directory.uploads / upload.id / upload.name
    if not path.is_file():
        raise Unusable("this file is not kept any more: bring it again")
    return path


def drop_file(directory: Directory, id: str) -> None:
    """Delete the file of an upload, if it is still there."""
    shutil.rmtree(directory.uploads / id, ignore_errors=True)


def forget_old_files(directory: Directory) -> None:
    """Delete the files of long ago with what was staged of them, also those never finished."""
    if not directory.uploads.is_dir():
        return
    oldest = directory.clock() - KEPT_FOR
    with directory.database.reading() as session:
        kept = Uploads(session).with_anything_kept()
    for upload in kept:
        if upload.uploaded_at < oldest and upload.state != "confirming":
            forget_upload(directory, upload)
    known = {upload.id for upload in kept}
    for folder in directory.uploads.iterdir():
        if folder.name not in known and folder.stat().st_mtime < oldest.timestamp():
            shutil.rmtree(folder, ignore_errors=True)


def clear_staged(directory: Directory, id: str) -> None:
    """Forget what is staged and noted, in steps that let others write."""
    more = True
    while more:
        with directory.database.writing() as session:
            more = Staging(session, id).clear_some()


def forget_upload(directory: Directory, upload: Upload) -> None:
    """Delete the file of an upload with all that is kept of its rows."""
    drop_file(directory, upload.id)
    state: UploadState = "done" if upload.state == "done" else "discarded"
    with directory.database.writing() as session:
        Uploads(session).save(replace(upload, state=state, has_file=False))
        Staging(session, upload.id).forget_mends()
    clear_staged(directory, upload.id)
