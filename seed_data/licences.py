"""Licences: who holds which, under the titles that each state grants."""

import csv
from random import Random
from typing import Any

from directory.vocabulary.license_titles import titles_in
from seed_data.draft import Draft
from seed_data.draws import HERE, age, pick, some, source_of
from seed_data.places import places_file

SHARES = {
    "lcsw": 0.265,
    "lpc": 0.205,
    "psychologist": 0.18,
    "lmft": 0.105,
    "associate": 0.085,
    "pmhnp": 0.066,
    "psychiatrist": 0.052,
    "coach": 0.037,
}
# The first of each state, so that no state lacks a profession; the shares are of the rest.
_FIRST = ("psychologist", "lcsw", "lpc", "pmhnp", "psychiatrist", "lmft", "coach")
_TITLES = {"psychiatrist": {"MD": 0.86, "DO": 0.14}, "pmhnp": {"PMHNP-BC": 1.0}}
_NOT_CLINICAL = frozenset({"LBSW", "LISW-AP", "LMSW-AP"})
_TELEHEALTH_STATES = ("FL", "AZ", "VT")
_COMPACTS = {"psychologist": "PSYPACT", "lpc": "Counseling Compact"}
_TROUBLE = {"expired": 0.016, "disciplined": 0.01, "revoked": 0.003}


def licence_deck(state: str, size: int) -> list[str]:
    """Deal the licences of one state: one of each first, the rest by share."""
    chance = source_of("licences", state)
    first = [code for code in _FIRST if code == "coach" or titles_in(state, code)]
    dealt = first[: min(size, len(first))]
    while len(dealt) < size:
        code = pick(chance, SHARES)
        if code == "coach" or _titles(state, code):
            dealt.append(code)
    return dealt


def _titles(state: str, license: str) -> list[str]:
    if license in _TITLES:
        return list(_TITLES[license])
    granted = titles_in(state, license)
    if license != "associate":
        return list(granted)[:1]
    psychology = ("Psych", "LPA", "LPE", "LPP", "LLP", "TLLP", "LMLP", "LCP", "LEP", "LSSP", "LPES")
    return [
        title
        for title in granted
        if title not in _NOT_CLINICAL and not title.startswith(psychology) and "Psych" not in title
    ]


def _title(chance: Random, state: str, license: str) -> str:
    if license in _TITLES:
        return pick(chance, _TITLES[license])
    return chance.choice(_titles(state, license))


def _licence(
    chance: Random, draft: Draft, state: str, title: str, authority: str
) -> dict[str, Any]:
    checked = draft.claimed and (draft.anchor or chance.random() < 0.95)
    return {
        "license": draft.license,
        "title": title,
        "state": state,
        "number": f"DEMO-{chance.randint(10_000, 999_999)}",
        "status": "active" if checked else "unverified",
        "expires": age(chance.randint(30, 760)) if chance.random() < 0.97 else None,
        "verified_at": age(-int(chance.triangular(2, 380, 40))) if checked else None,
        "authority": authority,
    }


def _compact_states(draft: Draft) -> list[str]:
    """Return the states that a compact opens to this provider; membership is read, not guessed."""
    compact = _COMPACTS.get(draft.license)
    with (HERE / "compacts.csv").open(encoding="utf-8", newline="") as file:
        members = [row["state"] for row in csv.DictReader(file) if row["compact"] == compact]
    if draft.place.state not in members:
        return []
    return [code for code in members if code != draft.place.state and _titles(code, draft.license)]


def _further(chance: Random, draft: Draft) -> list[tuple[str, str]]:
    """Draw states beyond the own one, each with the authority to practise there."""
    states: list[tuple[str, str]] = []
    neighbours = places_file()["neighbors"].get(draft.place.state, "").split()
    if chance.random() < 0.14:
        states += [(state, "license") for state in some(chance, neighbours, 1, 2)]
    roll = chance.random()
    if roll < 0.2:
        states += [(state, "compact") for state in some(chance, _compact_states(draft), 2, 6)]
    elif roll < 0.25 and draft.license != "associate":
        states.append((chance.choice(_TELEHEALTH_STATES), "telehealth"))
    taken = {draft.place.state}
    return [
        (state, authority)
        for state, authority in states
        if _titles(state, draft.license) and not (state in taken or taken.add(state))  # type: ignore[func-returns-value]
    ]


def add_licences(draft: Draft) -> None:
    """Give the provider the licences that the title look-up of each state allows."""
    if draft.is_coach:
        return
    chance = source_of("licence rows", draft.number)
    title = _title(chance, draft.place.state, draft.license)
    draft.licenses = [_licence(chance, draft, draft.place.state, title, "license")]
    if not draft.claimed or draft.license == "associate":
        return
    for state, authority in _further(chance, draft):
        kept = title if draft.license in _TITLES else _title(chance, state, draft.license)
        draft.licenses.append(_licence(chance, draft, state, kept, authority))
    trouble = pick(chance, {**_TROUBLE, "": 1 - sum(_TROUBLE.values())})
    if trouble and not draft.anchor:
        first = draft.licenses[0]
        first["status"] = trouble
        first["verified_at"] = age(-chance.randint(5, 60))
        if trouble == "expired":
            first["expires"] = age(-chance.randint(10, 300))
