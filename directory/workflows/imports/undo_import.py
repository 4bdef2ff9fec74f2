"""Taking one import back: what it created goes, what it changed is as before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from directory.jobs import Job, Progress
from directory.providers import Provider
from directory.providers.history import Author
from directory.roles import Admin
from directory.storage import AuditLog, Imports, Jobs, Providers, Uploads
from directory.storage.hanging import with_anything_hanging
from directory.workflows.imports.upload_files import forget_upload
from directory.workflows.indexing import reindex
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory
from directory.workflows.removals.decide_removal import forget_listing

UNDO = "import.undo"  # the kind of its job
_MERGES_SHOWN = 20
_AT_ONCE = 200  # listings, so that nobody else who writes waits for long


@dataclass(frozen=True, slots=True)
class Undone:
    """How many listings went, how many are as before, and which were edited since and stay."""

    removed: int
    restored: int
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UndoPreview:
    """What taking an import back would do now.

    `edited` stay unless asked, `kept` by their providers and `claimed` by somebody who waits for an
    answer stay whatever is asked; `gone` are those that were removed since. `merge_count` merges
    had a part in them, of which `merges` are the numbers of the newest.
    """

    removed: int
    restored: int
    edited: tuple[str, ...]
    kept: tuple[str, ...]
    gone: tuple[str, ...]
    claimed: tuple[str, ...] = ()
    merge_count: int = 0
    merges: tuple[int, ...] = ()


@dataclass(slots=True)
class _Taken:
    """What one transaction takes back."""

    removed: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    staying: list[str] = field(default_factory=list)


def preview_undo(directory: Directory, batch: str) -> UndoPreview:
    """Tell what taking an import back would do; raise NotFound for an unknown one."""
    with directory.database.reading() as session:
        imports = Imports(session)
        imports.get(batch)
        removed, restored = imports.count_as_left(batch)
        merge_count, merges = imports.merges_within(batch, _MERGES_SHOWN)
        edited, kept, claimed, gone = [], [], [], []
        for one in imports.standings(batch):
            if one.document is None:
                gone.append(one.provider_id)
            elif one.is_kept:
                kept.append(one.provider_id)
            elif one.is_claimed:
                claimed.append(one.provider_id)
            elif not one.is_as_left:
                edited.append(one.provider_id)
            else:
                removed, restored = removed + one.is_new, restored + (not one.is_new)
    return UndoPreview(
        removed,
        restored,
        edited=tuple(edited),
        kept=tuple(kept),
        gone=tuple(gone),
        claimed=tuple(claimed),
        merge_count=merge_count,
        merges=merges,
    )


def undo_import(
    directory: Directory,
    batch: str,
    with_edited: bool = False,
    progress: Progress | None = None,
) -> Undone:
    """Take one import back in small steps; one that broke off is finished by the same call.

    A listing edited since is left as it is unless `with_edited`, and one that its provider keeps,
    or somebody has claimed, in any case. Raises NotFound for an unknown batch and Conflict for one
    taken back already.
    """
    with directory.database.writing() as session:
        _begin(directory, session, batch, with_edited, None)
    return _take_back(directory, batch, progress)


def ask_undo(directory: Directory, batch: str, with_edited: bool, admin: Admin) -> None:
    """Let the worker take one import back; raise as `undo_import` does."""
    with directory.database.writing() as session:
        _begin(directory, session, batch, with_edited, admin)
        Jobs(session).ask(UNDO, batch, admin.account_id, directory.clock())


def told_undo(session: Session, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what taking an import back means, to whoever has to agree."""
    batch = Imports(session).get(document["batch"])
    edited = (
        ("Listings that were edited since go back as well.",) if document["with_edited"] else ()
    )
    return (
        f"The import of {batch.name or batch.id} is taken back.",
        f"It created {batch.created:,} listings and changed {batch.updated:,}.",
        *edited,
    )


def agree_to_undo(directory: Directory, document: Mapping[str, Any], admin: Admin) -> str:
    """Let the worker take an import back to which another admin agreed."""
    ask_undo(directory, document["batch"], document["with_edited"], admin)
    return "The import is being taken back."


def carry_out_undo(directory: Directory, job: Job, progress: Progress) -> str:
    """Do what was asked for; return what came of it."""
    done = _take_back(directory, job.subject, progress)
    stayed = f" {len(done.kept)} stay as they are." if done.kept else ""
    return f"{done.removed} listings removed, {done.restored} as they were before.{stayed}"


def _begin(
    directory: Directory, session: Session, batch: str, with_edited: bool, admin: Admin | None
) -> None:
    Imports(session).ask_undo(batch, directory.clock(), with_edited)
    details = {"with_edited": with_edited}
    log = AuditLog(session)
    log.append(directory.clock(), admin, "import.undone", f"import/{batch}", details)


def _take_back(directory: Directory, batch: str, progress: Progress | None) -> Undone:
    with directory.database.reading() as session:
        whole = left = Imports(session).count_left(batch)
    while left > 0:
        left -= _take_some_back(directory, batch)
        if progress:
            progress(whole - left, whole)
    with directory.database.writing() as session:
        Imports(session).mark_undone(batch, directory.clock())
    _forget_file(directory, batch)
    # An index that only dropped its listings would still count their words.
    reindex(directory, progress)
    with directory.database.reading() as session:
        done = Imports(session).get(batch)
        return Undone(done.removed, done.restored, Imports(session).staying(batch))


def _forget_file(directory: Directory, batch: str) -> None:
    """Forget the rows of the file behind an import, where it came through the pages."""
    with directory.database.reading() as session:
        uploads = Uploads(session)
        found = [uploads.get(id) for id in uploads.of_batches([batch]).values()]
    for upload in found:
        forget_upload(directory, upload)


def _take_some_back(directory: Directory, batch: str) -> int:
    """Take the next listings back in one transaction; return how many it looked at."""
    with directory.database.writing() as session:
        imports = Imports(session)
        with_edited = imports.get(batch).undoes_edited
        changes = imports.next_to_take_back(batch, _AT_ONCE)
        ids = [change.provider_id for change in changes]
        stored = {one.id: one for one in Providers(session).get_many(ids)}
        theirs, taken = imports.of_somebody(ids), _Taken()
        for change in changes:
            now = stored.get(change.provider_id)
            is_edited = now != change.after
            if now is None or change.provider_id in theirs or (is_edited and not with_edited):
                taken.staying.append(change.provider_id)
            elif change.before is None:
                taken.removed.append(change.provider_id)
            else:
                taken.restored.append(change.provider_id)
                _restore(directory, session, now, change.before, is_edited)
        _remove(session, taken.removed)
        imports.taken_back(batch, taken.removed, taken.restored)
        imports.let_stay(batch, taken.staying)
    return len(changes)


def _remove(session: Session, ids: list[str]) -> None:
    """Delete listings with whatever hangs on them; most have nothing, and go all at once."""
    laden = with_anything_hanging(session, ids)
    for id in sorted(laden & set(ids)):
        forget_listing(session, id)
    bare = [id for id in ids if id not in laden]
    Providers(session).remove_many(bare)
    Imports(session).forget_many(bare)


def _restore(
    directory: Directory, session: Session, now: Provider, before: Provider, is_edited: bool
) -> None:
    """Write what a listing was before; somebody's edits stay in its history."""
    if is_edited:
        record_change(session, now, before, Author("admin"), directory.clock())
    else:
        Providers(session).save(before)
