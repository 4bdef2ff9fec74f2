"""Confirming a dry run: just what was staged is done, in small steps that can go on."""

import secrets
from dataclasses import replace

from sqlmodel import Session

from directory.errors import Conflict
from directory.jobs import Job, Progress
from directory.providers import Provider
from directory.providers.removals import Tombstone, buried, without_details
from directory.roles import Admin
from directory.storage import (
    AuditLog,
    ImportBatch,
    Imports,
    Jobs,
    Keepers,
    Providers,
    Staged,
    Staging,
    Tombstones,
    Upload,
    Uploads,
)
from directory.storage.providers import document_of
from directory.workflows.imports.settling import is_kept_from
from directory.workflows.imports.upload_files import drop_file
from directory.workflows.indexing import bring_index_up
from directory.workflows.opening import Directory

CONFIRM = "import.confirm"  # the kind of its job
_AT_ONCE = 200  # rows in one transaction
_LOOK_AGAIN = "this file was read again since you saw it: look at it once more"


def confirm_import(directory: Directory, id: str, round: int, hides_new: bool, admin: Admin) -> str:
    """Let the worker do what the dry run of this number staged; return the new import's id.

    With `hides_new` nobody sees a new listing until somebody has checked it. Raises Conflict where
    the file was read again, or decided, since.
    """
    with directory.database.writing() as session:
        upload = Uploads(session).get(id)
        if upload.state != "read" or upload.round != round:
            raise Conflict(_LOOK_AGAIN)
        batch = begin_batch(directory, session, replace(upload, hides_new=hides_new), admin)
        Jobs(session).ask(CONFIRM, id, admin.account_id, directory.clock())
    return batch


def begin_batch(directory: Directory, session: Session, upload: Upload, admin: Admin | None) -> str:
    """Note that what is staged of an upload is confirmed; return the new import's id."""
    now = directory.clock()
    batch = f"{directory.today():%Y%m%d}-{secrets.token_hex(4)}"
    Imports(session).begin(batch, upload.format, now, upload.name)
    Uploads(session).save(replace(upload, state="confirming", batch_id=batch))
    counts = {kind: upload.counts.get(kind, 0) for kind in ("created", "updated")}
    AuditLog(session).append(now, admin, "import.confirmed", f"import/{batch}", counts)
    return batch


def carry_out_import(directory: Directory, job: Job, progress: Progress) -> str:
    """Do what is staged and not yet done, and bring the index up to it."""
    done = write_staged(directory, job.subject, progress)
    bring_index_up(directory, done.created + done.updated, progress)
    return f"{done.created:,} listings created, {done.updated:,} updated."


def write_staged(directory: Directory, id: str, progress: Progress) -> ImportBatch:
    """Write what is staged and not yet done; what changed meanwhile is left alone, and told."""
    with directory.database.reading() as session:
        upload = Uploads(session).get(id)
        whole = Staging(session, id).count_left()
    count = 0
    while some := _carry_out_some(directory, upload):
        count += some
        progress(count, whole)
    batch = upload.batch_id or ""
    with directory.database.writing() as session:
        Imports(session).end(batch, directory.clock())
        Uploads(session).save(_done(upload))
        done = Imports(session).get(batch)
        if not upload.counts.get("errors"):  # nothing is left to mend
            Staging(session, id).forget_mends()
    if not upload.counts.get("errors"):
        drop_file(directory, id)
    return done


def _done(upload: Upload) -> Upload:
    """A file with errors stays for a while: somebody may want to mend them."""
    return replace(upload, state="done", has_file=bool(upload.counts.get("errors")))


def _carry_out_some(directory: Directory, upload: Upload) -> int:
    """Do the next staged rows in one transaction; return how many there were.

    0 where somebody takes the import back: what came after that could not be taken back.
    """
    batch = upload.batch_id or ""
    with directory.database.writing() as session:
        if Imports(session).get(batch).undo_asked_at:
            return 0
        staging = Staging(session, upload.id)
        rows = staging.next(_AT_ONCE)
        meanwhile = _Meanwhile(session, rows)
        told = {row.id: why for row in rows if (why := meanwhile.forbids(row))}
        doing = [row for row in rows if row.id not in told]
        listings = [_as_confirmed(row, upload.hides_new) for row in doing]
        Providers(session).save_many(listings)
        changes = zip(doing, listings, strict=True)
        Imports(session).note_changes(
            batch, [(one.id, row.before, document_of(one)) for row, one in changes]
        )
        staging.done([row.id for row in doing])
        staging.leave_out(told)
    return len(rows)


def _as_confirmed(row: Staged, hides_new: bool) -> Provider:
    if hides_new and row.before is None:
        return row.listing.model_copy(update={"published": False})
    return row.listing


class _Meanwhile:
    """What happened to some listings between their dry run and now."""

    def __init__(self, session: Session, rows: list[Staged]) -> None:
        listings = {row.provider_id: row.listing for row in rows}
        npis = [one.npi for one in listings.values() if one.npi]
        providers = Providers(session)
        self._after = listings
        self._stored = {one.id: one for one in providers.get_many(list(listings))}
        self._holders = providers.ids_by_npi(npis)
        self._kept = Keepers(session).of_listings(list(listings))
        self._stones: dict[str, Tombstone] = Tombstones(session).of(listings, npis)

    def forbids(self, row: Staged) -> str:
        """Tell why a row must not be carried out, "" where nothing stands against it."""
        after, stored = self._after[row.provider_id], self._stored.get(row.provider_id)
        before = Provider.model_validate_json(row.before) if row.before else None
        if stored != before:
            return _what_happened(before, stored)
        if self._holders.get(after.npi or "", after.id) != after.id:
            return "another listing has this NPI since"
        if stored and is_kept_from(stored, after, stored.id in self._kept):
            return "its provider keeps it since"
        stone = buried(after, self._stones)
        if stone and (stone.what == "all" or _says_too_much(after)):
            return "somebody asked for its removal since"
        return ""


def _what_happened(before: Provider | None, stored: Provider | None) -> str:
    if before is None:
        return "somebody else added it since"
    return "it was removed since" if stored is None else "it was edited since"


def _says_too_much(after: Provider) -> bool:
    return not after.claimed and after != without_details(after)
