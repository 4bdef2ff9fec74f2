"""What is asked in a call: the script, and one question for each thing that a listing says."""

from collections.abc import Iterator, Mapping

import phonenumbers

from directory.accuracy.calls import Said
from directory.accuracy.samples import OPEN_FOR, SampledCall
from directory.providers import Provider
from directory.sentences import ENGLISH
from directory.web.admin.amounts import counted
from directory.web.admin.truth.pages import Phone, Question, SheetCall
from directory.web.admin.truth.words import openings_words, plan_words

_TOLD = ("Yes", "No", "Would not say")
_OPENINGS = ("Yes", "Waiting list", "No", "Would not say")
_REACHED = ("Yes", "Nobody answered on two days", "Wrong number")


def script(site_name: str) -> tuple[str, ...]:
    """Return how to call: as anybody would, with no need, no story and no place taken."""
    return (
        "Call in office hours, as anybody would.",
        "Where nobody answers, try once more on another day, and wait two business days.",
        "Ask the questions below, in your own words. Take the first answer and do not argue.",
        "Never say what the visit would be for: no illness, no reason, no patient, no story.",
        "If they ask what it is about, say: “I only want to know if there is room.”",
        "Take no appointment: somebody needs it. Say: “Thank you, I will call again.”",
        f"If they ask who you are, tell them: you check the listings of “{site_name}”.",
    )


def questions(listing: Provider, said: Said) -> Mapping[str, str]:
    """Return what to ask of each field of the form."""
    asked = {"person": f"Does {listing.name} work there?"}
    if said.accepting != "unknown":
        asked["accepting"] = "Do they take new patients?"
        asked["wait_days"] = "In how many days would the first visit be?"
    if said.plan:
        asked["plan"] = f"Do they take {plan_words(said.plan)}?"
    if said.places:
        asked["address"] = f"Is the office at {_joined(said.places)}?"
    return asked


def listed(said: Said) -> Iterator[tuple[str, str]]:
    """Yield what the listing says of whatever is asked."""
    if said.accepting != "unknown":
        wait = said.wait_days
        days = f", in about {counted(wait, 'day', 'days')}" if wait is not None else ""
        yield "Openings", f"{openings_words(said.accepting)}{days}"
    if said.plan:
        yield "Plan to ask about", plan_words(said.plan)
    if said.places:
        yield "Place" if len(said.places) == 1 else "Places", "; ".join(said.places)


def on_paper(call: SampledCall, listing: Provider, said: Said) -> SheetCall:
    """Return a call as it is printed."""
    answers = {"accepting": _OPENINGS, "wait_days": ("Days:",)}
    asked = questions(listing, said).items()
    return SheetCall(
        place=call.place,
        name=listing.name,
        phones=tuple(one.text for one in phones(said)),
        questions=(
            Question("Did you reach somebody?", _REACHED),
            *(Question(asks, answers.get(name, _TOLD)) for name, asks in asked),
        ),
    )


def phones(said: Said) -> tuple[Phone, ...]:
    """Return the numbers to call."""
    return tuple(Phone(_national(number), f"tel:{number}") for number in said.phones)


def open_until(call: SampledCall) -> str:
    """Return the last day on which a call can be noted, in words."""
    last = (call.week + OPEN_FOR).toordinal() - 1
    return ENGLISH.day(call.week.fromordinal(last))


def _joined(places: tuple[str, ...]) -> str:
    return " or ".join(places)


def _national(number: str) -> str:
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
