"""What to say to a provider first: on the phone, in a message, and what to ask.

Nothing here tells of anybody's health: a person adds what they want to.
"""

from collections.abc import Iterator

from directory.providers import Provider
from directory.sentences import say
from directory.vocabulary import PAYERS
from directory.vocabulary.payers import NO_PLANS
from directory.web.languages import reader_language
from directory.web.patient.shortlist.pages import FirstWords
from directory.web.patient.visit import Answers

QUESTIONS = (
    say("Have you helped people with this before?"),
    say("What would we do in the first few visits?"),
    say("Do you offer psychotherapy, support, or both?"),
    say("What does it cost, and does my plan pay?"),
    say("How will we know that it helps?"),
)
_WHO = {
    "child": say("I am looking for a first visit for my child."),
    "other": say("I am looking for a first visit for someone close to me."),
}
_MYSELF = say("I am looking for a first visit.")


def first_words(provider: Provider | None, answers: Answers) -> FirstWords:
    """Return the words for one provider, or for any.

    Of the answers they tell nothing but who it is for, and the plan.
    """
    message = tuple(_message(provider, answers))
    return FirstWords(
        call=tuple(_call(provider, answers)),
        message=message,
        in_english=() if reads(provider, reader_language()) else tuple(map(str, message)),
    )


def _call(provider: Provider | None, answers: Answers) -> Iterator[str]:
    yield say("Hello. My name is … (your first name is enough).")
    yield _who(answers)
    yield say("Do you take new clients?")
    yield _when(provider)
    yield _cost(provider, answers)
    yield say("If no one picks up: leave your name, your number, and a good time to call you.")


def _message(provider: Provider | None, answers: Answers) -> Iterator[str]:
    yield say("Hello {name},", name=provider.name if provider else say("(name)"))
    yield _who(answers)
    yield say("Do you take new clients?")
    yield _when(provider)
    yield _cost(provider, answers)
    yield say("You can reach me at: (your phone or email)")
    yield say("A good time to call me: (day and time)")
    yield say("Thank you,")
    yield say("(your name)")


def _who(answers: Answers) -> str:
    return _WHO.get(str(answers.get("for", "")), _MYSELF)


def _when(provider: Provider | None) -> str:
    if provider and provider.availability.accepting in {"waitlist", "no"}:
        return say("How long is the wait for a first visit?")
    return say("When could we meet for the first time?")


def _cost(provider: Provider | None, answers: Answers) -> str:
    plan = answers.get("coverage.payer")
    if isinstance(plan, str) and plan in PAYERS and plan not in NO_PLANS:
        return say("My plan is {plan}. Do you take it?", plan=PAYERS.label(plan))
    if provider and provider.is_coach:
        return say("What does a visit cost?")
    return say("What does a visit cost, and which plans do you take?")


def reads(provider: Provider | None, language: str) -> bool:
    """Tell whether a language is English or one that the provider is known to speak."""
    spoken = provider.languages if provider else ()
    return language == "en" or any(code.partition("-")[0] == language for code in spoken)
