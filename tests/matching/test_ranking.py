"""The order of the matches, and that it is the same all day."""

from datetime import date
from typing import Any

from directory.matching import match
from tests.factories import make_provider
from tests.matching.asking import TODAY, asking, holder_of, ids, matched, opening, prescriber

TOGETHER: dict[str, Any] = {"level_of_care": "psychotherapy_and_medication"}
TIED = [make_provider(id=f"p-{number}") for number in range(30)]


def of_practice(practice: str | None, id: str, days: int) -> Any:
    held = {"id": practice, "name": practice} if practice else None
    return make_provider(id=id, practice=held, availability=opening(days))


def test_the_better_fit_stands_first() -> None:
    late, soon = (make_provider(id=f"in-{days}", availability=opening(days)) for days in (40, 3))
    assert ids(matched(late, soon)) == ["in-3", "in-40"]


def test_ranks_count_from_one_and_scores_fall() -> None:
    providers = [make_provider(id=f"in-{d}", availability=opening(d)) for d in (40, 3, 90)]
    found = matched(*providers).matches
    assert [one.rank for one in found] == [1, 2, 3]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_the_total_counts_all_and_the_limit_only_what_is_shown() -> None:
    outcome = match(asking(), TIED, TODAY, limit=7)
    assert (outcome.total, len(outcome.matches)) == (30, 7)


def test_the_same_input_on_the_same_day_gives_the_same_order() -> None:
    assert ids(matched(*TIED)) == ids(matched(*reversed(TIED)))


def test_another_day_draws_ties_anew() -> None:
    orders = {tuple(ids(matched(*TIED, today=date(2026, 11, day)))) for day in (21, 22, 23)}
    assert len(orders) == 3


def test_another_day_never_puts_the_worse_fit_first() -> None:
    best = make_provider(id="best", availability=opening(3) | {"confirmed_at": "2026-11-21"})
    others = [make_provider(id=f"p-{n}", availability=opening(60)) for n in range(20)]
    for day in range(21, 30):
        assert ids(matched(best, *others, today=date(2026, 11, day)))[0] == "best"


def test_no_practice_holds_more_than_two_of_the_first_five() -> None:
    big = [of_practice("big", f"big-{n}", 1) for n in range(6)]
    small = [of_practice(None, f"own-{n}", 30) for n in range(6)]
    top = ids(matched(*big, *small))[:5]
    assert sum(id.startswith("big") for id in top) == 2


def test_where_there_is_nobody_else_one_practice_may_fill_the_list() -> None:
    assert len(ids(matched(*(of_practice("big", f"big-{n}", 1) for n in range(6))))) == 6


def test_where_talk_and_medicine_belong_together_the_first_two_hold_one_of_each() -> None:
    therapists = [make_provider(id=f"talk-{n}", availability=opening(1)) for n in range(8)]
    late = prescriber(id="pills", availability=opening(90))
    outcome = matched(*therapists, late, **TOGETHER)
    assert {m.role for m in outcome.matches[:2]} == {"therapist", "prescriber"}


def test_a_therapist_is_brought_forward_just_the_same() -> None:
    many = [prescriber(id=f"pills-{n}", availability=opening(1)) for n in range(8)]
    talk = make_provider(id="talk", availability=opening(90), concerns=[])
    outcome = matched(*many, talk, **TOGETHER)
    assert {m.role for m in outcome.matches[:2]} == {"therapist", "prescriber"}


def test_somebody_who_does_both_counts_as_either() -> None:
    therapists = [make_provider(id=f"talk-{n}", availability=opening(1)) for n in range(3)]
    does_both = holder_of("pmhnp", id="both", availability=opening(90))
    assert "both" in {m.role for m in matched(*therapists, does_both, **TOGETHER).matches[:2]}


def test_support_alone_does_not_stand_in_for_a_therapist() -> None:
    request = TOGETHER | {"services": ["psychotherapy", "medication", "support"]}
    support = holder_of("lcsw", id="support", services=["support"], availability=opening(1))
    pills = prescriber(id="pills", availability=opening(30))
    talk = make_provider(id="talk", availability=opening(90))
    outcome = matched(support, pills, talk, **request)
    assert {m.role for m in outcome.matches[:2]} == {"therapist", "prescriber"}


def test_where_there_is_no_prescriber_the_best_fit_stays_first() -> None:
    late, soon = (make_provider(id=f"in-{days}", availability=opening(days)) for days in (40, 3))
    assert ids(matched(late, soon, **TOGETHER)) == ["in-3", "in-40"]


def test_bringing_a_prescriber_forward_keeps_the_limit_of_a_practice() -> None:
    practice = {"id": "big", "name": "big"}
    big = [of_practice("big", f"big-{n}", 1) for n in range(2)]
    others = [of_practice(None, f"own-{n}", 40) for n in range(5)]
    pills = prescriber(id="big-pills", practice=practice, availability=opening(90))
    top = ids(matched(*big, *others, pills, **TOGETHER))[:5]
    assert "big-pills" in top[:2]
    assert sum(id.startswith("big") for id in top) == 2


def test_roles_say_what_a_provider_is_to_the_person() -> None:
    providers = [
        make_provider(id="therapist"),
        prescriber(id="prescriber"),
        holder_of("pmhnp", id="both"),
        holder_of("lcsw", id="support", services=["support"]),
    ]
    services = ["psychotherapy", "medication", "support"]
    outcome = matched(*providers, **TOGETHER, services=services)
    assert all(found.role == found.provider.id for found in outcome.matches)
    assert outcome.total == 4
