"""What the words of other people's files for a license stand for: a title, a profession, a code."""

import re
from functools import lru_cache
from types import MappingProxyType

from directory.vocabulary import LICENSES, STATES
from directory.vocabulary.license_titles import licenses_for_title, normal_title, titles_in
from directory.vocabulary.taxonomy import license_for_taxonomy

# What boards and rosters write besides our own codes, labels and titles; in `_plain` form.
_PROFESSIONS = MappingProxyType(
    {
        "advanced practice psychiatric nurse": "pmhnp",
        "clinical counselor": "lpc",
        "clinical mental health counselor": "lpc",
        "clinical psychologist": "psychologist",
        "clinical social work": "lcsw",
        "clinical social worker": "lcsw",
        "counseling psychologist": "psychologist",
        "independent clinical social worker": "lcsw",
        "life coach": "coach",
        "marriage and family therapist": "lmft",
        "marriage and family therapy": "lmft",
        "marriage family therapist": "lmft",
        "mental health counselor": "lpc",
        "professional clinical counselor": "lpc",
        "professional counselor": "lpc",
        "psych np": "pmhnp",
        "psychiatric mental health nurse practitioner": "pmhnp",
        "psychiatric nurse practitioner": "pmhnp",
        "coach": "coach",
        "psychiatrist": "psychiatrist",
        "psychiatry": "psychiatrist",
        "psychologist": "psychologist",
        "psychology": "psychologist",
    }
)
_FILLER = re.compile(r"\b(licensed|license|state|the|a|an)\b")
# Before or after the words for the full license, these say that somebody works toward it.
_IN_TRAINING = re.compile(
    r"\b(associate|candidate|intern|limited|provisional|resident|supervised|temporary|trainee)\b"
)
# Every physician is an MD, and few nurses with these titles are psychiatric ones.
_SAYS_TOO_LITTLE = frozenset(
    normal_title(title)
    for license in ("psychiatrist", "pmhnp")
    for title in titles_in("CA", license)
    if not title.startswith("PMHNP")
)


@lru_cache(maxsize=4096)
def license_of(words: str, state: str = "") -> str | None:
    """Return the licence code that words stand for, None where they could stand for several.

    A title counts as in its state, where that is known: an LCSW is an associate in Massachusetts.
    """
    text = " ".join(words.split())
    if text in LICENSES:
        return text
    if normal_title(text) in _SAYS_TOO_LITTLE:
        return None
    by_taxonomy = license_for_taxonomy(text.upper())
    return by_taxonomy or _by_title(text, state) or _by_words(_plain(text))


def _by_title(text: str, state: str) -> str | None:
    granted = licenses_for_title(state, text)
    if not granted:  # the states that know the title have to agree
        granted = frozenset().union(*(licenses_for_title(one, text) for one in STATES))
    return next(iter(granted)) if len(granted) == 1 else None


def _by_words(plain: str) -> str | None:
    full = " ".join(_IN_TRAINING.sub(" ", plain).split())
    license = _PROFESSIONS.get(full)
    return "associate" if license and full != plain and license != "coach" else license


def _plain(text: str) -> str:
    """Return words without case, marks and fillers: `Licensed Psychologist (CA)`: psychologist."""
    text = re.sub(r"\(.*?\)", " ", text.lower().replace("&", " and "))
    text = re.sub(r"[^a-z]+", " ", text.replace("counsellor", "counselor"))
    return " ".join(_FILLER.sub(" ", text).split())
