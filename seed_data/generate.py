"""Write the demo listings: `python -m seed_data.generate [FILE]`."""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from directory.providers import is_valid_npi
from seed_data.bios import Bios
from seed_data.clinical import Balance, add_clinical_profile, service_intent
from seed_data.draft import Draft
from seed_data.draws import HERE, source_of
from seed_data.groups import add_groups
from seed_data.licences import add_licences, licence_deck
from seed_data.people import people
from seed_data.places import Phones, draw_place, providers_per_state
from seed_data.practices import form_practices
from seed_data.terms import add_openings_and_delivery, add_register_facts, add_terms

TOTAL = 1200
FILE = HERE / "providers.jsonl.gz"
_UNCLAIMED_SHARE = 0.12
_FIRST_ALWAYS_CLAIMED = 7
# In the order in which a state is dealt its professions: see licences.py.
_ANCHORS = (0, 1, 3)


def _drafts() -> list[Draft]:
    """Draw who there is: state by state, then numbered in mixed order."""
    crowd = people()
    drafts: list[Draft] = []
    for state, size in providers_per_state(TOTAL).items():
        chance = source_of("state", state)
        for place, license in enumerate(licence_deck(state, size)):
            open_to_neglect = place >= _FIRST_ALWAYS_CLAIMED and license != "coach"
            claimed = not (open_to_neglect and chance.random() < _UNCLAIMED_SHARE)
            draft = Draft(0, license, next(crowd), draw_place(chance, state), claimed)
            draft.anchor = place in _ANCHORS
            drafts.append(draft)
    source_of("order").shuffle(drafts)
    for number, draft in enumerate(drafts, start=1):
        draft.number = number
    return drafts


def _complete(drafts: list[Draft]) -> None:
    """Add everything else in the order in which one thing depends on another."""
    balance = Balance()
    for draft in drafts:
        add_licences(draft)
        if not draft.claimed:
            add_register_facts(draft)
            continue
        add_clinical_profile(draft, balance)
        add_openings_and_delivery(draft)
        add_groups(draft)
        add_terms(draft)
    form_practices(drafts)
    _add_phones(drafts)
    bios = Bios()
    for draft in drafts:
        if draft.claimed:
            draft.bio = bios.write(draft)


def _add_phones(drafts: list[Draft]) -> None:
    phones = Phones()
    for draft in drafts:
        draft.phone = phones.next(draft.place.area_code)
        for location in draft.locations:
            location["phone"] = draft.phone


def _npis(drafts: list[Draft]) -> dict[int, str | None]:
    """Give each provider an NPI that begins with 2, a block that has never been issued."""
    chance = source_of("npis")
    bodies = chance.sample(range(10**8), len(drafts))
    found: dict[int, str | None] = {}
    for draft, body in zip(drafts, bodies, strict=True):
        stem = f"2{body:08d}"
        npi = next(stem + str(digit) for digit in range(10) if is_valid_npi(stem + str(digit)))
        found[draft.number] = npi if not draft.is_coach or chance.random() < 0.1 else None
    return found


def _addresses(drafts: list[Draft]) -> dict[int, str]:
    """Return a unique name for the mail address and the website of each provider."""
    seen: Counter[str] = Counter()
    found: dict[int, str] = {}
    for draft in drafts:
        plain = unicodedata.normalize("NFKD", draft.person.name).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z]+", ".", plain.lower()).strip(".")
        seen[stem] += 1
        found[draft.number] = stem if seen[stem] == 1 else f"{stem}.{seen[stem]}"
    return found


def _record(draft: Draft, npi: str | None, address: str) -> dict[str, Any]:
    """Return the listing as one JSON object of the listings format."""
    has_site = draft.claimed and source_of("website", draft.number).random() < 0.7
    return {
        "id": draft.id,
        "npi": npi,
        "name": draft.person.name,
        "pronouns": draft.person.pronouns if draft.claimed else None,
        "gender": draft.person.gender,
        "license": draft.license,
        "licenses": draft.licenses,
        "service_intent": service_intent(draft),
        "services": draft.services,
        "accepts_suicidality": draft.accepts_suicidality,
        "modalities": draft.modalities,
        "concerns": draft.concerns,
        "formats": draft.formats,
        "groups": draft.groups,
        "age_groups": draft.ages,
        "delivery": draft.delivery,
        "locations": draft.locations,
        "languages": draft.person.languages if draft.claimed else [],
        "communities": draft.communities,
        "payers": draft.payers,
        "fee": draft.fee,
        "availability": draft.availability,
        "practice": draft.practice,
        "bio": draft.bio,
        "phone": draft.phone,
        "email": f"{address}@example.org" if draft.claimed else None,
        "website": f"https://example.org/{address.replace('.', '-')}" if has_site else None,
        "claimed": draft.claimed,
        "demo": True,
        "offers_conversion_practices": False,
        "confirmed": draft.confirmed,
    }


def records() -> list[dict[str, Any]]:
    """Make all demo listings, the same in every run."""
    drafts = _drafts()
    _complete(drafts)
    npis, addresses = _npis(drafts), _addresses(drafts)
    return [_record(draft, npis[draft.number], addresses[draft.number]) for draft in drafts]


def write(path: Path) -> int:
    """Write the listings as gzipped JSON Lines without a time stamp, and return how many."""
    made = records()
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in made)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(text.encode("utf-8"))
    return len(made)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FILE
    print(f"{write(target)} listings written to {target}")
