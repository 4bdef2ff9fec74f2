"""What a bio may say: facts and words taken from the listing itself."""

import re
from random import Random

from directory.vocabulary import LANGUAGES, STATES
from seed_data.draft import Draft
from seed_data.draws import read_json, source_of
from seed_data.grammar import expand, join, read_sections

CONCERN_WORDS = read_sections("concerns_a.txt") | read_sections("concerns_b.txt")
MODALITY_WORDS = read_sections("modalities.txt")
_TITLES = {
    "psychologist": ("a psychologist", "a licensed psychologist", "a clinical psychologist"),
    "lcsw": ("a clinical social worker", "a social worker and therapist"),
    "lpc": ("a counselor", "a licensed counselor", "a mental health counselor"),
    "lmft": ("a marriage and family therapist", "a couples and family therapist"),
    "psychiatrist": ("a psychiatrist",),
    "pmhnp": ("a psychiatric nurse practitioner", "a nurse practitioner in mental health"),
    "associate": ("a therapist in supervised practice", "an associate therapist"),
    "coach": ("a coach",),
}
_AGES = {"child": "children", "teen": "teens", "adult": "adults", "older_adult": "older adults"}
_NUMBERS = read_json("words.json")["numbers"].split()
_SETS = {
    "eating": {"anorexia", "bulimia", "binge_eating", "arfid", "body_image", "bdd"},
    "substance": {"alcohol", "substance_use", "opioid", "tobacco", "gambling", "csb"},
    "psychosis_care": {"psychosis", "bipolar"},
    "somatic": {"SE", "SP", "BRAINSP", "GESTALT", "EFTI", "DRAMA", "AR"},
    "dynamic": {"PDT", "STPP", "PSYAN", "MBT", "TFP", "RELPD", "DDPHASE", "EXIST"},
    "service": {"veterans", "first_responders", "military_families"},
    "identity": {
        *{"lgbtq", "black", "latino", "asian_american", "native_american", "pacific_islander"},
        *{"middle_eastern", "immigrants", "disability", "neurodivergent", "kink_poly", "muslim"},
    },
}
# What is no matter for a joke; the second set is not for the lightest voice either.
_GRAVE = {
    *{"sexual_trauma", "ipv_survivor", "ipv_perpetrator", "suicidal", "selfharm_teen"},
    *{"selfharm_adult", "child_trauma", "pregnancy_loss", "anorexia", "grief", "prolonged_grief"},
}
_DARK = _GRAVE | {"ptsd", "complex_trauma", "psychosis", "opioid", "dissociation", "moral_injury"}
_PRONOUNS = {
    "she/her": {"s": "she", "her": "her", "him": "her"},
    "he/him": {"s": "he", "her": "his", "him": "him"},
}
_FIRST_PERSON = frozenset({"I", "I'm", "I'd", "I'll", "I've", "me", "my", "mine", "me;", "me,"})
_SPEAKS_TO_YOU = re.compile(r"\byou(r|rs)?\b")
_UNSPOKEN = frozenset({"medication", "testing"})


def _years(draft: Draft) -> int:
    if draft.license == "associate":
        return 0
    return source_of("years", draft.number).randint(3, 36)


def _insured(draft: Draft) -> bool:
    return bool(set(draft.payers) - {"self_pay", "out_of_network"})


def facts_of(draft: Draft) -> set[str]:
    """Return every fact that a condition of the texts may ask for."""
    spoken = [code for code in draft.person.languages if code not in ("en", "ase")]
    named = {*draft.concerns, *draft.modality_codes, *draft.communities}
    facts = named | {*draft.services, *draft.formats, *draft.ages, *draft.delivery}
    facts |= {draft.license, *draft.person.languages, *draft.locations[0]["accessibility"]}
    facts |= {name for name, members in _SETS.items() if members & named}
    checks = {
        "licensed": not draft.is_coach,
        "therapist": "psychotherapy" in draft.services and not draft.prescribes,
        "prescriber": draft.prescribes,
        "older": "older_adult" in draft.ages,
        "young": draft.niche in ("child", "teen", "family", "dbt_teen"),
        "mixed_ages": len(draft.ages) > 1,
        "lang": bool(spoken),
        "one_lang": len(spoken) == 1,
        "sliding": bool(draft.fee and draft.fee["sliding_scale"]),
        "fee": draft.fee is not None,
        "insured": _insured(draft),
        "experienced": _years(draft) >= 8,
        "rural": draft.place.rural,
        "sui_yes": draft.accepts_suicidality is True,
        "grave": bool(_GRAVE & set(draft.concerns[:4])),
        "dark": bool(_DARK & set(draft.concerns[:4])),
        "third": draft.person.pronouns in _PRONOUNS,
        "practice": draft.practice is not None,
        "trained": any(m["training"] != "self_declared" for m in draft.modalities),
    }
    return facts | {name for name, holds in checks.items() if holds}


