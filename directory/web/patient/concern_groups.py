"""Concerns under plain headings, so that nobody has to read a hundred in a row."""

from collections.abc import Iterable

from directory.sentences import say
from directory.vocabulary import CONCERNS

_GROUPS = (
    (say("Low mood"), "depression dysthymia teen_depression bipolar pmdd suicidal loneliness"),
    (
        say("Worry, fear and stress"),
        (
            "gad panic agoraphobia social_anxiety specific_phobia health_anxiety test_anxiety "
            "child_anxiety selective_mutism school_refusal stress perfectionism burnout"
        ),
    ),
    (say("Thoughts or habits I cannot stop"), "ocd bdd hoarding bfrb tics"),
    (
        say("Something bad that happened"),
        (
            "ptsd complex_trauma sexual_trauma child_trauma dissociation nightmares "
            "moral_injury ipv_survivor adjustment bullying racial_stress"
        ),
    ),
    (say("Loss"), "grief prolonged_grief pregnancy_loss"),
    (say("Pregnancy and birth"), "postpartum infertility"),
    (
        say("Strong feelings, or hurting myself"),
        "bpd emotion_dysregulation personality_other selfharm_teen selfharm_adult anger psychosis",
    ),
    (say("Attention, autism and tests"), "adhd_adult adhd_child autism_support testing"),
    (say("Food and body"), "anorexia bulimia binge_eating arfid body_image"),
    (
        say("Alcohol, drugs and other pulls"),
        "alcohol substance_use opioid tobacco loved_one_addiction gambling csb gaming",
    ),
    (
        say("Sleep, pain and health"),
        "insomnia chronic_pain somatic chronic_illness memory_aging sexual_dysfunction caregiver",
    ),
    (
        say("Love and family"),
        (
            "relationship_distress infidelity premarital separation_divorce dating "
            "relationship_patterns family_conflict blended_family parenting child_behaviour "
            "boundaries ipv_perpetrator"
        ),
    ),
    (
        say("Who I am"),
        "self_esteem confidence lgbtq gender acculturation spiritual personal_growth",
    ),
    (say("Work, change and plans"), "work_stress career life_transitions habits"),
    (say("Not sure, or medicine"), "unsure medication"),
)
CONCERN_GROUPS = tuple((heading, tuple(codes.split())) for heading, codes in _GROUPS)


def groups_for(age: int, kept: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the groups with the concerns of an age in years, and those already chosen."""
    chosen = frozenset(kept)
    fitting = (
        (heading, tuple(c for c in codes if c in chosen or _fits(c, age)))
        for heading, codes in CONCERN_GROUPS
    )
    return tuple((heading, codes) for heading, codes in fitting if codes)


def _fits(code: str, age: int) -> bool:
    group = "child" if age <= 12 else "teen" if age <= 17 else "adult"
    population = CONCERNS[code].population
    return group in population or "family" in population or population == ("couple",)
