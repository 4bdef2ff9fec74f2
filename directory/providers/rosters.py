"""The roster of a state board: whom it lists, with what status, in a state's own words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

Part = Literal["number", "last", "first", "name", "status", "expires", "discipline"]
PARTS: tuple[Part, ...] = get_args(Part)
# What a row says of a license; `unsure` is for a person to read.
Said = Literal["active", "expired", "disciplined", "revoked", "unsure"]
SAID: tuple[Said, ...] = get_args(Said)

_TITLES: Mapping[Part, str] = {
    "number": "license number|license no|license num|license nbr|lic number|lic no|lic nbr|"
    "license|license id|credential number|number|lic",
    "last": "last|last name|lname|surname|licensee last name|name last",
    "first": "first|first name|fname|given name|licensee first name|name first",
    "name": "name|full name|licensee|licensee name|provider name|individual name",
    "status": "status|status code|license status|lic status|status description|"
    "license status description|current status",
    "expires": "exp date|expiration date|expires|expiration|license expiration date|"
    "expiry date|exp|date expires|license exp date|lic exp date",
    "discipline": "discipline|discipline y n|disciplinary action|disciplined|board action|"
    "public action|disciplinary actions|enforcement|has discipline|action",
}
# Longer words first: "inactive" holds "active". What a board took away outweighs all else.
_ENDED = (
    "expired|lapsed|delinquent|inactive|not renewed|cancelled|canceled|closed|void|retired|"
    "deceased|forfeited|terminated|withdrawn|not current"
)
_STATUSES: tuple[tuple[Said, str], ...] = (
    ("revoked", "revoked|revocation|suspended|suspension|surrendered|surrender|denied|barred"),
    (
        "disciplined",
        "probation|probationary|restricted|limited|conditional|disciplined|encumbered|reprimand",
    ),
    ("expired", _ENDED),
    ("active", "active|current|clear|valid|renewed|good standing|in good standing|licensed"),
)
_YES = frozenset({"y", "yes", "true", "t", "1", "x"})
_NO = frozenset({"", "n", "no", "false", "f", "0", "none", "na", "n a", "null"})
_DAYS = (
    "%Y-%m-%d",
    "%m/%d/%Y",
    "%m/%d/%y",
    "%Y%m%d",
    "%m-%d-%Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%b %d, %Y",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a license by number, whom it names, and what the board says of it.

    `words` is the status as the board writes it, for people.
    """

    line: int
    number: str
    last: str
    first: str
    said: Said
    expires: date | None
    words: str


def plain(text: str) -> str:
    """Return a text in small letters, with single spaces for all that is no letter or digit."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", letters).split())


def guess_columns(titles: Sequence[str]) -> dict[str, str]:
    """Return which title seems to stand for which part, each title once."""
    found: dict[str, str] = {}
    for part in PARTS:
        words = _TITLES[part].split("|")
        free = {plain(title): title for title in titles if title not in found.values()}
        title = next((free[word] for word in words if word in free), None)
        if title is not None:
            found[part] = title
    if "last" in found:
        found.pop("name", None)
    return found


def guess_status(word: str) -> Said:
    """Return what the word of a board means; `unsure` where it is none that we know."""
    text = f" {plain(word)} "
    for said, words in _STATUSES:
        if any(f" {one} " in text for one in words.split("|")):
            return said
    return "unsure"


def said_by_word(statuses: Mapping[str, str]) -> dict[str, Said]:
    """Return what words mean, as it was written down; what no longer is a meaning is left out."""
    meanings: dict[str, Said] = {one: one for one in SAID}
    return {word: meanings[one] for word, one in statuses.items() if one in meanings}


def read_entry(
    line: int, cells: Mapping[str, str], columns: Mapping[str, str], statuses: Mapping[str, Said]
) -> Entry | None:
    """Return what one row says, None where it names no license.

    `columns` gives the title of each part, `statuses` what each word of the board means. A date
    that cannot be read makes a row unsure, and so do words where yes or no was expected.
    """
    parts = {part: cells.get(title, "").strip() for part, title in columns.items()}
    number = parts.get("number", "")
    last, first = _names(parts)
    if not license_key(number) or not last:
        return None
    word = parts.get("status", "")
    expires, is_read = read_day(parts.get("expires", ""))
    said = statuses.get(word, guess_status(word)) if word or "status" in columns else "active"
    flagged = plain(parts.get("discipline", ""))
    if flagged in _YES and said != "revoked":
        said = "disciplined"
    elif said not in {"revoked", "disciplined"} and (flagged not in _NO or not is_read):
        said = "unsure"
    shown = "; ".join(filter(None, (word, parts.get("expires"), parts.get("discipline"))))
    return Entry(line, number, last, first, said, expires, shown[:200])


def read_day(text: str) -> tuple[date | None, bool]:
    """Return the day in a cell, and whether it could be read; an empty cell names none."""
    if not text.strip():
        return None, True
    for form in _DAYS:
        try:
            return datetime.strptime(text.strip(), form).date(), True  # noqa: DTZ007  (a mere day)
        except ValueError:
            continue
    return None, False


def license_key(number: str | None) -> str:
    """Return the digits of a license number without zeros before them, by which rows are found."""
    return re.sub(r"\D", "", number or "").lstrip("0")


def names_agree(name: str, entry: Entry) -> bool:
    """Tell whether a listing names the person of a row: every word of the last name, and the first.

    An initial or a short form of a first name is not enough.
    """
    words, first = set(plain(name).split()), plain(entry.first).split()
    return bool(first) and {*plain(entry.last).split(), first[0]} <= words and len(first[0]) > 1


def _names(parts: Mapping[str, str]) -> tuple[str, str]:
    """Return last and first name; one cell has `Lopez, Ana M` or `Ana M Lopez`."""
    if "last" in parts:
        return parts["last"], parts.get("first", "")
    whole = parts.get("name", "")
    if "," in whole:
        last, _, first = whole.partition(",")
        return last.strip(), first.strip()
    words = whole.split()
    return (words[-1], " ".join(words[:-1])) if words else ("", "")


def by_key(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Return the rows by the digits of their number."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(license_key(entry.number), []).append(entry)
    return {key: tuple(some) for key, some in found.items()}
