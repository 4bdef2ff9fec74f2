"""Keeping the index like the database: catching up from the outbox, and building anew."""

from collections.abc import Iterable, Iterator

from directory.jobs import Progress
from directory.providers import Provider
from directory.storage import Providers, SearchLog, Vitals
from directory.workflows.editions.edition_in_force import take_in_edition
from directory.workflows.opening import Directory

_AT_ONCE = 1_000  # changes, so that a large import is taken in with constant memory
_MANY_EDITS = 2_000  # listings
_MOST_EDITS = 5_000  # beyond them a search is slower with the edits than it is worth


def catch_up(directory: Directory) -> None:
    """Bring the index up to the newest change; costs one small query where nothing changed.

    What an import of many listings changes is left to whoever builds the index anew: whoever
    searches meanwhile does not wait for it. Of what was hidden or removed nothing is shown.
    """
    indexed = directory.engine.seq()
    with directory.database.reading() as session:
        newest, edition = SearchLog(session).heads()
    if edition != directory.editions.number:
        take_in_edition(directory)
    if directory.engine.edits() + newest - indexed > _MOST_EDITS:
        return
    while 0 <= indexed < newest:
        upto = _take_in_changes(directory, indexed)
        indexed = directory.engine.seq()
        if indexed < upto:
            return  # another process is writing, and takes these in as well


def refresh(directory: Directory) -> None:
    """Catch up, and build anew where more has changed since the last build than a search bears."""
    catch_up(directory)
    with directory.database.reading() as session:
        behind = SearchLog(session).head() - directory.engine.seq()
    if directory.engine.edits() + behind > _MANY_EDITS:
        reindex(directory)


def bring_index_up(directory: Directory, changed: int, progress: Progress | None = None) -> None:
    """Bring the index up to what an import changed: building anew is quicker where it is much."""
    if changed > _MANY_EDITS:
        reindex(directory, progress)
    else:
        catch_up(directory)


def _take_in_changes(directory: Directory, indexed: int) -> int:
    """Take in the next changes, and return the number of the last of them."""
    with directory.database.reading() as session:
        changed, upto = SearchLog(session).changed_since(indexed, _AT_ONCE)
        published = Providers(session).get_published(changed)
    gone = set(changed) - {provider.id for provider in published}
    directory.engine.apply(published, gone, upto)
    return upto


def reindex(directory: Directory, progress: Progress | None = None) -> int:
    """Build the index anew beside the live one, swap it in, and return how many it holds."""
    with directory.database.reading() as session:
        seq, listings = SearchLog(session).head(), Providers(session)
        whole = Vitals(session).listings().public
        told = _told(listings.published(), progress, whole) if progress else listings.published()
        return directory.engine.rebuild(told, seq)


def _told(listings: Iterable[Provider], progress: Progress, whole: int) -> Iterator[Provider]:
    """Pass listings on; a job that says nothing for a minute counts as dead."""
    for place, listing in enumerate(listings):
        if place % _AT_ONCE == 0:
            progress(place, whole)
        yield listing
