"""Clinical profiles: specialism, ages, formats, concerns, modalities and services that fit."""

from collections import Counter
from random import Random
from typing import Any

from directory.vocabulary import CONCERNS, MODALITIES
from seed_data.draft import Draft
from seed_data.draws import age, pick, rarest, read_json, some, source_of

NICHES: dict[str, dict[str, Any]] = read_json("niches.json")
_PRESCRIBER_NICHES = {
    "meds": 0.44,
    "meds_young": 0.17,
    "meds_addiction": 0.15,
    "meds_aging": 0.12,
    "meds_perinatal": 0.12,
}
_COACH_NICHES = {
    "coach_work": 0.34,
    "coach_life": 0.28,
    "coach_dating": 0.14,
    "coach_parent": 0.13,
    "coach_peer": 0.11,
}
_ALL_AGES = ("child", "teen", "family", "expressive", "refugee", "culture")
_GROUP_MINDED = ("anger", "substance", "grief", "service_members", "impulse", "dating_self")
_WITH_MEDICATION = ("CBT", "PDT", "STPP", "IPT", "MI", "ACT", "HUM", "SUPP")
_COMMON_CONCERNS = (
    *("depression", "gad", "grief", "self_esteem", "stress", "work_stress", "life_transitions"),
    *("adjustment", "boundaries", "loneliness", "relationship_distress", "family_conflict"),
    *("insomnia", "burnout", "parenting", "perfectionism", "unsure", "anger", "lgbtq"),
    *("chronic_illness", "spiritual", "confidence", "caregiver", "social_anxiety", "panic"),
)
_TRAINING = {"certified": 0.22, "trained": 0.5, "self_declared": 0.28}


class Balance:
    """Counts what has been drawn, so that nothing in the vocabulary stays rare."""

    def __init__(self) -> None:
        self.concerns: Counter[str] = Counter()
        self.modalities: Counter[str] = Counter()


def _niche(chance: Random, draft: Draft) -> str:
    if draft.is_coach:
        return pick(chance, _COACH_NICHES)
    if draft.prescribes:
        return pick(chance, _PRESCRIBER_NICHES)
    if draft.anchor and draft.license == "lcsw":
        return pick(chance, {"child": 0.6, "teen": 0.2, "family": 0.2})
    assessor = draft.license == "psychologist" and not draft.anchor
    if assessor and chance.random() < 0.29:
        return "assessment"
    weights = {name: float(niche["weight"]) for name, niche in NICHES.items() if niche["weight"]}
    if draft.license == "lmft":
        weights |= {"couples": weights["couples"] * 4, "family": weights["family"] * 3}
    return pick(chance, weights)


def _ages(chance: Random, draft: Draft) -> list[str]:
    ages = set(NICHES[draft.niche]["ages"].split())
    if draft.niche in _ALL_AGES and (draft.anchor or chance.random() < 0.5):
        ages |= {"child", "teen"}
    elif len(ages) > 1 and chance.random() < 0.3:
        ages.discard(NICHES[draft.niche]["ages"].split()[-1])
    if "adult" in ages and not draft.is_coach:
        if chance.random() < 0.5:
            ages.add("older_adult")
        if chance.random() < 0.22:
            ages.add("teen")
    return [code for code in ("child", "teen", "adult", "older_adult") if code in ages]


def _formats(chance: Random, draft: Draft) -> list[str]:
    formats = {"individual"}
    if not draft.is_coach and not draft.prescribes:
        formats |= set(NICHES[draft.niche].get("formats", "").split())
        if "adult" in draft.ages and chance.random() < 0.12:
            formats.add("couples")
        if chance.random() < 0.08:
            formats.add("family")
        if draft.niche in ("couples", "abuse_partner") and chance.random() < 0.3:
            formats.discard("individual")
    likely = 0.12 if draft.prescribes else 0.55 if draft.niche in _GROUP_MINDED else 0.27
    if draft.niche not in ("meds_young", "child") and chance.random() < likely:
        formats.add("group")
    return [code for code in ("individual", "couples", "family", "group") if code in formats]


def _fits(draft: Draft, code: str) -> bool:
    """Tell whether a concern goes with the provider's ages, formats and licence."""
    concern = CONCERNS[code]
    if draft.is_coach and concern.clinical:
        return False
    if not set(concern.formats) & set(draft.formats):
        return False
    ages = set(draft.ages)
    people = set(concern.population)
    if ages & people or ("adult" in people and "older_adult" in ages):
        return True
    return bool(people & set(draft.formats) & {"couples", "family"}) or (
        "couple" in people and "couples" in draft.formats
    )


