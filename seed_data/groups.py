"""Groups that providers lead: name, theme, kind, seats, dates and schedule."""

from random import Random
from typing import Any

from seed_data.clinical import NICHES, services_of
from seed_data.draft import Draft
from seed_data.draws import age, pick, read_json, source_of

_FILE = read_json("groups.json")
_MOSTLY_TAUGHT = frozenset({"communication", "anger", "confidence"})


def _theme(chance: Random, draft: Draft) -> str:
    themes = NICHES[draft.niche]["themes"].split()
    if draft.is_coach:
        themes = [theme for theme in themes if theme != "substance_use"]
    # "Other" says least to a patient who looks for a theme.
    return pick(chance, {theme: 0.4 if theme == "other" else 1.0 for theme in themes})


def _kind(chance: Random, draft: Draft, theme: str) -> str:
    taught = 0.7 if theme in _MOSTLY_TAUGHT else 0.42
    if draft.is_coach or draft.niche == "abuse_partner" or chance.random() < taught:
        return "educational"
    return "process"


def _name(chance: Random, draft: Draft, theme: str) -> str:
    if theme == "other":
        names = _FILE["names_by_niche"]
        return str(chance.choice(names.get(draft.niche) or names[""]))
    return str(chance.choice(_FILE["names"][theme]))


def _schedule(chance: Random) -> str:
    day = chance.choice(_FILE["days"])
    part = "evening" if day[0] != "S" and chance.random() < 0.65 else "day"
    time = chance.choice(_FILE["times"][part])
    rhythm = str(chance.choice(_FILE["rhythm"]))
    if "of the month" in rhythm or "every other" in rhythm:
        day = day.removesuffix("s")
    return rhythm.format(day=day, time=time)


def _group(chance: Random, draft: Draft) -> dict[str, Any]:
    theme = _theme(chance, draft)
    kind = _kind(chance, draft, theme)
    seats = chance.randint(6, 10) if kind == "process" else chance.randint(8, 16)
    full = draft.availability["accepting"] == "no"
    starts = chance.choice([None, chance.randint(5, 75), -chance.randint(10, 300)])
    suffix = chance.choice(_FILE["suffix"]) if kind == "educational" else ""
    return {
        "name": _name(chance, draft, theme) + suffix,
        "theme": theme,
        "kind": kind,
        "seats": seats,
        "open": 0 if full else chance.randint(0, seats // 2),
        "starts": age(starts) if starts is not None else None,
        "schedule": _schedule(chance),
    }


def add_groups(draft: Draft) -> None:
    """Give whoever offers the format `group` one to two groups and the modality of each kind."""
    if "group" not in draft.formats:
        return
    chance = source_of("groups", draft.number)
    draft.groups = [_group(chance, draft) for _ in range(chance.choice((1, 1, 1, 2)))]
    if len(draft.groups) == 2 and draft.groups[0]["name"] == draft.groups[1]["name"]:
        draft.groups.pop()
    if draft.is_coach:
        return
    for code in sorted({"PROC" if g["kind"] == "process" else "PSYED" for g in draft.groups}):
        if code not in draft.modality_codes:
            draft.modalities.append({"code": code, "training": "trained", "verified_at": None})
    draft.services = services_of(draft)
