"""The parts of a person's name as a listing writes it, and how alike two names are."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA

from directory.likeness.nicknames import are_forms_of_one
from directory.vocabulary import LICENSES

# How the parts of two names relate, from the best to none.
Agreement = Literal["same", "form", "initial", "typo", "part", "unknown", "differs"]

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
_SUFFIXES |= {"iv": "iv", "2nd": "ii", "3rd": "iii"}
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "mx", "miss", "prof", "professor", "rev"})
_WRITTEN_AFTER = """
phd psyd md do edd dsw dnp np rn msw ma ms med mph mba mft lmft lmhc lpc lpcc lcpc lcsw
licsw lcmhc lmsw lsw lgsw amft apcc acsw asw lcat lmhp lp aprn arnp cnp crnp pmhnp bc
pmhnpbc fnp msn facp facsw cadc lcadc ladc casac bcba ncc ccmhc emdr abpp pa pac esq rbt
cpc lpa
"""
_CREDENTIALS = frozenset(_WRITTEN_AFTER.split()) | frozenset(LICENSES)
_PARTICLES = frozenset(
    {"da", "das", "de", "del", "della", "den", "der", "dos", "la", "le", "st", "van", "von"}
)
_OTHERS = re.compile(r"[^a-z0-9 \-]+")
_LONG_ENOUGH = 5  # letters of a name in which one slip is more likely than another name
# A last letter that tells two given names apart: Mario and Maria, Eric and Erica.
_TELLING_END = frozenset("aeo")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in small letters without accents, titles and credentials.

    `family` may hold several words; hyphens and particles part no words of it.
    """

    given: str
    middle: tuple[str, ...] = ()
    family: str = ""
    suffix: str = ""


def name_parts(name: str) -> NameParts:
    """Return the parts of a name: `Dr. Robert J. de la Cruz Jr., PhD` or `Cruz, Robert`."""
    before, _, after = _plain(name).partition(",")
    words, suffix = _without_titles(before, least=2)
    rest, late = _without_titles(after, least=0)
    if rest and words:  # the family name stands first
        return _parted([*rest, *words], len(rest), suffix or late)
    start = _family_start(words)
    return _parted(words, start, suffix or late)


@cache
def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).lower()
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    # A nickname in quotes or brackets says less than the name beside it.
    bare = re.sub(r"[\"“(][^\"”)]*[\"”)]", " ", bare)
    kept = re.sub(r"['’`.]", "", bare)
    head, comma, tail = kept.partition(",")
    return f"{_OTHERS.sub(' ', head)}{comma}{_OTHERS.sub(' ', tail.replace(',', ' '))}"


def _without_titles(text: str, least: int) -> tuple[list[str], str]:
    """Return the words of a name without titles and credentials, and its suffix.

    At least so many words stay: Ma and Do are family names, too.
    """
    words, suffix = text.split(), ""
    while len(words) > least and words[0] in _TITLES:
        words.pop(0)
    while words:
        is_suffix = words[-1] in _SUFFIXES and len(words) > min(least, 1)
        if not is_suffix and (words[-1] not in _CREDENTIALS or len(words) <= least):
            break
        suffix = _SUFFIXES.get(words.pop(), suffix)
    return words, suffix


def _family_start(words: list[str]) -> int:
    start = max(1, len(words) - 1)
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return start


def _parted(words: list[str], start: int, suffix: str) -> NameParts:
    given, *middle = words[:start] or [""]
    family = " ".join(word.replace("-", " ") for word in words[start:])
    return NameParts(given.replace("-", ""), tuple(middle), family, suffix)


def given_agreement(a: NameParts, b: NameParts) -> Agreement:
    """Tell how two given names relate; whoever goes by a middle name agrees by it, too."""
    found = _given(a.given, b.given)
    if found != "differs":
        return found
    if a.given in b.middle or b.given in a.middle:
        return "part"
    initials = len(a.given) == 1 or len(b.given) == 1
    through = [(a.given, name) for name in b.middle] + [(b.given, name) for name in a.middle]
    is_form = any(len(name) > 1 and are_forms_of_one(given, name) for given, name in through)
    return "part" if is_form and not initials else "differs"


def _given(a: str, b: str) -> Agreement:
    if not a or not b:
        return "unknown"
    if a == b:
        return "initial" if len(a) == 1 else "same"
    if min(len(a), len(b)) == 1:
        return "initial" if a[0] == b[0] else "differs"
    if are_forms_of_one(a, b):
        return "form"
    return "typo" if is_slip(a, b) and not _is_other_gender(a, b) else "differs"


def family_agreement(a: str, b: str) -> Agreement:
    """Tell how two family names relate; a double name agrees with either of its halves."""
    if not a or not b:
        return "unknown"
    if a.replace(" ", "") == b.replace(" ", ""):
        return "same"
    if is_slip(a, b):
        return "typo"
    longer, shorter = sorted((a.split(), b.split()), key=len, reverse=True)
    halves = [word for word in longer if word not in _PARTICLES]
    is_half = len(longer) > len(shorter) and " ".join(shorter) in halves
    return "part" if is_half else "differs"


def middle_agreement(a: NameParts, b: NameParts) -> Agreement:
    """Tell how two middle names relate; unknown where either gives none."""
    if not a.middle or not b.middle:
        return "unknown"
    one, other = a.middle[0], b.middle[0]
    if one == other and len(one) > 1:
        return "same"
    if min(len(one), len(other)) == 1:
        return "initial" if one[0] == other[0] else "differs"
    return "form" if are_forms_of_one(one, other) or is_slip(one, other) else "differs"


def swapped(name: NameParts) -> NameParts:
    """Return a name with its given and family names the other way round."""
    return NameParts(name.family.replace(" ", ""), name.middle, name.given, name.suffix)


def is_slip(a: str, b: str) -> bool:
    """Tell whether two words differ by one slip of the pen, where they are long enough to tell."""
    shorter = min(len(a), len(b))
    most = 2 if shorter >= 2 * _LONG_ENOUGH else 1
    return shorter >= _LONG_ENOUGH and OSA.distance(a, b, score_cutoff=most) <= most


def _is_other_gender(a: str, b: str) -> bool:
    """Tell whether names differ in the ending that tells two people apart: Mario and Maria."""
    longer, shorter = sorted((a, b), key=len, reverse=True)
    if len(longer) == len(shorter):
        return a[:-1] == b[:-1] and {a[-1], b[-1]} <= _TELLING_END
    return longer[:-1] == shorter and longer[-1] in _TELLING_END
