"""Keeping the index like the database: catching up from the outbox, and building anew."""

from directory.storage import Providers, SearchLog
from directory.workflows.opening import Directory

_MANY = 2_000  # changes, from which on building anew is quicker than taking them in one by one


def catch_up(directory: Directory) -> None:
    """Bring the index up to the newest change; costs one small query where nothing changed."""
    with directory.database.reading() as session:
        log = SearchLog(session)
        indexed, newest = directory.engine.seq(), log.head()
        if indexed < 0 or indexed >= newest:
            return
        changed = log.changed_since(indexed)
        if len(changed) > _MANY:
            directory.engine.rebuild(Providers(session).published(), newest)
            return
        published = Providers(session).get_published(changed)
    gone = set(changed) - {provider.id for provider in published}
    directory.engine.apply(published, gone, newest)


def reindex(directory: Directory) -> int:
    """Build the index anew beside the live one, swap it in, and return how many it holds."""
    with directory.database.reading() as session:
        seq = SearchLog(session).head()
        return directory.engine.rebuild(Providers(session).published(), seq)
