"""Taking one import back: what it created goes, what it changed is as before."""

from dataclasses import dataclass

from directory.storage import Imports, Providers
from directory.workflows.indexing import reindex
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class Undone:
    """How many listings went, how many are as before, and which were edited since and stay."""

    removed: int
    restored: int
    kept: tuple[str, ...]


def undo_import(directory: Directory, batch: str) -> Undone:
    """Take one import back, in one transaction; a listing edited since is left as it is.

    Raises NotFound for an unknown batch and Conflict for one taken back already.
    """
    removed, restored, kept = 0, 0, []
    with directory.database.writing() as session:
        imports, providers = Imports(session), Providers(session)
        imports.mark_undone(batch, directory.clock())
        for change in imports.changes(batch):
            if providers.get(change.provider_id) != change.after:
                kept.append(change.provider_id)
            elif change.before is None:
                providers.remove(change.provider_id)
                removed += 1
            else:
                providers.save(change.before)
                restored += 1
    reindex(directory)  # an index that only dropped its listings would still count their words
    return Undone(removed, restored, tuple(kept))
