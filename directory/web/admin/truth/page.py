"""From what is known of the directory's accuracy to its page for admins."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from directory.accuracy.calls import CALL_FACTS
from directory.accuracy.figures import WeeklyFigure, stalest
from directory.accuracy.intervals import wilson
from directory.accuracy.samples import CallPlan, Sample
from directory.accuracy.score import WEEKS_POOLED, Score, Share, WeekOfCalls
from directory.providers.notices import Notice
from directory.providers.view_counts import FEWEST
from directory.roles import Role, roles_within
from directory.sentences import ENGLISH
from directory.web.admin.amounts import counted
from directory.web.admin.truth.forms import SizeForm
from directory.web.admin.truth.pages import FactRow, Finding, PublicState, TruthPage, WeekLink
from directory.web.admin.truth.words import (
    CALL_FACT_NAMES,
    LISTING_FACTS,
    share_words,
    span,
)
from directory.web.plots import Plot, Point, RankedRow, line_plot, percent, ranking
from directory.workflows.accuracy.read_accuracy import Accuracy

_MOST_FINDINGS = 10  # on the first page
_REPORTS: Mapping[str, str] = {
    "reached": "reached",
    "full": "full",
    "no_reply": "no reply",
    "wrong_insurance": "insurance was wrong",
    "wrong_number": "number was wrong",
}


def truth_page(
    found: Accuracy,
    waiting: tuple[tuple[Notice, str], ...],
    role: Role,
    today: date,
    form: SizeForm | None = None,
) -> TruthPage:
    """Return the page; `waiting` is what calls found wrong, with the names of the listings.

    `role` is that of who reads it.
    """
    can_draw = "editor" in roles_within(role)
    return TruthPage(
        title="Truth score",
        headline=_headline(found.score),
        behind=_behind(found.score),
        plot=_accuracy_plot(found),
        facts=tuple(_fact_rows(found.score)),
        waits=_waits(found.score),
        week=_this_week(found, today),
        wrong=findings(waiting[:_MOST_FINDINGS]),
        more_wrong=max(0, len(waiting) - _MOST_FINDINGS),
        fresh=tuple(_fresh(found.figures)),
        fresh_plot=_fresh_plot(found),
        stale=_stale(found.figures),
        ages=_ages(found.figures),
        reports=tuple(_reports(found.figures)),
        weeks=tuple(_week_link(week, today) for week in reversed(found.weeks)),
        can_draw=can_draw,
        form=form or SizeForm(formdata=None, data={"size": found.plan.size}),
        expected=_expected(found.plan.size, found.sample),
        public=_public(found.plan, role),
    )


def _headline(score: Score) -> str:
    overall = score.overall
    if overall.value is None or overall.interval is None:
        return "Not known yet: no call of the last 13 weeks is decided."
    if overall.interval.width == 0:
        return f"{percent(overall.value)} of the listings are accurate. All of them were called."
    return (
        f"{percent(overall.value)} of the listings that were called are accurate. "
        f"Among all {score.population:,}, it is most likely {span(overall.interval)}."
    )


def _behind(score: Score) -> str:
    overall = score.overall
    if not score.drawn:
        return ""
    return (
        f"In the last {WEEKS_POOLED} weeks {score.drawn:,} were drawn and {score.made:,} called: "
        f"{overall.right:,} accurate, {overall.wrong:,} not, {overall.unknown:,} not known. "
        "Calls that were not made are among those not known."
    )


def _accuracy_plot(found: Accuracy) -> Plot | None:
    if not any(one.share.decided for one in found.points):
        return None
    points = [_point(one.week, one.share) for one in found.points]
    return line_plot(
        "Accurate listings",
        "Each point is the share of the 13 weeks up to its week, in the band in which it most "
        "likely lies for all listings.",
        points,
        columns=("Week of", "Accurate (most likely)"),
        told=percent,
        top=1.0,
    )


def _point(week: date, share: Share) -> Point:
    told = share_words(share)
    if share.interval is None:
        return Point(_day(week), None, told)
    return Point(_day(week), share.value, told, share.interval.low, share.interval.high)


def _fact_rows(score: Score) -> Iterator[FactRow]:
    for fact in CALL_FACTS:
        if share := score.facts.get(fact):
            yield FactRow(
                name=CALL_FACT_NAMES[fact],
                right=f"{share.right:,}",
                wrong=f"{share.wrong:,}",
                unknown=f"{share.unknown:,}",
                share=percent(share.value) if share.value is not None else "Not known",
                interval=span(share.interval) if share.interval else "Not known",
            )


def _waits(score: Score) -> str:
    if score.median_wait is None:
        return ""
    days = counted(ceil(score.median_wait), "day", "days")
    told = counted(len(score.waits), "call that told one", "calls that told one")
    return f"Half of the waits for a first visit were {days} or less, of {told}."


def _this_week(found: Accuracy, today: date) -> WeekLink | None:
    if not found.weeks or found.weeks[-1].week + timedelta(weeks=1) <= today:
        return None
    return _week_link(found.weeks[-1], today)


def _week_link(week: WeekOfCalls, today: date) -> WeekLink:
    is_open = Sample(week.week, "", 0, 0, week.week).is_open(today)
    made = counted(week.drawn, "call", "calls")
    return WeekLink(
        name=f"Week of {ENGLISH.day(week.week)}",
        href=f"/admin/truth/weeks/{week.week}",
        about=f"{len(week.made):,} of {made} noted",
        is_open=is_open,
    )


def findings(waiting: Sequence[tuple[Notice, str]]) -> tuple[Finding, ...]:
    """Return what calls found wrong, each with its listing's name."""
    return tuple(
        Finding(
            name=name,
            listing_href=f"/admin/listings/{notice.provider_id}",
            call_href=f"/admin/truth/calls/{notice.origin.removeprefix('call/')}",
            what=notice.words,
        )
        for notice, name in waiting
    )


