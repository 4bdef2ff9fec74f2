"""An empty table of listings: all titles, and a row that says what goes where."""

import csv
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from directory.exchange.listings.columns import LICENSE, NAME, Column, known_names
from directory.exchange.spreadsheets.writer import write_sheet
from directory.providers.freshness import FACTS
from directory.vocabulary import (
    ACCEPTING,
    AUTHORITIES,
    GENDERS,
    KINDS,
    LICENSE_STATUSES,
    LICENSES,
    STATES,
    THEMES,
)

_DAY = "a day: 2027-05-31"
_CODES = "codes, with bars between them: "
_YES_NO = "yes or no"
_HINTS = {
    "id": "small letters, digits and hyphens; keep it for the next import; not needed with an NPI",
    "npi": "ten digits",
    "name": "HINT: as patients should see it, without credentials",
    "pronouns": "she/her",
    "gender": " or ".join(GENDERS),
    "license": f"HINT: one of {', '.join(LICENSES)}",
    "service_intent": "psychotherapy, support or both; needed to publish",
    "services": f"{_CODES}psychotherapy|medication",
    "accepts_suicidality": _YES_NO,
    "modalities": "codes with training and the day it was checked: CBT:trained|EMDR:certified",
    "concerns": f"{_CODES}panic|ptsd",
    "formats": f"{_CODES}individual|couple",
    "age_groups": f"{_CODES}adult|older_adult",
    "delivery": f"{_CODES}in_person|video",
    "languages": f"{_CODES}en|es",
    "communities": f"{_CODES}lgbtq|veterans",
    "payers": f"{_CODES}aetna|cigna",
    "bio": "plain text, at most 6,000 characters",
    "phone": "415-555-0123",
    "email": "never shown to anybody",
    "website": "https://example.org",
    "claimed": "no where nobody has spoken for the listing",
    "demo": "yes for invented people",
    "published": "no keeps it hidden",
    "hidden_since": _DAY,
    "offers_conversion_practices": "no where the person has said so",
    "fee_min": "dollars a session; both or neither",
    "fee_max": "dollars a session",
    "sliding_scale": _YES_NO,
    "accepting": " or ".join(ACCEPTING),
    "next_opening_days": "days until the next opening",
    "open_places": "how many new people could begin",
    "accepting_confirmed_at": _DAY,
    "accepting_paused_until": _DAY,
    "practice_id": "small letters; both or neither",
    "practice_name": "the name of the practice",
    "license_1_title": "the title in that state: LMFT",
    "license_1_state": "CA",
    "license_1_number": "as the state writes it",
    "license_1_status": " or ".join(LICENSE_STATUSES),
    "license_1_expires": _DAY,
    "license_1_verified_at": _DAY,
    "license_1_authority": " or ".join(AUTHORITIES),
    "license_1_license": "where it is another than the listing's",
    "location_1_street": "100 Main St, Suite 4",
    "location_1_city": "San Francisco",
    "location_1_state": "CA",
    "location_1_zip": "five digits",
    "location_1_lat": "degrees; both or neither",
    "location_1_lon": "degrees",
    "location_1_phone": "415-555-0123",
    "location_1_accessibility": f"{_CODES}step_free",
    "group_1_name": "After Loss",
    "group_1_theme": f"one of {', '.join(THEMES)}",
    "group_1_kind": " or ".join(KINDS),
    "group_1_seats": "all seats",
    "group_1_open": "free seats",
    "group_1_starts": _DAY,
    "group_1_schedule": "Tuesdays at 6 pm",
    **{f"confirmed_{fact}": _DAY for fact in FACTS},
}
HINTS: Mapping[str, str] = MappingProxyType(
    {name: _HINTS[name] for name in known_names() if name in _HINTS}
)
_CHOICES = {
    "license": tuple(LICENSES),
    "gender": tuple(GENDERS),
    "accepting": tuple(ACCEPTING),
    "service_intent": ("psychotherapy", "support", "both"),
    "sliding_scale": ("yes", "no"),
    "published": ("yes", "no"),
    "license_1_status": tuple(LICENSE_STATUSES),
    "license_1_state": tuple(STATES),
    "location_1_state": tuple(STATES),
}


def is_hints(cells: Mapping[Column, str]) -> bool:
    """Tell whether a row is the one of hints, which is no listing."""
    hinted = (HINTS[NAME.name], HINTS[LICENSE.name])
    return (cells.get(NAME), cells.get(LICENSE)) == hinted


def write_template(path: Path) -> None:
    """Write the template, as a spreadsheet where the name ends in `.xlsx` and as CSV elsewhere."""
    if path.suffix.lower() == ".xlsx":
        write_sheet(path, tuple(HINTS), [tuple(HINTS.values())], _CHOICES)
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HINTS.keys(), HINTS.values()])
