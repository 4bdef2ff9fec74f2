"""What is against showing a listing to somebody, in plain words, and the section that mends it."""

from collections.abc import Callable, Mapping
from datetime import date

from directory.matching import MatchRequest
from directory.matching.phrases import listed
from directory.matching.wish import Wish
from directory.providers import License, Provider
from directory.providers.sections import SECTIONS
from directory.vocabulary import AGE_GROUPS, FORMATS, SERVICES, STATES
from directory.web.provider.reach.pages import Mend
from directory.workflows.keeping.listing_reach import Against

_Words = Callable[[Provider, MatchRequest, date], tuple[str, str | None]]
_COACH_LEVEL = (
    "Coaches are shown to adults who want support and name nothing that calls for a licensed "
    "person. That is no fault of your listing."
)
_LICENSED_LEVEL = (
    "For this kind of help we show people who are licensed to work on their own. That is no fault "
    "of your listing."
)
_SECTION_OF_DROP = {"coverage": "costs", "delivery": "delivery", "within_miles": "places"}
_SECTION_OF_FACTOR = {
    "language": "languages",
    "community": "ages",
    "accessibility": "places",
    "delivery": "delivery",
    "gender": "words",
    "license": "license",
}


def against_words(against: Against, listing: Provider, request: MatchRequest, today: date) -> Mend:
    """Say one reason why a listing is not shown to somebody."""
    if against.wish is not None:
        return mend(_wish_words(against.wish), listing.id, _section_of(against.wish, request))
    text, section = _WORDS[against.reason](listing, request, today)
    return mend(text, listing.id, section)


def mend(text: str, listing_id: str, section: str | None) -> Mend:
    """Return one thing to mend with the link to its section."""
    if section is None or section not in SECTIONS:
        return Mend(text, None)
    href = f"/my/listing/{listing_id}/{section}"
    return Mend(text, href, SECTIONS[section].title)


def _license(listing: Provider, request: MatchRequest, today: date) -> tuple[str, str | None]:
    state = STATES.label(request.state)
    if listing.is_coach:
        return f"You have no place in {state}, and do not meet by video or phone.", "places"
    held = [one for one in listing.licenses if one.state == request.state]
    if not held:
        return f"You name no license in {state}.", "license"
    return f"Your license in {state} {_why_not(held, today)}.", "license"


def _why_not(held: list[License], today: date) -> str:
    statuses = {"expired" if one.is_expired(today) else one.status for one in held}
    told = {
        "unverified": "has not been checked by us yet",
        "expired": "has ended",
        "disciplined": "is limited by the state board",
    }
    return next((words for status, words in told.items() if status in statuses), "is not active")


def _level(listing: Provider, _request: MatchRequest, _today: date) -> tuple[str, str | None]:
    return (_COACH_LEVEL if listing.is_coach else _LICENSED_LEVEL), None


def _age(_listing: Provider, request: MatchRequest, _today: date) -> tuple[str, str | None]:
    label = AGE_GROUPS.label(request.age_group)
    return f"Your ages do not include: {label}.", "ages"


def _service(_listing: Provider, request: MatchRequest, _today: date) -> tuple[str, str | None]:
    asked = listed((SERVICES.label(code) for code in request.asked_services), "or")
    return f"You do not offer what this calls for: {asked}.", "services"


def _format(listing: Provider, request: MatchRequest, _today: date) -> tuple[str, str | None]:
    if set(listing.formats) == {"group"} and not request.asked_formats:
        return "You offer groups alone, and this calls for somebody one-on-one.", "formats"
    asked = listed((FORMATS.label(code) for code in request.asked_formats), "or")
    return f"They ask for: {asked}. Your listing does not say so.", "formats"


def _partner(_listing: Provider, _request: MatchRequest, _today: date) -> tuple[str, str | None]:
    return (
        "Where somebody may be afraid of a partner, we show nobody who offers couples work alone.",
        "formats",
    )


def _suicidality(listing: Provider, _request: MatchRequest, _today: date) -> tuple[str, str | None]:
    if listing.accepts_suicidality is None:
        said = "You have not said whether you work with thoughts of suicide"
        return f"{said}, and no answer counts as no.", "services"
    return "You say that you do not work with thoughts of suicide.", "services"


def _accepting(_listing: Provider, _request: MatchRequest, _today: date) -> tuple[str, str | None]:
    return "You say that you take nobody new right now.", "availability"


_WORDS: Mapping[str, _Words] = {
    "not_licensed_in_state": _license,
    "level": _level,
    "age": _age,
    "service": _service,
    "format": _format,
    "partner_violence": _partner,
    "suicidality": _suicidality,
    "not_accepting": _accepting,
}


def _wish_words(wish: Wish) -> str:
    return f"They ask for somebody who {wish.need}. Your listing says: {wish.found}."


def _section_of(wish: Wish, request: MatchRequest) -> str | None:
    name = wish.drop.partition(".")[0]
    place = name.removeprefix("preferences[").removesuffix("]")
    if place != name:
        return _SECTION_OF_FACTOR.get(request.preferences[int(place)].factor, "modalities")
    return _SECTION_OF_DROP.get(name)
