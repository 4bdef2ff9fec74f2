"""From a license to the page that tells what its holder may offer, by the rules of the core."""

from collections.abc import Iterable, Iterator

from directory.matching.phrases import listed
from directory.providers.scope import (
    concerns_for,
    group_kinds_for,
    modalities_for,
    services_for,
)
from directory.sentences import inside
from directory.vocabulary import CONCERNS, KINDS, LICENSES, MODALITIES, SERVICES
from directory.vocabulary.terms import Term, Vocabulary
from directory.web.provider.offer.pages import OfferPage

_LACKS = {
    "psychotherapy": "Psychotherapy: it takes a license to treat.",
    "medication": "Medication: it takes a license to prescribe.",
    "testing": "Psychological testing: it takes a psychologist’s license.",
}
_EXAMPLES = ("stress", "confidence", "habits")
_SENT_TO_COACHES = (
    "Adults who want tools for everyday life and name nothing that calls for treatment.",
    "Nobody who told us of danger, of thoughts of suicide or of a condition.",
    "Nobody who wants a diagnosis or medicine, or asks for a health plan.",
)
_SENT_TO_ASSOCIATES = (
    "People who need counseling or psychotherapy, of the ages that you see.",
    "Nobody whose need is urgent: that takes a license to work on one’s own.",
)
_SENT_TO_LICENSED = (
    "People at every level of need whom you may treat in their state, of the ages that you see.",
    "People with thoughts of suicide only if you say that you work with them.",
)


def offer_page(license: str, listing_id: str) -> OfferPage:
    """Return the page for the holder of a license."""
    term = LICENSES[license]
    return OfferPage(
        title=f"What you may offer: {term.label}",
        back_href=f"/my/listing/{listing_id}",
        is_coach=not term.licensed,
        may=tuple(_may(license)),
        may_not=tuple(_may_not(license)),
        modalities=tuple(MODALITIES.label(code) for code in modalities_for(license)),
        sent=_sent(license),
        patients_read=tuple(_patients_read(license)),
    )


def _may(license: str) -> Iterator[str]:
    for code in services_for(license):
        yield f"{SERVICES.label(code)}."
    yield f"Groups: {_named(KINDS, group_kinds_for(license))}."
    if not LICENSES[license].licensed:
        everyday = [code for code in _EXAMPLES if code in concerns_for(license)]
        yield f"Help with everyday concerns, such as {_named(CONCERNS, everyday)}."


def _may_not(license: str) -> Iterator[str]:
    offered = services_for(license)
    yield from (why for code, why in _LACKS.items() if code not in offered)
    kinds = [code for code in KINDS if code not in group_kinds_for(license)]
    if kinds:
        yield f"Groups: {_named(KINDS, kinds)}. These take a licensed leader."
    if not LICENSES[license].licensed:
        yield "Help with a condition, such as depression or panic attacks."


def _sent(license: str) -> tuple[str, ...]:
    term = LICENSES[license]
    if not term.licensed:
        return _SENT_TO_COACHES
    return _SENT_TO_LICENSED if term.independent else _SENT_TO_ASSOCIATES


def _patients_read(license: str) -> Iterator[str]:
    """Yield what the card and the page of such a listing say of the license."""
    term = LICENSES[license]
    yield f"{term.label}."
    yield term.about


def _named(terms: Vocabulary[Term], codes: Iterable[str]) -> str:
    return listed(inside(terms.label(code)) for code in codes)
