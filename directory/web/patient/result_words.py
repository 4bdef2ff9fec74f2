"""The words of the results: what to do first, what a role is, what kept people out."""

from collections.abc import Callable, Mapping

from directory.matching import MatchRequest
from directory.sentences import Sentence, say, say_many

_CALL = say("Call the first person on the list. Say: “I am looking for help. Do you have room?”")
_NEXT = say("If no one picks up, leave your first name and number, and call the next one.")
_WORSE = say("If it gets worse while you wait, call or text 988.")

# First on every page of results, so that its absence or presence tells nobody anything.
ALL_TOGETHER = say("We looked at all of your answers together.")

FIRST_STEPS: Mapping[str, tuple[Sentence, ...]] = {
    "crisis": (
        say("Call or text 988 now. If someone is in danger, call 911."),
        say("Go and be with someone you trust. You do not have to be alone with this."),
        say("Put some space between you and anything that could hurt you."),
    ),
    "emergency_medical": (
        say("Call 911 or go to an emergency room today."),
        say("Do not stop drinking or pills all at once on your own."),
        say("Ask someone to stay with you."),
    ),
    "urgent": (
        say("Call two or three people on this list today. Ask for a visit within three days."),
        say("Tell one person you trust how you feel."),
        _WORSE,
    ),
    "urgent_medical": (
        say("Call your doctor or a clinic today. Tell them what you told us."),
        say("Then call the first person on this list."),
        say("If you faint or have chest pain, call 911."),
    ),
    "soon": (say("Call two people on this list today. Ask for a visit this week."), _NEXT, _WORSE),
    "intensive": (
        say("Call your health plan or 211. Ask for a day program for mental health near you."),
        say("Call the first person on this list too. They can send you on."),
        _WORSE,
    ),
    "psychotherapy_and_medication": (
        say("Call one person to talk with and one who can prescribe. You can start with either."),
        say("Write down all medicine that you take."),
        _NEXT,
    ),
    "psychotherapy": (_CALL, _NEXT, say("Ask if they have helped people with this before.")),
    "counselling": (
        _CALL,
        _NEXT,
        say("Ask for one first talk. You do not need to sign up for more."),
    ),
    "support": (
        say("Pick who feels right. A coach is not a therapist, and that can be fine here."),
        _CALL,
        say("If it gets harder, come back and answer again."),
    ),
}

ROLES: Mapping[str, Sentence] = {
    "therapist": say("To talk with"),
    "prescriber": say("To ask about medicine"),
    "both": say("To talk with, and can prescribe"),
    "support": say("For support and skills"),
}

WISHES: Mapping[str, Sentence] = {
    "formats": say("who is in the room"),
    "delivery": say("the way to meet"),
    "within_miles": say("the distance"),
    "coverage.payer": say("the health plan"),
    "coverage.max_fee": say("the price"),
    "preferences.gender": say("who you want to see"),
    "preferences.language": say("the language"),
    "preferences.community": say("whose lives they know"),
}

# What kept people out. Fear of a partner is never named on a screen that the partner may see.
EXCLUDED: Mapping[str, Callable[[int], Sentence]] = {
    "not_licensed_in_state": lambda n: say_many(
        "{count} may not treat people in this state",
        "{count} may not treat people in this state",
        n,
    ),
    "level": lambda n: say_many(
        "{count} is not right for this kind of help",
        "{count} are not right for this kind of help",
        n,
    ),
    "age": lambda n: say_many(
        "{count} does not see people of this age", "{count} do not see people of this age", n
    ),
    "service": lambda n: say_many(
        "{count} does not offer this kind of help", "{count} do not offer this kind of help", n
    ),
    "format": lambda n: say_many(
        "{count} does not work in the way you asked for",
        "{count} do not work in the way you asked for",
        n,
    ),
    "not_accepting": lambda n: say_many("{count} has no room now", "{count} have no room now", n),
    "must_have": lambda n: say_many(
        "{count} does not fit what you asked for", "{count} do not fit what you asked for", n
    ),
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
