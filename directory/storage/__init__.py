"""The database: the truth about every listing."""

from directory.storage.contact_reports import ContactReports
from directory.storage.database import Database
from directory.storage.exposures import Exposures
from directory.storage.imports import ImportChange, Imports
from directory.storage.providers import Providers
from directory.storage.sealed import SealedVisits
from directory.storage.search_log import SearchLog

__all__ = [
    "ContactReports",
    "Database",
    "Exposures",
    "ImportChange",
    "Imports",
    "Providers",
    "SealedVisits",
    "SearchLog",
]
