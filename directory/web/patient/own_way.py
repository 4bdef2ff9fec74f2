"""Having it another way: the kind of help, the order, and what should not count."""

from collections.abc import Mapping
from typing import get_args

from directory.matching import MatchRequest
from directory.matching.request import LeavableFactor
from directory.sentences import Sentence, say
from directory.web.patient.pages.parts import Option
from directory.web.patient.pages.plan import OwnWay
from directory.web.patient.visit import Visit

INTENTS: Mapping[str, Sentence] = {
    "": say("As we found it"),
    "tools": say("I want tools only"),
    "deeper": say("I want deeper work"),
}
ORDERS: Mapping[str, Sentence] = {
    "best": say("The closest fit"),
    "soonest": say("The soonest opening"),
    "nearest": say("The nearest place"),
    "fee": say("The lowest fee"),
}
FACTORS: Mapping[str, Sentence] = {
    "preference": say("Who they are and how they work"),
    "time": say("How soon they have room"),
    "cost": say("Cost and health plan"),
    "culture_language": say("Language and culture"),
    "access": say("How you meet and how far it is"),
    "data_trust": say("How fresh the facts are"),
}
assert set(FACTORS) == set(get_args(LeavableFactor))  # noqa: S101  (none may lack words)
# What may be enough without treatment; above it tools come beside treatment, never in its place.
_LIGHT = frozenset({"support", "counselling"})
_SKILLS, _DEEPER = 1, 5  # how much one would explore feelings


def with_own_way(request: MatchRequest, visit: Visit) -> MatchRequest:
    """Return a request as the person would have it; who may help at a level stays as it is."""
    order = visit.order if visit.order != "nearest" or request.zip else "best"
    changes: dict[str, object] = {"order": order, "leave_out": visit.leave_out}
    return request.model_copy(update=changes | _intended(request, visit.intent))


def _intended(request: MatchRequest, intent: str) -> dict[str, object]:
    is_light = request.level_of_care in _LIGHT
    if intent == "tools":
        treatment = () if is_light else request.asked_services
        services = tuple(dict.fromkeys((*treatment, "support")))
        return {"services": services, "exploration_comfort": _SKILLS}
    if intent == "deeper":
        services = ("psychotherapy",) if is_light else request.services
        return {"services": services, "exploration_comfort": _DEEPER}
    return {}


def changed(visit: Visit, form: Mapping[str, str], left_out: list[str]) -> Visit:
    """Return the visit with what the form chose; what is no choice is as if it was not sent."""
    intent, order = form.get("intent", ""), form.get("order", "")
    return visit.model_copy(
        update={
            "intent": intent if intent in INTENTS else "",
            "order": order if order in ORDERS else "best",
            "leave_out": tuple(factor for factor in FACTORS if factor in left_out),
        }
    )


def own_way(visit: Visit, has_zip: bool) -> OwnWay:
    """Return the form with what is chosen; nearest needs to know from where."""
    orders = {code: text for code, text in ORDERS.items() if code != "nearest" or has_zip}
    return OwnWay(
        intents=_options(INTENTS, {visit.intent}),
        orders=_options(orders, {visit.order}),
        leave_out=_options(FACTORS, set(visit.leave_out)),
        is_changed=bool(visit.intent or visit.leave_out or visit.order != "best"),
    )


def _options(words: Mapping[str, Sentence], chosen: set[str]) -> tuple[Option, ...]:
    return tuple(Option(code, text, code in chosen) for code, text in words.items())
