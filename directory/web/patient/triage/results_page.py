"""From a triage result and its matches to the page of results."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from directory.matching.outcome import Expect, Match, Need, Reason
from directory.matching.plan.support import NOT_TREATMENT
from directory.sentences import Sentence, say, say_many
from directory.triage import TriageResult
from directory.vocabulary import LEVELS_OF_CARE, MODALITIES
from directory.vocabulary.rules import RULES
from directory.web.patient.front.help_lines import help_card
from directory.web.patient.listing.cards import UNCONFIRMED, card_of
from directory.web.patient.listing.contact import phones_of
from directory.web.patient.parts import Card, Fact
from directory.web.patient.triage import pages as shown
from directory.web.patient.triage.own_way import own_way
from directory.web.patient.triage.plan_part import OPEN, asks_of, plan_part
from directory.web.patient.triage.result_words import (
    ALL_TOGETHER,
    EXCLUDED,
    FIRST_STEPS,
    ROLES,
    WISHES,
    wish_of,
)
from directory.web.patient.visit import Visit
from directory.workflows.matching.match_providers import Matched

# Rules whose words say what to do; they are never folded away.
_SAYS_WHAT_TO_DO = frozenset({"L01", "L02", "L03", "L05", "L07", "L08"})
# What a card tells under a fold, since nobody calls for it.
_LATER = frozenset({"speech", "people"})
# What the facts of a card tell at a glance before its reasons.
_TOLD_ABOVE = frozenset({"time", "data_trust"})
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
    matches = _matches(result, matched, today)
    return shown.ResultsPage(
        title=say("Your results"),
        level=level.label,
        level_about=level.about,
        because=(ALL_TOGETHER, *(RULES[reason.rule].text for reason in result.because)),
        is_because_open=any(reason.rule in _SAYS_WHAT_TO_DO for reason in result.because),
        help_card=help_card(matched.crisis) if matched.crisis else None,
        first_steps=FIRST_STEPS[level.code],
        # The words of a table, found again in the catalog as they stand.
        out_of_scope=Sentence(matched.out_of_scope.text) if matched.out_of_scope else None,
        count=_count_words(matched.outcome.total),
        matches=matches[:OPEN],
        others=matches[OPEN:],
        others_words=_others_words(len(matches) - OPEN),
        unconfirmed=tuple(card_of(provider, today) for provider in matched.unconfirmed),
        wider=_wider_searches(matched),
        is_wider_open=bool(visit.dropped) or len(matches) < OPEN,
        dropped=_dropped(visit),
        kept_out=_kept_out(matched),
        unanswered_href=unanswered_href,
        plan=plan_part(matched.outcome.plan, result.level_of_care),
        ways_on=asks_of(matched.outcome.plan),
        own_way=own_way(visit, matched.request.zip is not None),
    )


def _count_words(total: int) -> Sentence:
    if total == 0:
        return say("No one on this list fits all of it yet")
    return say_many("{count} person may fit", "{count} people may fit", total)


def _others_words(count: int) -> Sentence:
    return say_many("Show {count} more person", "Show {count} more people", count)


def _matches(result: TriageResult, matched: Matched, today: date) -> tuple[shown.MatchCard, ...]:
    return tuple(
        _match(match, result, matched.photos.get(match.provider.id), today)
        for match in matched.outcome.matches
    )


def _wider_searches(matched: Matched) -> tuple[shown.WiderSearch, ...]:
    return tuple(
        _wider(wish, relaxation.total)
        for relaxation in matched.outcome.relaxations
        if (wish := wish_of(relaxation.drop, matched.request)) in WISHES
    )


def _dropped(visit: Visit) -> tuple[shown.WiderSearch, ...]:
    return tuple(
        shown.WiderSearch(wish, say("Put back {wish}", wish=WISHES[wish])) for wish in visit.dropped
    )


def _match(match: Match, result: TriageResult, photo: str | None, today: date) -> shown.MatchCard:
    card = _without_age(card_of(match.provider, today, result.concerns, photo=photo))
    reasons = _reasons(one for one in match.reasons if one.factor not in _TOLD_ABOVE)
    top = _top(reasons)
    return shown.MatchCard(
        card=card,
        facts=tuple(fact for fact in card.facts if fact.icon not in _LATER),
        more_facts=tuple(fact for fact in card.facts if fact.icon in _LATER),
        phone=next(iter(phones_of(match.provider)), None),
        role=ROLES[match.role],
        top=top,
        reasons=tuple(fact for fact in reasons if fact not in top),
        also=_reasons(one for one in match.reasons if one.factor in _TOLD_ABOVE),
        needs=tuple(map(_need, match.needs)),
        cautions=match.cautions,
        not_checked=match.not_checked,
        anchor=f"match-{match.rank}",
        mark=NOT_TREATMENT if match.role == "support" else None,
        expect=tuple(_expect(match.expect)),
        questions=match.questions,
    )


def _without_age(card: Card) -> Card:
    """Leave it to the caution to say that the word about openings is old, in full and once."""
    if UNCONFIRMED not in card.badges:
        return card
    badges = tuple(badge for badge in card.badges if badge != UNCONFIRMED)
    facts = tuple(replace(f, note="") if f.icon == "clock" else f for f in card.facts)
    return replace(card, badges=badges, facts=facts)


def _top(reasons: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the first three reasons, and among them the first that speaks against, if one does."""
    against = next((fact for fact in reasons if fact.icon == "no"), None)
    if against is None or against in reasons[:3]:
        return reasons[:3]
    return (*reasons[:2], against)


def _expect(expect: Expect) -> Iterator[str]:
    if expect.length and expect.modality:
        label = MODALITIES.label(expect.modality)
        yield say("{modality}: {length}", modality=label, length=expect.length)
    if expect.session:
        yield expect.session
    if expect.total_cost:
        yield expect.total_cost.text


def _reasons(reasons: Iterable[Reason]) -> tuple[Fact, ...]:
    """Return every sentence with the mark that is true of it: what fits, what not, what to ask."""
    sayings = [saying for reason in reasons for saying in reason.sayings]
    return tuple(
        Fact(icon, saying.text)
        for state, icon in _ICONS.items()
        for saying in sayings
        if saying.state == state
    )


def _need(need: Need) -> Fact:
    return Fact(_ICONS[need.state], need.text)


def _wider(wish: str, total: int) -> shown.WiderSearch:
    people = say_many("{count} person", "{count} people", total)
    words = say("Leave out {wish}: {people}", wish=WISHES[wish], people=people)
    return shown.WiderSearch(wish, words)


def _kept_out(matched: Matched) -> tuple[str, ...]:
    counts = matched.outcome.excluded
    return tuple(words(counts[why]) for why, words in EXCLUDED.items() if counts.get(why))
