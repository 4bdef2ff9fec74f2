"""Bringing a file to be imported: kept, recognised, read again with mends, or thrown away."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from directory.errors import Conflict, Unusable
from directory.roles import Admin
from directory.storage import AuditLog, ChosenColumns, Jobs, Staging, Upload, Uploads
from directory.workflows.imports.recognise_upload import recognise
from directory.workflows.imports.stage_import import STAGE
from directory.workflows.imports.upload_files import clear_staged, drop_file, plain_name
from directory.workflows.opening import Directory

_NOT_NOW = "this file is being worked on, or was decided already"
_OPEN = frozenset({"columns", "read", "unusable"})


def bring_file(
    directory: Directory, name: str, save: Callable[[Path], None], admin: Admin
) -> Upload:
    """Keep a file and find out what it is; where that is known, the worker reads it.

    `save` writes the file to a path. Raises Unusable where it is nothing that can be imported, and
    keeps nothing of it then.
    """
    id, name = secrets.token_hex(8), plain_name(name)
    folder = directory.uploads / id
    folder.mkdir(mode=0o700, parents=True)
    path = folder / name
    try:
        save(path)
        found = recognise(directory, path)
    except Unusable:
        drop_file(directory, id)
        raise
    except OSError as error:
        drop_file(directory, id)
        raise Unusable(f"{name} cannot be kept here: {error.strerror}") from error
    upload = Upload(
        id=id,
        name=name,
        size=path.stat().st_size,
        state="reading" if found.is_known else "columns",
        uploaded_at=directory.clock(),
        uploaded_by=admin.account_id,
        format=found.format,
        titles=found.titles,
        chosen=found.chosen,
    )
    with directory.database.writing() as session:
        Uploads(session).save(upload)
        log, details = AuditLog(session), {"bytes": upload.size}
        log.append(directory.clock(), admin, "import.uploaded", f"upload/{id}", details)
        if found.is_known:
            Jobs(session).ask(STAGE, id, admin.account_id, directory.clock())
    return upload


def choose_columns(directory: Directory, id: str, chosen: ChosenColumns, admin: Admin) -> None:
    """Say what the columns of a file are, remember it for the same titles, and read the file.

    Raises Conflict where the file is decided by now.
    """
    with directory.database.writing() as session:
        uploads = Uploads(session)
        upload = _open(uploads, id)
        uploads.remember(upload.titles, chosen, directory.clock())
        uploads.save(replace(upload, state="reading", chosen=chosen))
        Staging(session, id).forget_mends()
        _read_anew(session, directory, id, admin, "import.columns_chosen")


def mend_cells(
    directory: Directory, id: str, round: int, cells: Mapping[tuple[int, str], str], admin: Admin
) -> None:
    """Write some cells anew, and read the file again.

    Raises Conflict where no cell is new, and where the file was read again, or decided, since.
    """
    if not cells:
        raise Conflict("no cell is changed yet: write into at least one")
    with directory.database.writing() as session:
        uploads = Uploads(session)
        upload = _open(uploads, id)
        if upload.round != round:
            raise Conflict("the file was read again since you saw this: look at it once more")
        Staging(session, id).mend(cells)
        uploads.save(replace(upload, state="reading"))
        _read_anew(session, directory, id, admin, "import.mended", cells=len(cells))


def read_again(directory: Directory, id: str, admin: Admin) -> None:
    """Read a file once more; raise Conflict where it is decided by now."""
    with directory.database.writing() as session:
        uploads = Uploads(session)
        upload = uploads.get(id)
        if upload.state not in {"reading", *_OPEN} or not upload.has_file:
            raise Conflict(_NOT_NOW)
        uploads.save(replace(upload, state="reading"))
        _read_anew(session, directory, id, admin, "import.read_again")


def upload_of(directory: Directory, id: str) -> Upload:
    """Return one upload; raise NotFound where there is none."""
    with directory.database.reading() as session:
        return Uploads(session).get(id)


def discard_upload(directory: Directory, id: str, admin: Admin) -> None:
    """Throw a file away with all that is staged; raise Conflict where it is confirmed by now."""
    with directory.database.writing() as session:
        uploads = Uploads(session)
        upload = uploads.get(id)
        if upload.state in {"confirming", "done", "discarded"}:
            raise Conflict(_NOT_NOW)
        uploads.save(replace(upload, state="discarded", has_file=False))
        Staging(session, id).forget_mends()
        log = AuditLog(session)
        log.append(directory.clock(), admin, "import.discarded", f"upload/{id}")
    drop_file(directory, id)
    clear_staged(directory, id)


def _read_anew(
    session: Session, directory: Directory, id: str, admin: Admin, why: str, **details: int
) -> None:
    """Ask the worker to read a file, and note in the log what led to it."""
    now = directory.clock()
    Jobs(session).ask(STAGE, id, admin.account_id, now)
    AuditLog(session).append(now, admin, why, f"upload/{id}", details)


def _open(uploads: Uploads, id: str) -> Upload:
    upload = uploads.get(id)
    if upload.state not in _OPEN or not upload.has_file:
        raise Conflict(_NOT_NOW)
    return upload
