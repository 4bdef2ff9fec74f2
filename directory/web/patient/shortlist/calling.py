"""All that helps to call one provider: the first words, and the place to tell how it went."""

from directory.providers import Provider
from directory.providers.contact_reports import REPORTS_COUNT_FOR, public_counts
from directory.storage import ContactReports
from directory.web.access import current_directory
from directory.web.patient.shortlist.first_words import first_words
from directory.web.patient.shortlist.how_it_went import how_it_went
from directory.web.patient.shortlist.pages import Calling
from directory.web.patient.shortlist.shortlist import Shortlist
from directory.web.patient.visit import Visit


def calling(provider: Provider, visit: Visit | None, shortlist: Shortlist) -> Calling:
    """Return the part of a page that goes with one listing."""
    directory = current_directory()
    with directory.database.reading() as session:
        reports = ContactReports(session)
        days = reports.of_listing(provider.id, directory.today() - REPORTS_COUNT_FOR)
    return Calling(
        first_words=first_words(provider, visit.answers if visit else {}),
        how_it_went=how_it_went(provider, shortlist, public_counts(days)),
    )
