"""What a search itself asks for: help right now, or help that this directory does not list."""

from dataclasses import dataclass

from directory.search import SearchQuery
from directory.triage import crisis_card, read_own_words
from directory.triage.safety import FLAG_OF_CONCERN
from directory.web.patient.front.help_lines import help_card
from directory.web.patient.parts import HelpCard


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What comes before any list of people, where the search calls for it."""

    help_card: HelpCard | None
    out_of_scope: str | None


def read_search_words(query: SearchQuery) -> SearchWords:
    """Read the words and the concerns of a search as the questions read them."""
    words = read_own_words(query.text, limit=0)
    of_concerns = (FLAG_OF_CONCERN.get(code) for code in query.filters.get("concern", ()))
    flags = {*words.safety_flags, *filter(None, of_concerns)}
    crisis = crisis_card("soon", flags) if flags else None
    return SearchWords(
        help_card=help_card(crisis) if crisis else None,
        out_of_scope=words.out_of_scope.text if words.out_of_scope else None,
    )
