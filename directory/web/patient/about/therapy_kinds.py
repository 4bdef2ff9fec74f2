"""What each kind of therapy is like, who may give it, what studies say and how long it takes."""

from collections.abc import Iterator
from functools import cache

from directory.matching.phrases import TELLING_CONCERNS
from directory.sentences import Sentence, inside, joined, say, say_many
from directory.vocabulary import CONCERNS, MODALITIES
from directory.vocabulary.approaches import approaches
from directory.vocabulary.evidence import EVIDENCE, Evidence
from directory.vocabulary.lengths import USUAL_LENGTHS
from directory.web.patient.about.pages import SessionKind, TherapyFamily, TherapyKind
from directory.web.patient.about.therapy_families import FAMILIES, Family
from directory.web.patient.parts import Fact

_MOST_NAMED = 4
_YOUNG = frozenset({"child", "teen"})
_GIVEN_BY = {
    "licensed": Fact("yes", say("From a licensed person")),
    "prescriber": Fact("yes", say("From someone who may prescribe medicine")),
    "psychologist": Fact("yes", say("From a psychologist")),
    "anyone": Fact("ask", say("From anyone, with or without a license")),
}
_APPROACHES = {
    ("structure", "structured"): Fact("yes", say("It often follows a plan.")),
    ("structure", "open"): Fact("speech", say("There is often no set plan. You talk freely.")),
    ("time_focus", "past"): Fact("clock", say("It often looks at the past.")),
    ("time_focus", "present"): Fact("clock", say("It often looks at the here and now.")),
}
# Short names that people hear more often than the long ones.
_SHORT_NAMES = {
    "CBT": say("CBT"),
    "ACT": say("ACT"),
    "DBT": say("DBT"),
    "EMDR": say("EMDR"),
    "IPT": say("IPT"),
}
# One or two of each family, as examples of what it is like in the room.
_SESSIONS = ("CBT", "EXP", "DBT", "EMDR", "PDT", "HUM", "EFCT", "FT", "PROC", "PLAY", "MEDS")
_SESSIONS_OF_OTHERS = ("TEST", "COACH")


@cache
def families() -> tuple[TherapyFamily, ...]:
    """Return every kind of therapy that a page may name, by family."""
    return tuple(map(_family, FAMILIES))


@cache
def session_kinds() -> tuple[SessionKind, ...]:
    """Return what a usual session is like in some well-known kinds."""
    return tuple(map(_session, (*_SESSIONS, *_SESSIONS_OF_OTHERS)))


def _family(family: Family) -> TherapyFamily:
    return TherapyFamily(
        id=family.id,
        name=family.name,
        about=family.about,
        kinds=tuple(map(_kind, family.known)),
        more_title=say_many(
            "{count} more like this", "{count} more like these", len(family.others)
        ),
        more=tuple(map(_kind, family.others)),
    )


def _kind(code: str) -> TherapyKind:
    term = MODALITIES[code]
    facts = (*_studies(code), _GIVEN_BY[term.who_may])
    return TherapyKind(_name(code), f"/search?modality={code}", term.about, facts)


def _name(code: str) -> str:
    label = MODALITIES[code].label
    short = _SHORT_NAMES.get(code)
    return say("{label} ({short})", label=label, short=short) if short else label


def _studies(code: str) -> Iterator[Fact]:
    """Say for what the best studies speak, of grown-ups first and then of the young."""
    rows = [r for r in EVIDENCE if r.modality == code and r.concern not in TELLING_CONCERNS]
    grown = [row for row in rows if row.population not in _YOUNG]
    young = [row for row in rows if row.population in _YOUNG]
    if grown:
        yield Fact("care", _of_adults(*_best(grown)))
    if young:
        yield Fact("care", _of_the_young(*_best(young)))


def _best(rows: list[Evidence]) -> tuple[str, str]:
    """Return the best grade among these, and a few of the concerns that have it."""
    grade = min(row.grade for row in rows)
    codes = dict.fromkeys(row.concern for row in rows if row.grade == grade)
    return grade, _named([inside(CONCERNS.label(code)) for code in codes])


def _named(labels: list[str]) -> str:
    left = len(labels) - _MOST_NAMED
    if left < 2:  # one more name is as short as a count of one
        return joined(labels)
    named = tuple(labels[:_MOST_NAMED])
    return say("{names} and {left} more", names=named, left=left)


def _of_adults(grade: str, concerns: str) -> Sentence:
    if grade == "A":
        return say("Studies show that it helps with {concerns}.", concerns=concerns)
    if grade == "B":
        return say("Studies speak for it with {concerns}.", concerns=concerns)
    return say("Some studies speak for it with {concerns}.", concerns=concerns)


def _of_the_young(grade: str, concerns: str) -> Sentence:
    if grade == "A":
        return say("Studies show that it helps the young with {concerns}.", concerns=concerns)
    if grade == "B":
        return say("Studies of the young speak for it with {concerns}.", concerns=concerns)
    return say("Some studies of the young speak for it with {concerns}.", concerns=concerns)


def _session(code: str) -> SessionKind:
    term, length = MODALITIES[code], USUAL_LENGTHS.get(code)
    known = [
        _APPROACHES[factor, value]
        for factor in ("structure", "time_focus")
        for value in sorted(approaches(code, factor))
    ]
    long = [Fact("clock", length.words)] if length else []
    return SessionKind(_name(code), term.about, (*known, *long))
