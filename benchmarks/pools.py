"""Ready-made valid parts of listings, from which millions of listings are put together.

Validating a listing as a whole takes about 150 microseconds; drawing from pools takes none.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, TypeVar

from directory.providers import Availability, Fee, Group, ModalityTraining, Practice
from directory.vocabulary import (
    COMMUNITIES,
    CONCERNS,
    LANGUAGES,
    LICENSES,
    MODALITIES,
    PAYERS,
    THEMES,
)

SIZE = 2048
_TRAININGS = 24
T = TypeVar("T")
Pool = tuple[T, ...]


def zipfian(chance: Random, codes: Iterable[str], low: int, high: int) -> tuple[str, ...]:
    """Draw different codes, the early ones far more often than the late ones."""
    pool = list(codes)
    weights = [1 / (rank + 2) for rank in range(len(pool))]
    drawn = chance.choices(pool, weights, k=chance.randint(low, high) if pool else 0)
    return tuple(dict.fromkeys(drawn))


def shuffled(codes: Iterable[str], seed: str) -> list[str]:
    """Return codes in an order that has nothing to do with the alphabet."""
    order = list(codes)
    Random(f"order-1/{seed}").shuffle(order)
    return order


def _pool(seed: str, draw: Callable[[Random], T]) -> Pool[T]:
    chance = Random(f"pool-1/{seed}")
    return tuple(draw(chance) for _ in range(SIZE))


@cache
def concerns() -> Pool[tuple[str, ...]]:
    """Return what providers work with."""
    order = shuffled(CONCERNS, "concerns")
    return _pool("concerns", lambda chance: zipfian(chance, order, 2, 10))


@cache
def languages() -> Pool[tuple[str, ...]]:
    """Return languages: English, and often another."""
    others = [code for code in LANGUAGES if code != "en"]
    return _pool(
        "languages",
        lambda chance: ("en", *(zipfian(chance, others, 1, 2) if chance.random() < 0.3 else ())),
    )


@cache
def payers() -> Pool[tuple[str, ...]]:
    """Return the plans taken."""
    order = shuffled(PAYERS, "payers")
    return _pool(
        "payers",
        lambda chance: ("self_pay",) if chance.random() < 0.25 else zipfian(chance, order, 1, 9),
    )


@cache
def communities() -> Pool[tuple[str, ...]]:
    """Return the communities that providers name; half name none."""
    order = shuffled(COMMUNITIES, "communities")
    return _pool("communities", lambda chance: zipfian(chance, order, 0, 2))


@cache
def age_groups() -> Pool[tuple[str, ...]]:
    """Return the ages that providers see."""
    choices = (
        ("adult",),
        ("adult", "older_adult"),
        ("teen", "adult"),
        ("child", "teen"),
        ("child", "teen", "adult", "older_adult"),
    )
    return _pool("ages", lambda chance: chance.choices(choices, (40, 25, 15, 10, 10))[0])


@cache
def formats() -> Pool[tuple[str, ...]]:
    """Return formats without groups, which come with the groups themselves."""
    choices = (
        ("individual",),
        ("individual", "couples"),
        ("individual", "family"),
        ("individual", "couples", "family"),
        ("couples",),
    )
    return _pool("formats", lambda chance: chance.choices(choices, (50, 18, 15, 12, 5))[0])


@cache
def deliveries() -> Pool[tuple[str, ...]]:
    """Return the ways in which providers meet people."""
    choices = (("in_person", "video"), ("video",), ("in_person",), ("in_person", "video", "phone"))
    return _pool("delivery", lambda chance: chance.choices(choices, (55, 22, 14, 9))[0])


@cache
def practices() -> Pool[Practice]:
    """Return practices; a fifth of the providers belong to one."""
    names = ("Lantern", "Harbor", "Juniper", "Wren", "Prairie", "Kettle", "River", "Willow")
    kinds = ("Counseling", "Therapy Group", "Psychology", "Family Services", "Associates")
    chance = Random("practices-1")
    return tuple(
        Practice(id=f"practice-{n:05d}", name=f"{chance.choice(names)} {chance.choice(kinds)} {n}")
        for n in range(SIZE)
    )


@cache
def groups() -> Pool[Group]:
    """Return groups with free seats."""

    def draw(chance: Random) -> Group:
        theme = chance.choice(list(THEMES))
        name = f"{THEMES[theme].label} {chance.choice(('circle', 'evening', 'class'))}"
        seats = chance.randint(6, 12)
        free = chance.randint(0, seats)
        return Group(
            name=name, theme=theme, kind="educational", seats=seats, open=free, schedule="Weekly"
        )

    return _pool("groups", draw)


@dataclass(frozen=True, slots=True)
class Offer:
    """What one licence offers: modalities, services and how it may be described."""

    modalities: tuple[ModalityTraining, ...]
    services: tuple[str, ...]
    service_intent: str
    fee: Fee | None


@cache
def offers(license: str, today: date) -> Pool[Offer]:
    """Return what providers with a licence offer."""
    allowed = shuffled(
        (code for code, term in MODALITIES.items() if term.may_be_offered_by(license)), license
    )
    return _pool(f"offers/{license}", lambda chance: _offer(chance, license, allowed, today))


def _offer(chance: Random, license: str, allowed: Sequence[str], today: date) -> Offer:
    term = LICENSES[license]
    services = ["psychotherapy"] if term.licensed else ["support"]
    if term.may_prescribe:
        services = chance.choice((["medication"], ["medication", "psychotherapy"]))
    if term.may_test and chance.random() < 0.3:
        services.append("testing")
    if term.licensed and chance.random() < 0.3:
        services.append("support")
    return Offer(
        modalities=tuple(
            chance.choice(_trainings(code, today)) for code in zipfian(chance, allowed, 1, 7)
        ),
        services=tuple(services),
        service_intent="psychotherapy" if term.licensed else "support",
        fee=_fee(chance, license),
    )


@cache
def _trainings(code: str, today: date) -> Pool[ModalityTraining]:
    chance = Random(f"pool-1/training/{code}")
    return tuple(_training(chance, code, today) for _ in range(_TRAININGS))


def _training(chance: Random, code: str, today: date) -> ModalityTraining:
    training = chance.choices(("self_declared", "trained", "certified"), (35, 45, 20))[0]
    verified = training != "self_declared" and chance.random() < 0.7
    return ModalityTraining(
        code=code, training=training, verified_at=_ago(chance, today, 500) if verified else None
    )


def _fee(chance: Random, license: str) -> Fee | None:
    if chance.random() < 0.1:
        return None
    middle = {"psychiatrist": 290, "pmhnp": 200, "psychologist": 190, "associate": 75}
    top = round(middle.get(license, 140) * chance.uniform(0.7, 1.4) / 5) * 5
    sliding = chance.random() < 0.4
    low = round(top * (0.6 if sliding else 1.0) / 5) * 5
    return Fee(min=low, max=top, sliding_scale=sliding)


@cache
def availabilities(today: date) -> Pool[tuple[Availability, dict[str, date]]]:
    """Return openings with what was confirmed when."""
    return _pool("openings", lambda chance: _availability(chance, today))


def _availability(chance: Random, today: date) -> tuple[Availability, dict[str, Any]]:
    accepting = chance.choices(("yes", "waitlist", "no", "unknown"), (53, 17, 19, 11))[0]
    wait = {"yes": (0, 28), "waitlist": (20, 150)}.get(accepting)
    day = None if accepting == "unknown" else _ago(chance, today, 120)
    confirmed = {"availability": day} if day else {}
    confirmed |= {fact: _ago(chance, today, 200) for fact in ("payers", "fee", "locations")}
    return (
        Availability(
            accepting=accepting,
            next_opening_days=chance.randint(*wait) if wait and chance.random() < 0.8 else None,
            confirmed_at=day,
        ),
        confirmed,
    )


def _ago(chance: Random, today: date, most: int) -> date:
    return today - timedelta(days=int(min(most, chance.expovariate(3 / most))))
