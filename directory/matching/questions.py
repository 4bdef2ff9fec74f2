"""What to ask one provider before the first visit, with what their listing leaves open."""

from collections.abc import Iterator

from directory.matching.case import Case
from directory.matching.need_factor import concern_words
from directory.matching.outcome import Expect, Need
from directory.matching.phrases import TELLING_CONCERNS, inside
from directory.matching.request import UNSURE
from directory.vocabulary import MODALITIES, PAYERS, STATES
from directory.vocabulary.payers import NO_PLANS

KIND = "What do you do here: general support, psychotherapy or both?"


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
        return "What training do you have? Who do you send people to who need treatment?"
    return f"Is your license for {STATES.label(case.request.state)} active? What is its number?"


def _training(case: Case, expect: Expect) -> Iterator[str]:
    if expect.modality is None:
        return
    if expect.modality == "MEDS":
        yield "How do you find out if medicine may help me?"
        return
    name = inside(MODALITIES.label(expect.modality))
    yield f"Where and how did you learn to do {name}?{_experience(case)}"


def _experience(case: Case) -> str:
    """Ask for work with the main concern, if it may be said aloud."""
    named = [c for c in case.request.concerns if c not in TELLING_CONCERNS and c != UNSURE]
    return f" Have you helped people with {concern_words(named[0])}?" if named else ""


def _cost(case: Case) -> str:
    payer = case.request.cost.payer
    if payer is not None and payer not in NO_PLANS:
        return f"Do you take {PAYERS.label(payer)}, and what would I pay for each visit?"
    return "What would I pay for each visit? Do some people pay less?"


def _openings(case: Case) -> str:
    if case.provider.availability.accepting == "waitlist":
        return "How long is your wait list? Who can I see while I wait?"
    return "When could we meet for the first time?"


def _open(needs: tuple[Need, ...]) -> Iterator[str]:
    """Ask for the first need that the listing leaves open."""
    unknown = [need.need for need in needs if need.state == "not_known"]
    if unknown:
        yield as_question(unknown[0])


def as_question(need: str) -> str:
    """Turn what a provider does into a question to them: `takes Aetna` to `Do you take Aetna?`"""
    verb, _, rest = need.partition(" ")
    if verb in {"is", "can", "may"}:
        return f"{'Are' if verb == 'is' else verb.capitalize()} you {rest}?"
    if verb == "does":
        return f"Is it so that you {rest.replace('not', 'do not', 1)}?"
    if verb == "often":
        second, _, rest = rest.partition(" ")
        return f"Do you often {second.removesuffix('s')} {rest}?"
    return f"Do you {'have' if verb == 'has' else verb.removesuffix('s')} {rest}?"
