"""What to ask one provider before the first visit, with what their listing leaves open."""

from collections.abc import Iterator

from directory.matching.case import Case
from directory.matching.need_factor import concern_words
from directory.matching.outcome import Expect, Need
from directory.matching.phrases import TELLING_CONCERNS, together
from directory.matching.request import UNSURE
from directory.sentences import inside, say
from directory.vocabulary import MODALITIES, PAYERS, STATES
from directory.vocabulary.payers import NO_PLANS

KIND = say("What do you do here: general support, psychotherapy or both?")
_COACH = say("What training do you have? Who do you send people to who need treatment?")
_MEDICINE = say("How do you find out if medicine may help me?")
_FEES = say("What would I pay for each visit? Do some people pay less?")
_WAIT_LIST = say("How long is your wait list? Who can I see while I wait?")
_FIRST_TIME = say("When could we meet for the first time?")


def questions(case: Case, expect: Expect, needs: tuple[Need, ...]) -> tuple[str, ...]:
    """Return four to six questions."""
    return (
        _license(case),
        *_training(case, expect),
        _cost(case),
        _openings(case),
        KIND,
        *_open(needs),
    )


def _license(case: Case) -> str:
    if case.provider.is_coach:
        return _COACH
    state = STATES.label(case.request.state)
    return say("Is your license for {state} active? What is its number?", state=state)


def _training(case: Case, expect: Expect) -> Iterator[str]:
    if expect.modality is None:
        return
    if expect.modality == "MEDS":
        yield _MEDICINE
        return
    name = inside(MODALITIES.label(expect.modality))
    learnt = say("Where and how did you learn to do {modality}?", modality=name)
    yield together(learnt, *_experience(case))


def _experience(case: Case) -> Iterator[str]:
    """Ask for work with the main concern, if it may be said aloud."""
    named = [c for c in case.request.concerns if c not in TELLING_CONCERNS and c != UNSURE]
    if named:
        yield say("Have you helped people with {concern}?", concern=concern_words(named[0]))


def _cost(case: Case) -> str:
    payer = case.request.cost.payer
    if payer is not None and payer not in NO_PLANS:
        return say(
            "Do you take {payer}, and what would I pay for each visit?", payer=PAYERS.label(payer)
        )
    return _FEES


def _openings(case: Case) -> str:
    if case.provider.availability.accepting == "waitlist":
        return _WAIT_LIST
    return _FIRST_TIME


def _open(needs: tuple[Need, ...]) -> Iterator[str]:
    """Ask for the first need that the listing leaves open."""
    unknown = [need.question for need in needs if need.state == "not_known"]
    yield from unknown[:1]
