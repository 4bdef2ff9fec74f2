"""The facts of a listing by which it is compared: always the same, always in the same order."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from directory.providers import Availability, License, ModalityTraining, Provider
from directory.providers.standing import openings_hold
from directory.sentences import inside, joined, say
from directory.vocabulary import (
    AGE_GROUPS,
    CONCERNS,
    DELIVERY,
    FORMATS,
    LANGUAGES,
    LICENSE_STATUSES,
    MODALITIES,
    PAYERS,
    SERVICES,
    STATES,
    TRAINING,
)
from directory.web.patient.listing.cards import card_of, shown_concerns
from directory.web.patient.listing.plain_words import fee_words, opening_words
from directory.web.patient.shortlist.pages import Cell

_Fact = Callable[[Provider, date], Cell]


def facts_of(provider: Provider, today: date) -> Mapping[str, Cell]:
    """Return each fact by its name; days stand in full, for paper grows old."""
    return {name: fact(provider, today) for name, fact in _FACTS.items()}


def _license(provider: Provider, today: date) -> Cell:
    card = card_of(provider, today)
    return Cell((card.license, card.license_may))


def _licensed_in(provider: Provider, today: date) -> Cell:
    return Cell(tuple(_license_words(held, today) for held in provider.licenses))


def _license_words(held: License, today: date) -> str:
    status = LICENSE_STATUSES.label("expired" if held.is_expired(today) else held.status)
    state = STATES.label(held.state)
    if held.number is None:
        return say("{state} ({status})", state=state, status=inside(status))
    return say(
        "{state}, number {number} ({status})",
        state=state,
        number=held.number,
        status=inside(status),
    )


def _openings(provider: Provider, today: date) -> Cell:
    says = provider.availability
    if says.accepting == "unknown":
        return Cell(())
    return Cell((opening_words(says),), _confirmed_words(says, today))


def _confirmed_words(says: Availability, today: date) -> str:
    day = says.confirmed_at
    if day is None:
        return say("No one has confirmed this")
    if openings_hold(says, today):
        return say("Confirmed on {day}", day=day)
    return say("Confirmed on {day}, so call to check", day=day)


def _cost(provider: Provider, _today: date) -> Cell:
    return _known((fee_words(provider.fee),) if provider.fee else (), provider, "fee")


def _places(provider: Provider, _today: date) -> Cell:
    towns = dict.fromkeys(
        say("{city}, {state}", city=place.city, state=place.state) for place in provider.locations
    )
    return _known((*map(DELIVERY.label, provider.delivery), *towns), provider, "locations")


def _kinds_of_therapy(provider: Provider, _today: date) -> Cell:
    return Cell(tuple(map(_kind_of_therapy, provider.modalities)))


def _kind_of_therapy(offered: ModalityTraining) -> str:
    kind = MODALITIES.label(offered.code)
    training = inside(TRAINING.label(offered.training))
    if offered.training == "self_declared":
        return say("{kind} ({training})", kind=kind, training=training)
    if offered.verified_at:
        return say("{kind} ({training}, checked)", kind=kind, training=training)
    return say("{kind} ({training}, by their own word)", kind=kind, training=training)


def _listed(labels: Iterable[str], provider: Provider, fact: str) -> Cell:
    """Return labels as one sentence."""
    first, *others = [*labels] or [""]
    words = joined((first, *map(inside, others)))
    return _known((words,) if words else (), provider, fact)


def _known(values: Iterable[str], provider: Provider, fact: str) -> Cell:
    day = provider.confirmed.get(fact)
    return Cell(tuple(values), say("Confirmed on {day}", day=day) if day else None)


# What others could read off about the person who holds a list with it.
TELLING_FACTS = frozenset({say("Helps with"), say("Kinds of therapy")})
_FACTS: Mapping[str, _Fact] = {
    say("License, and what it lets them do"): _license,
    say("Licensed in"): _licensed_in,
    say("How soon"): _openings,
    say("Where, or by video or phone"): _places,
    say("Cost"): _cost,
    say("Insurance"): lambda p, _: _known(map(PAYERS.label, p.payers), p, "payers"),
    say("Helps with"): lambda p, _: _known(map(CONCERNS.label, shown_concerns(p)), p, "concerns"),
    say("Kind of help"): lambda p, _: _listed(map(SERVICES.label, p.services), p, "services"),
    say("Kinds of therapy"): _kinds_of_therapy,
    say("Who is in the room"): lambda p, _: _listed(map(FORMATS.label, p.formats), p, "formats"),
    say("Ages"): lambda p, _: _listed(map(AGE_GROUPS.label, p.age_groups), p, "age_groups"),
    say("Languages"): lambda p, _: _known(map(LANGUAGES.label, p.languages), p, "languages"),
}
