"""From a triage result and its matches to the page of results."""

from collections.abc import Iterator
from datetime import date

from directory.matching.outcome import Expect, Match, Need
from directory.matching.plan.support import NOT_TREATMENT
from directory.triage import TriageResult
from directory.vocabulary import LEVELS_OF_CARE, MODALITIES
from directory.web.patient.cards import card_of
from directory.web.patient.contact import phones_of
from directory.web.patient.help_lines import help_card
from directory.web.patient.own_way import own_way
from directory.web.patient.pages import triage as shown
from directory.web.patient.pages.parts import Fact
from directory.web.patient.plan_part import asks_of, plan_part
from directory.web.patient.result_words import (
    ALL_TOGETHER,
    EXCLUDED,
    FIRST_STEPS,
    ROLES,
    WISHES,
    wish_of,
)
from directory.web.patient.visit import Visit
from directory.workflows.match_providers import Matched

_ICONS = {"met": "yes", "not_met": "no", "not_known": "ask"}


def results_page(
    result: TriageResult,
    matched: Matched,
    visit: Visit,
    unanswered_href: str | None,
    today: date,
) -> shown.ResultsPage:
    """Return the page: the need, why, what to do first, and who may fit."""
    level = LEVELS_OF_CARE[result.level_of_care]
    return shown.ResultsPage(
        title="Your results",
        level=level.label,
        level_about=level.about,
        because=(ALL_TOGETHER, *(reason.text for reason in result.because)),
        help_card=help_card(matched.crisis) if matched.crisis else None,
        first_steps=FIRST_STEPS[level.code],
        out_of_scope=matched.out_of_scope.text if matched.out_of_scope else None,
        count=_count_words(matched.outcome.total, len(matched.outcome.matches)),
        matches=tuple(_match(match, result, today) for match in matched.outcome.matches),
        unconfirmed=tuple(card_of(provider, today) for provider in matched.unconfirmed),
        wider=tuple(
            _wider(wish, relaxation.total)
            for relaxation in matched.outcome.relaxations
            if (wish := wish_of(relaxation.drop, matched.request)) in WISHES
        ),
        dropped=tuple(shown.WiderSearch(d, f"Put back {WISHES[d]}") for d in visit.dropped),
        kept_out=_kept_out(matched),
        unanswered_href=unanswered_href,
        plan=plan_part(matched.outcome.plan, result.level_of_care),
        ways_on=asks_of(matched.outcome.plan),
        own_way=own_way(visit, matched.request.zip is not None),
    )


def _count_words(total: int, shown_count: int) -> str:
    if total == 0:
        return "No one on this list fits all of it yet"
    if total == 1:
        return "1 person may fit"
    return f"{total:,} people may fit" + (
        f". Here are the first {shown_count}" if total > shown_count else ""
    )


def _match(match: Match, result: TriageResult, today: date) -> shown.MatchCard:
    return shown.MatchCard(
        card=card_of(match.provider, today, result.concerns),
        phone=next(iter(phones_of(match.provider)), None),
        role=ROLES[match.role],
        reasons=_reasons(match),
        needs=tuple(map(_need, match.needs)),
        cautions=match.cautions,
        not_checked=match.not_checked,
        anchor=f"match-{match.rank}",
        mark=NOT_TREATMENT if match.role == "support" else None,
        expect=tuple(_expect(match.expect)),
        questions=match.questions,
    )


def _expect(expect: Expect) -> Iterator[str]:
    if expect.length and expect.modality:
        yield f"{MODALITIES.label(expect.modality)}: {expect.length}"
    if expect.session:
        yield expect.session
    if expect.total_cost:
        yield expect.total_cost.text


def _reasons(match: Match) -> tuple[Fact, ...]:
    """Return every sentence with the mark that is true of it: what fits, what not, what to ask."""
    sayings = [saying for reason in match.reasons for saying in reason.sayings]
    return tuple(
        Fact(icon, saying.text)
        for state, icon in _ICONS.items()
        for saying in sayings
        if saying.state == state
    )


def _need(need: Need) -> Fact:
    return Fact(_ICONS[need.state], need.text)


def _wider(wish: str, total: int) -> shown.WiderSearch:
    people = "1 person" if total == 1 else f"{total:,} people"
    return shown.WiderSearch(wish, f"Leave out {WISHES[wish]}: {people}")


def _kept_out(matched: Matched) -> tuple[str, ...]:
    counts = matched.outcome.excluded
    return tuple(f"{counts[why]:,} {words}" for why, words in EXCLUDED.items() if counts.get(why))
