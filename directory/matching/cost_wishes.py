"""The wishes about cost: a health plan, a price, lower fees; with the words for each."""

from collections.abc import Iterator
from functools import partial

from directory.matching.phrases import Phrases
from directory.matching.request import MatchRequest
from directory.matching.wish import Wish, state_of
from directory.providers import Provider
from directory.sentences import Dollars, say
from directory.vocabulary import PAYERS
from directory.vocabulary.edition import per_edition

_LOWER_FEES = say("has lower fees for some people")
_ASK_FOR_LOWER_FEES = say("Do you have lower fees for some people?")
_NO_LOWER_FEES = say("does not list lower fees")


def cost_wishes(request: MatchRequest, provider: Provider) -> Iterator[Wish]:
    """Yield what the person wishes to pay with, at most, and whether less."""
    asked = request.cost
    if asked.payer is not None:
        yield _payer_wish(asked.payer, provider)
    if asked.max_fee is not None:
        yield _fee_wish(asked.max_fee, asked.sliding_scale, provider)
    if asked.sliding_scale:
        yield _sliding_wish(provider)


def _payer_wish(code: str, provider: Provider) -> Wish:
    words, state = _paid_by(code), state_of(code, provider.payers)
    found = words.does if state == "met" else words.does_not
    return Wish(words.does, words.question, "coverage.payer", "cost", state, found)


@per_edition
def _paid_by(code: str) -> Phrases:
    payer = PAYERS.label(code)
    return Phrases(
        say("takes {payer}", payer=payer),
        say("does not take {payer}", payer=payer),
        say("Do you take {payer}?", payer=payer),
    )


def _fee_wish(most: float, sliding_asked: bool, provider: Provider) -> Wish:
    need = say("has sessions for {price} or less", price=Dollars(most))
    question = say("Do you have sessions for {price} or less?", price=Dollars(most))
    asked = partial(Wish, need, question, "coverage.max_fee", "cost")
    fee = provider.fee
    if fee is None:
        return asked("not_known")
    found = say("has fees from {price}", price=Dollars(fee.min))
    if fee.min <= most:
        return asked("met", found)
    if fee.sliding_scale and sliding_asked:
        note = say(
            "The fee starts at {price}. Some people pay less here. Ask before you book.",
            price=Dollars(fee.min),
        )
        return asked("not_known", note=note)
    return asked("not_met", found)


def _sliding_wish(provider: Provider) -> Wish:
    asked = partial(
        Wish, _LOWER_FEES, _ASK_FOR_LOWER_FEES, "coverage.sliding_scale", "cost", hard=False
    )
    if provider.fee is None:
        return asked("not_known")
    if provider.fee.sliding_scale:
        return asked("met", _LOWER_FEES)
    return asked("not_met", _NO_LOWER_FEES)
