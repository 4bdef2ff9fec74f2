"""How a call went: the buttons, the thanks, and what several people told about a listing."""

from collections.abc import Mapping

from directory.providers import Provider
from directory.sentences import Sentence, say
from directory.web.patient.parts import Link
from directory.web.patient.shortlist.pages import HowItWent, Outcome
from directory.web.patient.shortlist.shortlist import Shortlist

_BUTTONS: Mapping[str, Sentence] = {
    "reached": say("I reached them"),
    "full": say("They have no room"),
    "no_reply": say("No one got back to me"),
    "wrong_insurance": say("They do not take my plan"),
    "wrong_number": say("The number does not work"),
}
_THANKS: Mapping[str, Sentence] = {
    "reached": say("Thank you. It is good that you called."),
    "full": say("Thank you. That is hard, and it is not about you. Ask them whom they would call."),
    "no_reply": say("Thank you. Many people need two or three tries. You can call the next one."),
    "wrong_insurance": say("Thank you. The phone number on your plan card can tell who takes it."),
    "wrong_number": say("Thank you. If they have a website, look there. Or call the next one."),
}
_COUNTED = say(
    "We count this for the day, with nothing about you. Was it the wrong button? Press another one."
)
_LIST = Link(say("Your list"), "/shortlist")
_WITH_ROOM = Link(say("Find someone with room"), "/search?accepting=yes")
_SEARCH = Link(say("Find someone else"), "/search")
_WAYS_ON: Mapping[str, tuple[Link, ...]] = {
    "reached": (_LIST,),
    "full": (_WITH_ROOM, _LIST),
    "no_reply": (_LIST, _WITH_ROOM),
    "wrong_insurance": (_SEARCH, _LIST),
    "wrong_number": (_LIST, _SEARCH),
}


def how_it_went(
    provider: Provider, shortlist: Shortlist, counts: Mapping[str, int] | None = None
) -> HowItWent:
    """Return the part for one listing; `counts` are those that may be shown to everybody."""
    told = shortlist.told_of(provider.id)
    said = shortlist.said_of(provider.id)
    kind = said.kind if said and said.what == "told" else ""
    return HowItWent(
        id=provider.id,
        name=provider.name,
        outcomes=tuple(
            Outcome(code, text, told is not None and told.kind == code)
            for code, text in _BUTTONS.items()
        ),
        thanks=(_THANKS[kind], _COUNTED) if kind in _THANKS else (),
        ways_on=_WAYS_ON.get(kind, ()),
        heard=tuple(_heard(kind, count) for kind, count in (counts or {}).items()),
    )


def _heard(kind: str, count: int) -> str:
    """Say what was told, not by how many people: that is something nobody can know."""
    match kind:
        case "reached":
            return say("At least {count} times we heard: they were reached.", count=count)
        case "full":
            return say("At least {count} times we heard: they had no room.", count=count)
        case "no_reply":
            return say("At least {count} times we heard: no one got back.", count=count)
        case "wrong_insurance":
            return say("At least {count} times we heard: they did not take a plan.", count=count)
        case _:
            return say("At least {count} times we heard: the number did not work.", count=count)
