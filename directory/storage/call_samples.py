"""The calls that show how true the listings are: what was chosen, drawn and heard."""

import json
from collections import defaultdict
from dataclasses import asdict
from datetime import date

from pydantic import TypeAdapter
from sqlmodel import Session, col, delete, or_, select, update

from directory.accuracy.calls import Heard, Said
from directory.accuracy.samples import OPEN_FOR, CallPlan, Sample, SampledCall
from directory.accuracy.score import WEEKS_POOLED, CallMade, WeekOfCalls
from directory.storage.call_tables import CallPlanRow, CallSampleRow, SampledCallRow

_DAYS = TypeAdapter(dict[str, date | None])
# What stands in place of a listing that was removed: its call still counts.
REMOVED = ""


class CallSamples:
    """The samples and their calls, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def plan(self) -> CallPlan:
        """Return what the operator chose, or what is usual."""
        row = self._session.get(CallPlanRow, 1)
        return CallPlan(row.size, row.published_since) if row else CallPlan()

    def save_plan(self, plan: CallPlan) -> None:
        """Store what the operator chose."""
        self._session.merge(CallPlanRow(id=1, **asdict(plan)))

    def sample(self, week: date) -> Sample | None:
        """Return the sample of a week, None where nothing was drawn."""
        row = self._session.get(CallSampleRow, week)
        return Sample(**row.model_dump()) if row else None

    def samples(self) -> tuple[Sample, ...]:
        """Return every sample, the newest first."""
        query = select(CallSampleRow).order_by(col(CallSampleRow.week).desc())
        return tuple(Sample(**row.model_dump()) for row in self._session.exec(query))

    def save_sample(self, sample: Sample) -> None:
        """Insert the sample of a week or replace it."""
        self._session.merge(CallSampleRow(**asdict(sample)))

    def called_lately(self, today: date, week: date) -> frozenset[str]:
        """Return whom not to draw for a week: those called in the weeks that are pooled with it.

        And those who may still be called, for another sample or this one.
        """
        pooled = week.toordinal() - 7 * (WEEKS_POOLED - 1)
        is_called = col(SampledCallRow.heard).is_not(None)
        query = select(SampledCallRow.provider_id).where(
            col(SampledCallRow.week) >= date.fromordinal(pooled),
            or_(is_called, col(SampledCallRow.week) > today - OPEN_FOR),
        )
        return frozenset(self._session.exec(query))

    def calls(self, week: date) -> tuple[SampledCall, ...]:
        """Return the calls of a week's sample, in the order in which they were drawn."""
        query = select(SampledCallRow).where(col(SampledCallRow.week) == week)
        return tuple(map(_call, self._session.exec(query.order_by(col(SampledCallRow.place)))))

    def call(self, id: str) -> SampledCall | None:
        """Return one call, None where there is no such id."""
        row = self._session.get(SampledCallRow, id)
        return _call(row) if row else None

    def save(self, call: SampledCall) -> None:
        """Insert a call or replace it."""
        self._session.merge(_row(call))
        self._session.flush()

    def weeks(self, since: date) -> tuple[WeekOfCalls, ...]:
        """Return what counts of the calls of every week from one on, the oldest first."""
        query = select(SampledCallRow).where(col(SampledCallRow.week) >= since)
        drawn: defaultdict[date, int] = defaultdict(int)
        made: defaultdict[date, list[CallMade]] = defaultdict(list)
        for row in self._session.exec(query.order_by(col(SampledCallRow.id))):
            drawn[row.week] += 1
            if found := _call(row).made:
                made[row.week].append(found)
        return tuple(
            WeekOfCalls(one.week, one.population, drawn[one.week], tuple(made[one.week]))
            for one in reversed(self.samples())
            if one.week >= since
        )

    def forget_listing(self, provider_id: str) -> None:
        """Let nothing name a listing that is removed; what its call found still counts."""
        query = update(SampledCallRow).where(col(SampledCallRow.provider_id) == provider_id)
        gone = {"provider_id": REMOVED, "said": None}
        self._session.exec(query.values(**gone))

    def forget_account(self, account_id: str) -> None:
        """Let nothing name an account that is deleted."""
        query = update(SampledCallRow).where(col(SampledCallRow.entered_by) == account_id)
        self._session.exec(query.values(entered_by=None))

    def forget_before(self, week: date) -> None:
        """Delete the samples and calls of the weeks before one."""
        self._session.exec(delete(SampledCallRow).where(col(SampledCallRow.week) < week))
        self._session.exec(delete(CallSampleRow).where(col(CallSampleRow.week) < week))


def _row(call: SampledCall) -> SampledCallRow:
    return SampledCallRow(
        id=call.id,
        week=call.week,
        place=call.place,
        provider_id=call.provider_id,
        plan=call.plan,
        called_on=call.called_on,
        entered_by=call.entered_by,
        said=json.dumps(asdict(call.said)) if call.said else None,
        heard=json.dumps(asdict(call.heard)) if call.heard else None,
        verdicts=json.dumps(dict(call.verdicts)),
        confirmed=_DAYS.dump_json(dict(call.confirmed)).decode(),
    )


def _call(row: SampledCallRow) -> SampledCall:
    return SampledCall(
        id=row.id,
        week=row.week,
        place=row.place,
        provider_id=row.provider_id,
        plan=row.plan,
        called_on=row.called_on,
        entered_by=row.entered_by,
        said=_said(row.said) if row.said else None,
        heard=Heard(**json.loads(row.heard)) if row.heard else None,
        verdicts=json.loads(row.verdicts),
        confirmed=_DAYS.validate_json(row.confirmed),
    )


def _said(text: str) -> Said:
    facts: dict[str, list[str]] = json.loads(text)
    lists = {"phones": tuple(facts["phones"]), "places": tuple(facts["places"])}
    return Said(**facts | lists)  # type: ignore[arg-type]
