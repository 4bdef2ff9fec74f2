"""Names and addresses that a register keeps in capitals, as people write them."""

import re

_SUFFIXES = {"JR": "Jr.", "SR": "Sr.", "I": "I", "II": "II", "III": "III", "IV": "IV", "V": "V"}
_PARTICLES = frozenset({"DA", "DAS", "DE", "DEL", "DELLA", "DEN", "DER", "DOS", "VAN", "VON", "Y"})
_AFTER_DE = frozenset({"LA", "LAS", "LOS"})
# Names in Mac that take a second capital; most do not (Mack, Macias, Macy).
_MAC = re.compile(
    "Mac(arthur|aulay|callum|donald|donnell|dougall|farlane|gregor|innis|intosh|intyre|kay|kenzie|"
    "kinnon|lachlan|lean|leod|millan|namara|neill?|phail|pherson|queen|rae)"
)
_KEPT_CAPITALS = re.compile("[NSEW]|[NS][EW]|PO|US|P?LLC|LLP|PC|II|III|IV|VA|DC")
_ORDINALS = frozenset({"St", "Nd", "Rd", "Th"})
_LETTERS = re.compile(r"[^\W\d_]+")


def person_name(first: str, middle: str, last: str, suffix: str) -> str:
    """Join the parts of a name in title case: ("MARY", "A", "MCDONALD", "JR.") is
    `Mary A McDonald Jr.`

    What follows a comma in the last name is kept only where it is a suffix: credentials are no
    part of a name.
    """
    last, _, after = last.partition(",")
    suffixes = (_suffix(part) for part in (after, suffix))
    parts = (given_name(first), given_name(middle), surname(last), *suffixes)
    return " ".join(dict.fromkeys(part for part in parts if part))


def given_name(name: str) -> str:
    """Return first or middle names in title case."""
    return " ".join(_cased(word) for word in name.strip(" ,;").split())


def surname(name: str) -> str:
    """Return a last name in title case, its particles small: `de la Cruz`, `van der Berg`."""
    words = name.strip(" ,;").split()
    return " ".join(_surname_word(words, place) for place in range(len(words)))


def _surname_word(words: list[str], place: int) -> str:
    word, last = words[place], place == len(words) - 1
    if place and _suffix(word):
        return _suffix(word)
    follows_de = word.upper() in _AFTER_DE and place > 0 and words[place - 1].upper() == "DE"
    if not last and word.isupper() and (word in _PARTICLES or follows_de):
        return word.lower()
    return _cased(word)


def _suffix(text: str) -> str:
    return _SUFFIXES.get(text.strip(" .,").upper(), "")


def place_name(text: str) -> str:
    """Return a street or a city in title case, with `NW`, `PO` and the like in capitals."""
    words = text.split()
    return " ".join(
        word if _KEPT_CAPITALS.fullmatch(word.strip(".,#")) else _cased(word) for word in words
    )


def _cased(word: str) -> str:
    """Return a word in title case; a word that has small letters already is left as it is."""
    return _LETTERS.sub(_cased_run, word) if word.isupper() else word


def _cased_run(run: re.Match[str]) -> str:
    letters = run[0].capitalize()
    before = run.string[: run.start()]
    if before[-1:].isdigit():
        return letters.lower() if letters in _ORDINALS else letters.upper()
    if before.endswith("'") and (len(letters) == 1 or len(before.rpartition("-")[2]) > 3):
        return letters.lower()
    if letters.startswith("Mc") and len(letters) > 3:
        return "Mc" + letters[2:].capitalize()
    if _MAC.fullmatch(letters):
        return "Mac" + letters[3:].capitalize()
    return letters