class Words:
    """Fills the slots of a sentence from one listing."""

    def __init__(self, draft: Draft, chance: Random, about: bool) -> None:
        self._draft = draft
        self._chance = chance
        self._about = about  # about the person, in the third person
        self._used: set[str] = set()
        self._told = [code for code in draft.concerns if code not in _UNSPOKEN]

    def __call__(self, slot: str) -> str:
        """Return the words of a slot, empty where the listing has none."""
        kind, number = (slot[:-1], int(slot[-1])) if slot[-1].isdigit() else (slot, 0)
        if kind in ("np", "who"):
            return self._of_concern("n" if kind == "np" else "w", number - 1)
        if kind == "said":
            return self._quotation()
        person = _PRONOUNS.get(self._draft.person.pronouns or "", {})
        return person.get(kind) or self._plain(kind)

    def heard(self, text: str) -> None:
        """Remember the words of a sentence that stands, so that they are not used again."""
        for code in self._told:
            for part in ("n", "w"):
                words = CONCERN_WORDS[code][part][0].text.split("; ")
                self._used.update(phrase for phrase in words if phrase in text.lower())

    def _of_concern(self, part: str, place: int) -> str:
        if place >= len(self._told):
            return ""
        words = CONCERN_WORDS[self._told[place]][part][0].text.split("; ")
        if self._about:
            words = [text for text in words if not _SPEAKS_TO_YOU.search(text)]
        words = [text for text in words if text not in self._used]
        return self._chance.choice(words) if words else ""

    def _quotation(self) -> str:
        lines = [
            line.text
            for code in self._told[:4]
            for line in CONCERN_WORDS[code]["s"]
            if not line.conditions
        ]
        if not lines:
            return ""
        said = expand(self._chance, self._chance.choice(lines))
        first_person = _FIRST_PERSON & set(said.replace('"', " ").split())
        return "" if first_person or '"' in said or "?" in said else said.rstrip(".")

    def _plain(self, kind: str) -> str:
        draft = self._draft
        words = {
            "first": draft.person.first,
            "last": draft.person.last,
            "city": draft.place.city,
            "state": STATES[draft.place.state].label,
            "a_title": self._chance.choice(_TITLES[draft.license]),
            "ages": join([_AGES[code] for code in draft.ages]),
            "langs": self._languages(),
            "mods": self._modalities(trained=False),
            "trained": self._modalities(trained=True),
        }
        if kind == "years":
            years = _years(draft)
            return _NUMBERS[years] if years < len(_NUMBERS) else str(years)
        if kind in ("group", "schedule"):
            return self._group(kind)
        return words[kind]

    def _languages(self) -> str:
        codes = [code for code in self._draft.person.languages if code not in ("en", "ase")]
        return join([LANGUAGES[code].label for code in codes])

    def _modalities(self, trained: bool) -> str:
        codes = [
            modality["code"]
            for modality in self._draft.modalities
            if modality["code"] not in ("COACH", "PSYED", "TEST", "MEDS")
            and (not trained or modality["training"] != "self_declared")
        ]
        names = [MODALITY_WORDS[code]["t"][0].text.split("; ") for code in codes[:3]]
        return join([str(self._chance.choice(choices)) for choices in names])

    def _group(self, kind: str) -> str:
        group = self._draft.groups[0]
        return f"“{group['name']}”" if kind == "group" else str(group["schedule"])
