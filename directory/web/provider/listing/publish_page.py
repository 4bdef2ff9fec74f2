"""From a listing to the pages before it is published or taken off the site."""

from collections.abc import Iterator

from directory.errors import Problem
from directory.providers.sections import SECTIONS, section_of_problem
from directory.web.problem_words import in_plain_words
from directory.web.provider.listing.pages import PublishPage, TakeOffPage
from directory.web.provider.listing.section_page import listing_href
from directory.web.provider.listing.sections import Slip
from directory.workflows.keeping.listing_overview import ListingOverview


def publish_page(overview: ListingOverview, is_sent: bool = False) -> PublishPage:
    """Return the page before a listing is published; `is_sent` where it was tried."""
    drafted, href = overview.drafted, listing_href(overview.drafted.stored.id)
    wanting, asks = drafted.to_mend, drafted.asks_statement
    problem = "Tick the box to publish." if is_sent and asks and not wanting else None
    return PublishPage(
        title="Bring your listing back" if overview.was_public else "Publish your listing",
        name=drafted.stored.name,
        back_href=href,
        action=f"{href}/publish",
        missing=tuple(_missing(wanting, href)),
        asks_statement=asks,
        statement_problem=problem,
        waits_for_check=not overview.is_checked,
    )


def take_off_page(overview: ListingOverview) -> TakeOffPage:
    """Return the page before a listing is taken off the site."""
    href = listing_href(overview.drafted.stored.id)
    return TakeOffPage("Take your listing off the site", overview.drafted.stored.name, href)


def _missing(problems: tuple[Problem, ...], href: str) -> Iterator[Slip]:
    for problem in in_plain_words(problems):
        section = section_of_problem(problem)
        if section is None:
            yield Slip(href, problem.message)
        else:
            yield Slip(f"{href}/{section}", f"{SECTIONS[section].title}: {problem.message}")
