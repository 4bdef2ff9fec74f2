"""Bringing the edition that the database names into the file that every process goes by."""

from directory.editions.edition import read_stored
from directory.editions.in_force import SHIPPED
from directory.storage import Editions
from directory.workflows.opening import Directory


def take_in_edition(directory: Directory, patience: float | None = None) -> None:
    """Write the file anew from the database, and go by it as soon as nobody reads.

    Within a request of the web that is from the next request on. `patience` is in seconds.
    """
    with directory.database.reading() as session:
        found = Editions(session).newest(1)
    if found:
        directory.editions.write(found[0].number, read_stored(found[0].document))
    else:
        directory.editions.write(0, SHIPPED)
    if patience is None:
        directory.editions.look()
    else:
        directory.editions.look(patience)
