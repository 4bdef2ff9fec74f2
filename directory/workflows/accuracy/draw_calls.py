"""Drawing whom to call this week."""

import secrets
from dataclasses import dataclass, replace

from sqlmodel import Session

from directory.accuracy.calls import plan_to_ask
from directory.accuracy.samples import KEPT_FOR, Sample, SampledCall, call_id
from directory.accuracy.sampling import draw
from directory.providers.view_counts import week_of
from directory.roles import Admin
from directory.storage import AuditLog, CallSamples, Providers, RealListings
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What was stored of a week before, and what is to be stored."""

    before: Sample | None
    sample: Sample
    calls: tuple[SampledCall, ...]


def draw_calls(directory: Directory, admin: Admin | None = None) -> int:
    """Draw as many listings as are wanted for this week and yet missing; return how many.

    Who was called within a quarter of a year, or may yet be called, is not drawn again. Drawing
    again on the same day finds whoever was published meanwhile.
    """
    drawing = _drawn(directory)
    with directory.database.writing() as session:
        samples = CallSamples(session)
        if samples.sample(drawing.sample.week) != drawing.before:
            return 0  # another process was quicker
        samples.save_sample(drawing.sample)
        for call in drawing.calls:
            samples.save(call)
        samples.forget_before(drawing.sample.week - KEPT_FOR)
        if drawing.calls or admin:
            subject = f"sample/{drawing.sample.week}"
            details = {"calls": len(drawing.calls), "seed": drawing.sample.seed}
            AuditLog(session).append(directory.clock(), admin, "calls.drawn", subject, details)
    return len(drawing.calls)


def _drawn(directory: Directory) -> _Drawing:
    today = directory.today()
    week = week_of(today)
    with directory.database.reading() as session:
        samples = CallSamples(session)
        before, calls = samples.sample(week), samples.calls(week)
        missing = samples.plan().size - len(calls)
        if before and missing <= 0:
            return _Drawing(before, replace(before, looked_on=today), ())
        seed = before.seed if before else secrets.token_hex(8)
        listings = RealListings(session)
        lately = samples.called_lately(today, week)
        drawn = draw(seed, listings.callable_ids(), max(0, missing), lately)
        uncallable = listings.public() - drawn.population
        sample = Sample(week, seed, drawn.population, uncallable, today)
        return _Drawing(before, sample, _calls(session, sample, drawn.ids, len(calls)))


def _calls(
    session: Session, sample: Sample, ids: tuple[str, ...], already: int
) -> tuple[SampledCall, ...]:
    return tuple(
        SampledCall(
            id=call_id(sample.week, place),
            week=sample.week,
            place=place,
            provider_id=provider.id,
            plan=plan_to_ask(sample.seed, provider),
        )
        for place, provider in enumerate(Providers(session).get_many(ids), already + 1)
    )