def _fresh(figures: Mapping[str, WeeklyFigure]) -> Iterator[str]:
    kept, confirmed, fresh = (figures.get(name) for name in ("kept", "confirmed", "fresh"))
    if confirmed and confirmed.whole:
        whole = counted(confirmed.whole, "public listing", "public listings")
        yield (
            f"{confirmed.count:,} of {whole} ({percent(confirmed.share or 0)}) had every fact "
            "confirmed within 90 days."
        )
    if fresh and fresh.whole:
        yield f"{fresh.count:,} bear “Kept up to date”: every fact within its own clock."
    if kept and kept.whole:
        yield (
            f"{kept.count:,} are kept by somebody. Nobody speaks for the others, so nothing of "
            "them is confirmed."
        )


def _fresh_plot(found: Accuracy) -> Plot | None:
    shares = {one.week: one.share for one in found.confirmed}
    if len(shares) < 2:
        return None
    weeks = [one.week for one in found.points if one.week >= min(shares)]
    points = [
        Point(_day(week), share, percent(share) if share is not None else "Not taken")
        for week in weeks
        for share in (shares.get(week),)
    ]
    return line_plot(
        "Confirmed within 90 days",
        "The share of all public listings, as it stood when each week was over.",
        points,
        columns=("Week of", "Confirmed"),
        told=percent,
        top=1.0,
    )


def _stale(figures: Mapping[str, WeeklyFigure]) -> tuple[RankedRow, ...]:
    return ranking(
        [
            (
                LISTING_FACTS[one.name.removeprefix("lapsed.")],
                one.share or 0.0,
                f"{percent(one.share or 0)} ({one.count:,} of {one.whole:,})",
            )
            for one in stalest(figures.values())
        ]
    )


def _ages(figures: Mapping[str, WeeklyFigure]) -> tuple[RankedRow, ...]:
    found = [one for one in figures.values() if one.name.startswith("age.")]
    return ranking(
        [
            (
                LISTING_FACTS[one.name.removeprefix("age.")],
                float(one.count),
                f"{one.count:,}",
            )
            for one in sorted(found, key=lambda one: (-one.count, one.name))
        ]
    )


def _reports(figures: Mapping[str, WeeklyFigure]) -> Iterator[str]:
    """Yield how calls of patients went; few reports say little, and point at somebody."""
    answered, full = figures.get("answered"), figures.get("full")
    if not answered or answered.whole < FEWEST:
        yield f"Fewer than {FEWEST} people told of a call in the last whole week."
        return
    yield (
        f"{answered.count:,} of {answered.whole:,} calls that people told of were answered "
        f"({percent(answered.share or 0)})."
    )
    if full and full.whole >= FEWEST:
        yield f"{full.count:,} of {full.whole:,} heard: full ({percent(full.share or 0)})."
    kinds = ((name, figures.get(f"reports.{kind}")) for kind, name in _REPORTS.items())
    told = [f"{name} {found.count:,}" for name, found in kinds if found]
    if told:
        yield f"By kind: {', '.join(told)}."


def _expected(size: int, sample: Sample | None) -> str:
    """Say how sure a number of calls makes one after a quarter of a year."""
    if not size:
        return "No calls are drawn."
    population = sample.population if sample and sample.population else None
    calls = min(size * WEEKS_POOLED, population or size * WEEKS_POOLED)
    interval = wilson(round(calls * 0.7), calls, population)
    half = round(100 * interval.width / 2) if interval else 0
    calls_words = counted(calls, "call", "calls")
    return (
        f"After 13 weeks that is {calls_words}. Where 70% are accurate, you then know the share to "
        f"about {counted(half, 'percentage point', 'percentage points')} up or down."
    )


def _public(plan: CallPlan, role: Role) -> PublicState:
    is_owner = role == "owner"
    if plan.published_since is None:
        said = "Nobody else reads this. An owner can publish it, and take it down again."
        return PublicState(said, "/admin/truth/publish" if is_owner else "", "Publish it")
    since = ENGLISH.day(plan.published_since.date())
    said = f"Everybody can read it at /about/accuracy, since {since}."
    return PublicState(said, "/admin/truth/withdraw" if is_owner else "", "Take it down")


def _day(day: date) -> str:
    return f"{day:%b} {day.day}"
