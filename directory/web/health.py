"""Whether the process is up, and whether it can do its work."""

from flask import Blueprint

from directory.search import SearchQuery
from directory.storage import Providers
from directory.web.access import current_directory

health = Blueprint("health", __name__)


@health.get("/healthz")
def healthz() -> dict[str, str]:
    """Tell that the process is up."""
    return {"status": "ok"}


@health.get("/readyz")
def readyz() -> dict[str, object]:
    """Tell that the database and the index answer; an Unusable one is a 503."""
    directory = current_directory()
    with directory.database.reading() as session:
        listings = Providers(session).count()
    indexed = directory.engine.search(SearchQuery(page_size=1)).total
    return {"status": "ok", "listings": listings, "indexed": indexed}
