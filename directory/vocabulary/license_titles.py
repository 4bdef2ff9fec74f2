"""Licence titles by state: which licence a title stands for, and whether it is independent."""

import re
from dataclasses import dataclass
from types import MappingProxyType

from directory.vocabulary.states import STATES
from directory.vocabulary.terms import check_codes, read_table

_LICENSE_OF_PROFESSION = {
    "counselor": "lpc",
    "mft": "lmft",
    "psychologist": "psychologist",
    "social_worker": "lcsw",
}
# Physicians and nurses carry the same titles in every state.
_NATIONAL_TITLES = {
    "psychiatrist": ("MD", "DO"),
    "pmhnp": ("PMHNP", "PMHNP-BC", "APRN", "ARNP", "APNP", "CRNP", "CNP", "NP", "DNP"),
}


@dataclass(frozen=True, slots=True)
class LicenseTitle:
    """A title that a state grants.

    `license` is `associate` where the title is not an independent licence.
    Source: own knowledge of 2025, to be checked with the state boards.
    """

    state: str
    title: str
    profession: str
    license: str


def normal_title(title: str) -> str:
    """Return a title without case, dots and spaces, so that `Ph.D.` equals `PhD`."""
    return re.sub(r"[^A-Z0-9()'-]", "", title.upper())


def _abbreviations() -> dict[str, str]:
    """Return the short title for each title written out, where only one is possible."""
    short: dict[str, set[str]] = {}
    for row in read_table("credentials.csv"):
        name = re.sub(r"\(.*?\)", "", row["expansion"])
        short.setdefault(normal_title(name), set()).add(normal_title(row["credential"]))
    return {name: titles.pop() for name, titles in short.items() if len(titles) == 1}


def _read_titles() -> dict[tuple[str, str], tuple[LicenseTitle, ...]]:
    titles: dict[tuple[str, str], tuple[LicenseTitle, ...]] = {}
    for row in read_table("license_titles.csv"):
        check_codes("license_titles", [row["state"]], STATES)
        license = _LICENSE_OF_PROFESSION[row["profession"]]
        if row["independent"] != "1":
            license = "associate"
        title = LicenseTitle(row["state"], row["title"], row["profession"], license)
        key = (row["state"], normal_title(row["title"]))
        titles[key] = (*titles.get(key, ()), title)
    return titles


_ABBREVIATIONS = MappingProxyType(_abbreviations())
_TITLES = MappingProxyType(_read_titles())


def titles_in(state: str, license: str) -> tuple[str, ...]:
    """Return the titles under which a state grants a licence, for example LICSW in MA."""
    if license in _NATIONAL_TITLES:
        return _NATIONAL_TITLES[license]
    found = (entry for (where, _), many in _TITLES.items() if where == state for entry in many)
    return tuple(dict.fromkeys(entry.title for entry in found if entry.license == license))


def licenses_for_title(state: str, title: str) -> frozenset[str]:
    """Return the licence codes that a title stands for in a state; empty where it is unknown.

    A dependent title gives `associate`, whatever it is called elsewhere: an LPCC is a candidate
    in Colorado, an LCSW is not independent in Massachusetts, an LCP is no psychologist in Kansas.
    """
    name = normal_title(title)
    for license, titles in _NATIONAL_TITLES.items():
        if name in titles:
            return frozenset({license})
    entries = _TITLES.get((state, name)) or _TITLES.get((state, _ABBREVIATIONS.get(name, "")), ())
    return frozenset(entry.license for entry in entries)
