"""The fifteen slots for taxonomy codes, and the licences that they stand for."""

import re
from dataclasses import dataclass

from directory.exchange.mending import read_digits, read_state
from directory.exchange.nppes import columns as c
from directory.providers import License
from directory.vocabulary import LICENSES
from directory.vocabulary.taxonomy import license_for_taxonomy

# The code set's groupings run from 10 to 42, and every code ends in X.
_TAXONOMY = re.compile(r"(1[0-9]|2[0-9]|3[0-46-9]|4[0-2])[0-9A-Z]{7}X")
_SWITCHES = frozenset({"", "Y", "N", "X"})


@dataclass(frozen=True, slots=True)
class Claim:
    """A licence that a slot claims: our code, and the state and number where they are given."""

    license: str
    state: str
    number: str
    primary: bool
    column: str


def read_claims(cells: c.Cells) -> tuple[Claim, ...]:
    """Return the claims to one of our licences, in the order of the slots."""
    claims = (_claim(cells, slot) for slot in cells.layout.slots if cells[slot.taxonomy])
    return tuple(claim for claim in claims if claim is not None)


def headline(claims: tuple[Claim, ...]) -> Claim | None:
    """Return the claim that names the listing: the primary one, else the first; None if none."""
    first = claims[0] if claims else None
    return next((claim for claim in claims if claim.primary), first)


def licenses(cells: c.Cells, claims: tuple[Claim, ...], license: str) -> tuple[License, ...]:
    """Return each licence with a state and a number once, none of them verified.

    Where none of them is the licence that names the listing, none can be shown beside it.
    """
    whole = {_identity(claim): claim for claim in reversed(claims) if claim.state and claim.number}
    held = tuple(map(_license, reversed(whole.values())))
    if held and license not in {one.license for one in held}:
        column = next(claim.column for claim in claims if claim.license == license)
        cells.warn(column, "has no licence number and state: the other licences were left out")
        return ()
    return held


def _claim(cells: c.Cells, slot: c.Slot) -> Claim | None:
    code = cells[slot.taxonomy].upper()
    if not _TAXONOMY.fullmatch(code):
        cells.warn(slot.taxonomy, f"{code!r} is no taxonomy code and was left out")
        return None
    state, switch = _state(cells, slot.state), cells[slot.switch].upper()
    if switch not in _SWITCHES:
        cells.warn(slot.switch, f"{switch!r} is neither Y nor N nor X and was left out")
    license = license_for_taxonomy(code)
    if license is None:
        return None
    number = read_digits(cells[slot.number])
    cells.warn(slot.number, number.note)
    return Claim(license, state, number.value or "", switch == "Y", slot.taxonomy)


def _state(cells: c.Cells, column: str) -> str:
    if not cells[column]:
        return ""
    found = read_state(cells[column])
    cells.warn(column, found.note)
    return found.value or ""


def _identity(claim: Claim) -> tuple[str, str, str]:
    return claim.license, claim.state, claim.number.upper().lstrip("0")


def _license(claim: Claim) -> License:
    title = LICENSES[claim.license].label
    return License(license=claim.license, title=title, state=claim.state, number=claim.number)
