"""What tells people apart in a listing, read from its document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from directory.likeness.names import NameParts, name_parts
from directory.providers.npi import is_valid_npi

_NPI_ID = re.compile(r"npi-([0-9]{10})")
_NOT_IN_NUMBERS = re.compile(r"[^a-z0-9]+")
_NOT_IN_STREETS = re.compile(r"[^a-z0-9]+")
_ROOM = re.compile(r"\b(?:apartment|apt|building|bldg|floor|fl|room|rm|suite|ste|unit|no)\b.*|#.*")
# The words of a street that people shorten, as they shorten them.
_SHORT = {
    "avenue": "ave", "boulevard": "blvd", "circle": "cir", "court": "ct", "drive": "dr",
    "east": "e", "highway": "hwy", "lane": "ln", "north": "n", "parkway": "pkwy", "place": "pl",
    "road": "rd", "south": "s", "square": "sq", "street": "st", "terrace": "ter", "trail": "trl",
    "west": "w", "northeast": "ne", "northwest": "nw", "southeast": "se", "southwest": "sw",
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th",
}  # fmt: skip
_SHARED_MAIL = frozenset(
    {
        "admin",
        "billing",
        "contact",
        "frontdesk",
        "hello",
        "help",
        "info",
        "intake",
        "mail",
        "office",
    }
)

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of work: its street without the room, ZIP code, city and state."""

    street: str
    zip: str
    city: str
    state: str


@dataclass(frozen=True, slots=True)
class Number:
    """A license number in a state, in small letters and digits alone, without leading zeros."""

    state: str
    number: str
    license: str


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a listing's person apart from others.

    `npi` is the one that the listing states, `told_npis` are others that were told of it: by its
    id, by whoever claimed it, or in place of a license number.
    """

    id: str
    name: NameParts
    npi: str | None
    told_npis: frozenset[str]
    license: str
    numbers: frozenset[Number]
    phones: frozenset[str]
    email: str | None
    website: str | None
    places: frozenset[Place]
    states: frozenset[str]
    gender: str | None

    @property
    def npis(self) -> frozenset[str]:
        """Every NPI that was told of this listing."""
        return self.told_npis | ({self.npi} if self.npi else frozenset())


def traits_of(document: Document, told_npis: Iterable[str] = ()) -> Traits:
    """Return the traits of a listing's document, as it is stored or dumped."""
    licenses: tuple[Document, ...] = tuple(document.get("licenses") or ())
    locations: tuple[Document, ...] = tuple(document.get("locations") or ())
    npi = document.get("npi")
    numbers = frozenset(_number(one) for one in licenses if one.get("number"))
    phones = (document.get("phone"), *(place.get("phone") for place in locations))
    told = {*told_npis, *_npis_in(document["id"], numbers)}
    return Traits(
        id=document["id"],
        name=name_parts(document["name"]),
        npi=npi,
        told_npis=frozenset(told - {npi}),
        license=document["license"],
        numbers=frozenset(one for one in numbers if one.number),
        phones=frozenset(_digits(phone) for phone in phones if phone),
        email=_address(document.get("email")),
        website=_site(document.get("website")),
        places=frozenset(_place(one) for one in locations),
        states=frozenset(one["state"] for one in (*licenses, *locations)),
        gender=document.get("gender"),
    )


def _npis_in(id: str, numbers: Iterable[Number]) -> set[str]:
    """Return the NPIs that an id or a license number turns out to be."""
    found = _NPI_ID.fullmatch(id)
    typed = {one.number for one in numbers if len(one.number) == 10 and is_valid_npi(one.number)}
    return typed | ({found[1]} if found and is_valid_npi(found[1]) else set())


def _number(license: Document) -> Number:
    bare = _NOT_IN_NUMBERS.sub("", license["number"].lower())
    return Number(license["state"], _core(bare), license["license"])


def _core(number: str) -> str:
    """Return a number without what is written before or not: `PSY 012345` and `12345` are one."""
    digits = re.sub(r"[^0-9]", "", number).lstrip("0")
    return digits if len(digits) >= 4 else number.lstrip("0")


def _digits(phone: str) -> str:
    """Return the ten digits of a US phone number, without its extension."""
    bare, _, _ = phone.partition(";ext=")
    return re.sub(r"[^0-9]", "", bare)[-10:]


def _address(email: str | None) -> str | None:
    """Return a mail address that is one person's, in small letters; none for an office."""
    bare = (email or "").strip().lower()
    return bare if "@" in bare and bare.partition("@")[0] not in _SHARED_MAIL else None


def _site(website: str | None) -> str | None:
    bare = re.sub(r"^https?://(www\.)?", "", (website or "").lower()).rstrip("/")
    return bare or None


def _place(location: Document) -> Place:
    zip = location.get("zip") or ""
    return Place(
        street_core(location.get("street")), zip, location["city"].lower(), location["state"]
    )


def street_core(street: str | None) -> str:
    """Return a street with its number, shortened as people do, without the room."""
    bare = _ROOM.sub("", (street or "").lower().replace(".", ""))
    words = _NOT_IN_STREETS.sub(" ", bare).split()
    return " ".join(_SHORT.get(word, word) for word in words)
