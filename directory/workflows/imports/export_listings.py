"""Exports: every listing into one file that can be imported again."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from directory.errors import Unusable
from directory.exchange.listings_out import WRITERS
from directory.providers import Provider
from directory.roles import Admin
from directory.storage import AuditLog, Providers
from directory.workflows.opening import Directory


def export_listings(
    directory: Directory, path: Path, format: str | None = None, contacts: bool = True
) -> int:
    """Write every listing, hidden ones too, as one consistent state; return how many.

    The format is that of the name of the file where it is None. Without `contacts` the mail
    addresses that are on file and never public are left out. The file appears when it is whole,
    and only its owner may read it. Raises Unusable where it cannot be written.
    """
    write = WRITERS[_format_of(path, format)]
    with directory.database.reading() as session, _whole_file(path) as unfinished:
        listings = Providers(session)
        write(lambda: _listings(listings, contacts), unfinished)
        return listings.count()


def export_as_admin(directory: Directory, path: Path, admin: Admin) -> None:
    """Write every listing without private addresses, and note who took them along."""
    count = export_listings(directory, path, contacts=False)
    details = {"listings": count, "format": path.suffix.removeprefix(".")}
    with directory.database.writing() as session:
        log = AuditLog(session)
        log.append(directory.clock(), admin, "listings.exported", "listing/all", details)


def _format_of(path: Path, format: str | None) -> str:
    name = format or path.suffix.lower().removeprefix(".")
    if name not in WRITERS:
        known = ", ".join(f".{one}" for one in WRITERS)
        raise Unusable(f"{path.name} should end in one of {known}, or its format be named")
    return name


def _listings(listings: Providers, contacts: bool) -> Iterator[Provider]:
    for provider in listings.every():
        yield provider if contacts else provider.model_copy(update={"email": None})


@contextmanager
def _whole_file(path: Path) -> Iterator[Path]:
    """Yield a file beside this one that takes its place at the end, or goes."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            unfinished = Path(file.name)
    except OSError as error:
        raise Unusable(f"{path} cannot be written: {error.strerror}") from error
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
