"""From a drafted listing to the page that tells for whom it would be shown."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from directory.matching import Match, Reason
from directory.providers import Provider
from directory.providers.completeness import Completeness, Missing
from directory.providers.sections import section_of_problem
from directory.vocabulary import LEVELS_OF_CARE
from directory.web.problem_words import in_plain_words
from directory.web.provider.reach.pages import ExampleCard, FactorRow, Mend, ReachPage, Said
from directory.web.provider.reach.words import against_words, mend
from directory.workflows.keeping.drafted_listing import DraftedListing
from directory.workflows.keeping.listing_reach import COUNTED, Place
from directory.workflows.keeping.reach_examples import Example

_FACTORS = {
    "need": "How well you fit what they need",
    "preference": "Who you are and how you work",
    "time": "How soon you can see them",
    "cost": "What it costs",
    "culture_language": "Language and community",
    "access": "How you meet, and how far it is",
    "data_trust": "How new the facts are",
}
_ICONS = {"met": "yes", "not_met": "no", "not_known": "ask"}


def reach_page(
    drafted: DraftedListing,
    found: Iterable[tuple[Example, Place]],
    complete: Completeness,
    today: date,
) -> ReachPage:
    """Return the page; `found` has each made-up person with where the listing stands for them."""
    id, listing = drafted.stored.id, drafted.listing
    return ReachPage(
        title="Who would find you",
        name=drafted.stored.name,
        back_href=f"/my/listing/{id}",
        is_draft=bool(drafted.drafts) or not drafted.is_live,
        examples=tuple(_card(listing, *one, today) for one in found) if listing else (),
        to_mend=() if listing else tuple(_problems(drafted)),
        missing=tuple(_missing(one, id) for one in complete.missing),
        percent=complete.percent,
        stated=complete.stated,
        asked=complete.asked,
    )


def _card(listing: Provider, example: Example, place: Place, today: date) -> ExampleCard:
    request, match = example.request, place.match
    return ExampleCard(
        who=example.who,
        brings=example.brings,
        asks=example.asks,
        level=LEVELS_OF_CARE.label(request.level_of_care),
        result=_result(place),
        is_shown=match is not None,
        score=f"{match.score:.1f}" if match else "",
        factors=tuple(map(_factor, match.reasons)) if match else (),
        cautions=_cautions(match),
        against=tuple(against_words(one, listing, request, today) for one in place.against),
    )


def _result(place: Place) -> str:
    if place.match is None:
        return "You would not be shown"
    if place.rank is None:
        return f"You would stand behind the first {COUNTED:,} of {place.total:,}"
    return f"You would be number {place.rank:,} of {place.total:,}"


def _factor(reason: Reason) -> FactorRow:
    sayings = (Said(_ICONS[saying.state], saying.text) for saying in reason.sayings)
    return FactorRow(_FACTORS[reason.factor], f"{reason.points:.1f}", tuple(sayings))


def _cautions(match: Match | None) -> tuple[str, ...]:
    return match.cautions if match else ()


def _missing(missing: Missing, listing_id: str) -> Mend:
    return replace(mend(missing.what, listing_id, missing.section), costs=missing.costs)


def _problems(drafted: DraftedListing) -> Iterable[Mend]:
    for problem in in_plain_words(drafted.to_mend):
        yield mend(problem.message, drafted.stored.id, section_of_problem(problem))
