"""The words of the results: what to do first, what a role is, what kept people out."""

from collections.abc import Mapping

from directory.matching import MatchRequest

_CALL = "Call the first person on the list. Say: “I am looking for help. Do you have room?”"
_NEXT = "If no one picks up, leave your first name and number, and call the next one."
_WORSE = "If it gets worse while you wait, call or text 988."

# First on every page of results, so that its absence or presence tells nobody anything.
ALL_TOGETHER = "We looked at all of your answers together."

FIRST_STEPS: Mapping[str, tuple[str, ...]] = {
    "crisis": (
        "Call or text 988 now. If someone is in danger, call 911.",
        "Go and be with someone you trust. You do not have to be alone with this.",
        "Put some space between you and anything that could hurt you.",
    ),
    "emergency_medical": (
        "Call 911 or go to an emergency room today.",
        "Do not stop drinking or pills all at once on your own.",
        "Ask someone to stay with you.",
    ),
    "urgent": (
        "Call two or three people on this list today. Ask for a visit within three days.",
        "Tell one person you trust how you feel.",
        _WORSE,
    ),
    "urgent_medical": (
        "Call your doctor or a clinic today. Tell them what you told us.",
        "Then call the first person on this list.",
        "If you faint or have chest pain, call 911.",
    ),
    "soon": ("Call two people on this list today. Ask for a visit this week.", _NEXT, _WORSE),
    "intensive": (
        "Call your health plan or 211. Ask for a day program for mental health near you.",
        "Call the first person on this list too. They can send you on.",
        _WORSE,
    ),
    "psychotherapy_and_medication": (
        "Call one person to talk with and one who can prescribe. You can start with either.",
        "Write down all medicine that you take.",
        _NEXT,
    ),
    "psychotherapy": (_CALL, _NEXT, "Ask if they have helped people with this before."),
    "counselling": (_CALL, _NEXT, "Ask for one first talk. You do not need to sign up for more."),
    "support": (
        "Pick who feels right. A coach is not a therapist, and that can be fine here.",
        _CALL,
        "If it gets harder, come back and answer again.",
    ),
}

ROLES: Mapping[str, str] = {
    "therapist": "To talk with",
    "prescriber": "To ask about medicine",
    "both": "To talk with, and can prescribe",
    "support": "For support and skills",
}

WISHES: Mapping[str, str] = {
    "formats": "who is in the room",
    "delivery": "the way to meet",
    "within_miles": "the distance",
    "coverage.payer": "the health plan",
    "coverage.max_fee": "the price",
    "preferences.gender": "who you want to see",
    "preferences.language": "the language",
    "preferences.community": "whose lives they know",
}

# What kept people out. Fear of a partner is never named on a screen that the partner may see.
EXCLUDED: Mapping[str, str] = {
    "not_licensed_in_state": "may not treat people in this state",
    "level": "are not right for this kind of help",
    "age": "do not see people of this age",
    "service": "do not offer this kind of help",
    "format": "do not work in the way you asked for",
    "not_accepting": "have no room now",
    "must_have": "do not fit what you asked for",
}


def without(request: MatchRequest, dropped: tuple[str, ...]) -> MatchRequest:
    """Return a request without the wishes that the person gave up."""
    changes: dict[str, object] = {name: () for name in ("formats", "delivery") if name in dropped}
    if "within_miles" in dropped:
        changes["within_miles"] = None
    cost = {name.partition(".")[2]: None for name in dropped if name.startswith("coverage.")}
    if request.coverage and cost:
        changes["coverage"] = request.coverage.model_copy(update=cost)
    changes["preferences"] = tuple(
        wish for wish in request.preferences if f"preferences.{wish.factor}" not in dropped
    )
    return request.model_copy(update=changes)


def wish_of(drop: str, request: MatchRequest) -> str:
    """Return the name of a wish that may be dropped; one about a provider bears its factor."""
    place = drop.removeprefix("preferences[").removesuffix("]")
    return f"preferences.{request.preferences[int(place)].factor}" if place != drop else drop
