"""Fictional practices: a few colleagues who share a name, a street and a waiting room."""

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy

from seed_data.draft import Draft
from seed_data.draws import read_json, source_of

_FIRST = read_json("words.json")["practice_first"].split()
_SECOND = read_json("words.json")["practice_second"].split()
_KIND = (
    "Counseling",
    "Therapy Group",
    "Psychology",
    "Mental Health",
    "Family Services",
    "Collective",
    "Behavioral Health",
    "Associates",
)
_SHARE = 0.34


def _names() -> list[str]:
    names = [f"{first} {second}" for first in _FIRST for second in _SECOND]
    source_of("practice names").shuffle(names)
    return names


def _share_place(leader: Draft, member: Draft) -> None:
    """Move a colleague into the leader's rooms, with a telephone of their own."""
    member.place = leader.place
    member.locations = deepcopy(leader.locations)
    for location in member.locations:
        location["phone"] = member.phone


def form_practices(drafts: Iterable[Draft]) -> None:
    """Join about a third of the claimed licensed providers of each state into practices."""
    names = _names()
    by_state: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.claimed and not draft.is_coach and "in_person" in draft.delivery:
            by_state[draft.place.state].append(draft)
    for state in sorted(by_state):
        chance = source_of("practices", state)
        pool = [draft for draft in by_state[state] if chance.random() < _SHARE]
        while len(pool) >= 2:
            size = chance.randint(2, 5)
            members, pool = pool[:size], pool[size:]
            name = f"{names.pop()} {chance.choice(_KIND)}"
            practice = {"id": "demo-" + name.lower().replace(" ", "-"), "name": name}
            for member in members:
                member.practice = practice
                if member is not members[0]:
                    _share_place(members[0], member)
