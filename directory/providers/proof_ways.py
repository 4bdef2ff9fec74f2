"""How the person whom a listing names can show that it is theirs: by what is on file alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from directory.providers.claims import Way
from directory.providers.parts import Location
from directory.providers.provider import Provider
from directory.vocabulary.shared_domains import SHARED_DOMAINS

_DOTS = "•••"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_LOCAL_PART = re.compile(r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*")
_LONGEST_LOCAL_PART = 64  # characters (RFC 5321)
_ADDRESS = re.compile(r"([^@\s]+)@([^@\s]+\.[^@\s.]+)")

# What a registry sells names under, though it has a dot in it, as far as our listings may use it.
_SUFFIX = re.compile(r"(?:com?|org|net|gov|edu|ac|or|k12|cc|lib|tec|pvt)\.[a-z]{2}|[a-z]{2}\.us")
_UNDER_STATE = re.compile(r"(?:k12|cc|lib|tec|ci|co|pvt\.k12|state)\.[a-z]{2}\.us")


@dataclass(frozen=True, slots=True)
class ProofWay:
    """One way to prove a claim: where the proof goes, and as much of it as anybody may see.

    For `domain`, `to` is the domain alone; the claimant adds what stands before the @.
    """

    way: Way
    to: str = field(repr=False)
    shown: str


def ways_to_prove(on_file: Provider) -> tuple[ProofWay, ...]:
    """Return the ways that a listing's contacts on file offer, the quickest first.

    The last is always there, for contacts grow old: an admin is shown something else, by hand.
    """
    return (*_ways(on_file), ProofWay("by_hand", "", ""))


def _ways(on_file: Provider) -> Iterator[ProofWay]:
    if on_file.email and _ADDRESS.fullmatch(on_file.email):
        yield ProofWay("email", on_file.email, masked_address(on_file.email))
    if domain := own_domain(on_file.website):
        yield ProofWay("domain", domain, domain)
    if phone := _phone(on_file):
        yield ProofWay("phone", phone, f"{_DOTS}-{_DOTS}-{phone.partition(';')[0][-4:]}")
    if place := _postal_place(on_file):
        yield ProofWay("letter", _postal_address(on_file, place), f"{place.city}, {place.state}")


def masked_address(address: str) -> str:
    """Return a mail address as a•••@e•••.org: enough for whoever knows it, too little to use it."""
    local, _, host = address.partition("@")
    name, dot, ending = host.rpartition(".")
    return f"{local[:1]}{_DOTS}@{name[:1]}{_DOTS}{dot}{ending}"


def letter_address(on_file: Provider) -> tuple[str, ...]:
    """Return the lines of the postal address on file, none where there is none."""
    place = _postal_place(on_file)
    return tuple(_postal_address(on_file, place).splitlines()) if place else ()


def own_domain(website: str | None) -> str | None:
    """Return the domain that a practice's website stands at, None where many share it."""
    try:
        host = (urlsplit(website or "").hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return None
    if not _HOST.fullmatch(host) or _is_shared(host):
        return None
    return host


def is_at_own_domain(local_part: str) -> bool:
    """Tell whether a text can stand before the @ of a practice's own domain."""
    return len(local_part) <= _LONGEST_LOCAL_PART and bool(_LOCAL_PART.fullmatch(local_part))


def _is_shared(host: str) -> bool:
    labels = host.split(".")
    above = {".".join(labels[start:]) for start in range(len(labels))}
    is_suffix = _SUFFIX.fullmatch(host) or _UNDER_STATE.fullmatch(host)
    return bool(is_suffix) or not above.isdisjoint(SHARED_DOMAINS)


def _phone(on_file: Provider) -> str | None:
    at_places = (place.phone for place in on_file.locations if place.phone)
    return on_file.phone or next(at_places, None)


def _postal_place(on_file: Provider) -> Location | None:
    return next((place for place in on_file.locations if place.street and place.zip), None)


def _postal_address(on_file: Provider, place: Location) -> str:
    return f"{on_file.name}\n{place.street}\n{place.city}, {place.state} {place.zip}"
