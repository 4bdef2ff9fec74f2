"""Concerns in groups, so that nobody has to read a hundred in a row; each page has its headings."""

from collections.abc import Mapping
from types import MappingProxyType

_GROUPS = {
    "mood": "depression dysthymia teen_depression bipolar pmdd suicidal loneliness",
    "fear": (
        "gad panic agoraphobia social_anxiety specific_phobia health_anxiety test_anxiety "
        "child_anxiety selective_mutism school_refusal stress perfectionism burnout"
    ),
    "compulsion": "ocd bdd hoarding bfrb tics",
    "trauma": (
        "ptsd complex_trauma sexual_trauma child_trauma dissociation nightmares "
        "moral_injury ipv_survivor adjustment bullying racial_stress"
    ),
    "loss": "grief prolonged_grief pregnancy_loss",
    "birth": "postpartum infertility",
    "feelings": (
        "bpd emotion_dysregulation personality_other selfharm_teen selfharm_adult anger psychosis"
    ),
    "attention": "adhd_adult adhd_child autism_support testing",
    "body": "anorexia bulimia binge_eating arfid body_image",
    "substances": "alcohol substance_use opioid tobacco loved_one_addiction gambling csb gaming",
    "health": (
        "insomnia chronic_pain somatic chronic_illness memory_aging sexual_dysfunction caregiver"
    ),
    "family": (
        "relationship_distress infidelity premarital separation_divorce dating "
        "relationship_patterns family_conflict blended_family parenting child_behaviour "
        "boundaries ipv_perpetrator"
    ),
    "self": "self_esteem confidence lgbtq gender acculturation spiritual personal_growth",
    "work": "work_stress career life_transitions habits",
    "unsure": "unsure medication",
}
CONCERN_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {group: tuple(codes.split()) for group, codes in _GROUPS.items()}
)