def _concerns(chance: Random, draft: Draft, balance: Balance) -> list[str]:
    core = [code for code in NICHES[draft.niche]["concerns"].split() if _fits(draft, code)]
    chosen = rarest(chance, core, balance.concerns, chance.randint(4, 7))
    if chance.random() < 0.45:
        others = [code for code in _COMMON_CONCERNS if code not in chosen and _fits(draft, code)]
        chosen += rarest(chance, others, balance.concerns, chance.randint(1, 2))
    if not chosen:
        chosen = [code for code in ("stress", "life_transitions") if _fits(draft, code)]
    if draft.niche == "assessment" and "testing" not in chosen:
        chosen.insert(0, "testing")
    balance.concerns.update(chosen)
    return chosen


def _may(draft: Draft, code: str) -> bool:
    modality = MODALITIES[code]
    fits = set(modality.formats) & set(draft.formats)
    if code in ("PCIT", "CPP", "PLAY", "TFCBT", "PMT", "SPACE") and "child" not in draft.ages:
        return False
    if code in ("DBTA", "ABFT", "FFT", "MST", "MDFT") and "teen" not in draft.ages:
        return False
    return bool(fits) and modality.may_be_offered_by(draft.license)


def _codes(chance: Random, draft: Draft, balance: Balance) -> list[str]:
    pool = NICHES[draft.niche]["modalities"].split()
    codes = [code for code in pool if _may(draft, code)]
    own = [code for code in ("MEDS", "TEST") if code in codes]
    others = [code for code in codes if code not in own]
    if draft.prescribes and chance.random() < 0.4:
        others += [code for code in _WITH_MEDICATION if code not in others and _may(draft, code)]
    chosen = own + rarest(chance, others, balance.modalities, chance.randint(2, 4))
    # The first of a niche is its signature: nobody who treats OCD leaves out ERP for long.
    signature = [code for code in (*codes[:1], "CBT") if code in codes]
    if not own:
        chosen = [code for code in signature if chance.random() < 0.45] + chosen
    return list(dict.fromkeys(chosen))[:5]


def _needs_psychotherapy(draft: Draft, codes: list[str]) -> bool:
    """Tell whether a licensed therapist still lacks a psychotherapy to name."""
    named = {MODALITIES[code].service for code in codes}
    return not draft.is_coach and not named & {"psychotherapy", "medication", "testing"}


def _modality(chance: Random, code: str) -> dict[str, Any]:
    training = pick(chance, _TRAINING)
    verified = training != "self_declared" and chance.random() < 0.5
    checked = age(-chance.randint(10, 700)) if verified else None
    return {"code": code, "training": training, "verified_at": checked}


def _modalities(chance: Random, draft: Draft, balance: Balance) -> list[dict[str, Any]]:
    codes = _codes(chance, draft, balance)
    if _needs_psychotherapy(draft, codes):
        fallback = next(code for code in ("CBT", "FT", "EFCT", "PROC") if _may(draft, code))
        codes.insert(0, fallback)
    if not codes:
        codes = ["COACH"]
    balance.modalities.update(codes)
    return [_modality(chance, code) for code in codes]


def services_of(draft: Draft) -> list[str]:
    """Return the services that the named modalities belong to."""
    named = {MODALITIES[code].service for code in draft.modality_codes}
    order = ("psychotherapy", "medication", "testing", "support", "complementary")
    return [service for service in order if service in named]


def service_intent(draft: Draft) -> str | None:
    """Return what the listing says it is for; clinical care counts as psychotherapy."""
    if not draft.claimed:
        return None
    if draft.is_coach:
        return "support"
    return "both" if {"support", "complementary"} & set(draft.services) else "psychotherapy"


def _suicidality(chance: Random, draft: Draft) -> bool | None:
    if draft.is_coach:
        return False
    if draft.anchor or "suicidal" in draft.concerns or "CAMS" in draft.modality_codes:
        return True
    yes = 0.25 if draft.license == "associate" else 0.6 if draft.prescribes else 0.5
    return {"yes": True, "no": False, "": None}[pick(chance, {"yes": yes, "no": 0.22, "": 0.28})]


def add_clinical_profile(draft: Draft, balance: Balance) -> None:
    """Give a claimed provider a specialism and everything that follows from it."""
    chance = source_of("clinical", draft.number)
    draft.niche = _niche(chance, draft)
    draft.ages = _ages(chance, draft)
    draft.formats = _formats(chance, draft)
    draft.concerns = _concerns(chance, draft, balance)
    draft.modalities = _modalities(chance, draft, balance)
    draft.services = services_of(draft)
    draft.accepts_suicidality = _suicidality(chance, draft)
    wanted = NICHES[draft.niche].get("communities", "").split()
    draft.communities = some(chance, wanted, 1, 2) if wanted and chance.random() < 0.8 else []
