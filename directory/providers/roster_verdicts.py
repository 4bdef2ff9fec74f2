"""What a roster means for a listing: it goes off the site, a license ran out, all is well, or a
person has to look.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from directory.providers.license import License
from directory.providers.rosters import Entry, Said, license_key, names_agree

# `off`: nobody may see the listing. `lapsed`: one license ran out, another is active. `confirmed`:
# the board says the same. `unsure`: a person has to look.
Outcome = Literal["off", "lapsed", "unsure", "confirmed"]
_LOWERED = frozenset({"expired", "disciplined", "revoked"})
_WORDS: Mapping[Said, str] = {
    "active": "active",
    "expired": "run out",
    "disciplined": "limited by the board",
    "revoked": "taken away",
    "unsure": "not clear",
}


@dataclass(frozen=True, slots=True)
class Roster:
    """What is known of a whole roster: its state, the kind of its licenses ("": any), its day."""

    state: str
    license: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a roster means for one listing; `licenses` are those of the listing after it."""

    outcome: Outcome
    words: str
    lines: tuple[int, ...]
    licenses: tuple[License, ...]


def judge(
    name: str,
    licenses: Sequence[License],
    entries: Mapping[str, Sequence[Entry]],
    roster: Roster,
    today: date,
) -> Verdict | None:
    """Return what a roster means for the licenses of a listing, None where it names none of them.

    The same number in the same state has to name the same person. Where it does not, or where two
    rows say two things, nothing is done before a person has looked.
    """
    found, words, lines, after = [], [], [], list(licenses)
    for place, held in enumerate(licenses):
        rows = _rows(held, entries, roster)
        if not rows:
            continue
        said, row = _said(name, rows, today)
        found.append(said)
        lines += [one.line for one in rows]
        words.append(_told(held, said, row))
        after[place] = _after(held, said, row, roster)
    if not found:
        return None
    outcome = _outcome(found, after, today)
    return Verdict(outcome, " ".join(words), tuple(lines), tuple(after))


def _rows(held: License, entries: Mapping[str, Sequence[Entry]], roster: Roster) -> Sequence[Entry]:
    is_meant = held.state == roster.state and roster.license in {"", held.license}
    key = license_key(held.number)
    return entries.get(key, ()) if is_meant and key else ()


def _said(name: str, rows: Sequence[Entry], today: date) -> tuple[Said, Entry]:
    """Return what the rows of one number say of the person of a listing."""
    own = [one for one in rows if names_agree(name, one)]
    if not own:
        return "unsure", rows[0]
    told = {_on(one, today) for one in own}
    return (told.pop() if len(told) == 1 else "unsure"), own[0]


def _on(entry: Entry, today: date) -> Said:
    is_over = entry.expires is not None and entry.expires < today
    return "expired" if entry.said == "active" and is_over else entry.said


def _told(held: License, said: Said, row: Entry) -> str:
    """Say what the board says of a license; of a row that may be somebody else, whom it names."""
    title = f"{held.title} {held.number or ''}".strip()
    if said == "unsure":
        whom = f"{row.first} {row.last}".strip()
        return f"Line {row.line} has {title} as {whom} ({row.words or 'no status'}): look."
    return f"The board has {title} as {_WORDS[said]} ({row.words or 'no status'})."


def _after(held: License, said: Said, row: Entry, roster: Roster) -> License:
    """Return a license as the board has it; a roster never makes one active that was not."""
    if said in _LOWERED:
        facts = {"status": said, "expires": row.expires or held.expires}
        return held.model_copy(update=facts | {"verified_at": roster.as_of})
    if said == "active" and held.status == "active":
        facts = {"expires": row.expires or held.expires, "verified_at": roster.as_of}
        return held.model_copy(update=facts)
    return held


def _outcome(found: Sequence[Said], after: Sequence[License], today: date) -> Outcome:
    if {"revoked", "disciplined"} & set(found):
        return "off"
    if "expired" in found:
        return "lapsed" if any(held.is_active(today) for held in after) else "off"
    return "unsure" if "unsure" in found else "confirmed"
