"""All that must hold of any answer, by name."""

from collections.abc import Iterator

from tests.oracle import counts, safety, scores, sentences
from tests.oracle.answer import Answer, Invariant

ALL: tuple[Invariant, ...] = (
    safety.only_claimed_and_published,
    safety.licensed_in_the_patients_state,
    safety.nobody_unlicensed_where_care_is_needed,
    safety.no_associate_in_urgent_need,
    safety.whom_the_person_asked_for,
    safety.works_with_suicidality,
    safety.no_couples_work_where_a_partner_is_feared,
    safety.crisis_comes_alone,
    safety.card_is_there,
    safety.roles_are_held,
    counts.every_match_is_eligible,
    counts.total_is_the_number_of_eligible,
    counts.nobody_is_shown_twice,
    counts.everybody_is_counted_once,
    counts.relaxations_keep_their_word,
    counts.plan_names_only_the_eligible,
    counts.unconfirmed_only_where_few_match,
    scores.score_is_the_sum_of_points,
    scores.only_the_seven_factors,
    scores.only_what_was_asked_counts,
    scores.ranks_count_up,
    scores.both_roles_come_first,
    scores.two_of_a_practice_among_the_first_five,
    scores.nobody_stands_before_the_far_better,
    sentences.sentences_are_whole,
    sentences.nothing_is_said_twice,
    sentences.needs_have_a_state,
    sentences.nothing_tells_of_a_feared_partner,
)


def violations(answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield the name of each invariant that an answer breaks, and how."""
    for invariant in ALL:
        for problem in invariant(answer):
            yield invariant.__name__, problem
