"""The short code lists of the public interface: services, formats, goals, levels of care."""

from dataclasses import dataclass

from directory.vocabulary.terms import Term, Vocabulary, read_table, term_fields

_ROWS = read_table("codes.csv")

LICENSED_GOALS = frozenset(
    {
        "resolve_trauma",
        "treat_condition",
        "change_beliefs",
        "change_relationship_patterns",
        "personality_change",
    }
)


@dataclass(frozen=True, slots=True)
class Goal(Term):
    """What a person hopes to reach; some goals are for licensed help only."""

    licensed_only: bool


@dataclass(frozen=True, slots=True)
class LevelOfCare(Term):
    """How much help and how soon; rank 0 is the most urgent."""

    rank: int


def _rows(vocabulary: str) -> list[dict[str, str]]:
    return [row for row in _ROWS if row["vocabulary"] == vocabulary]


def _terms(vocabulary: str) -> Vocabulary[Term]:
    return Vocabulary(vocabulary, (Term(**term_fields(row)) for row in _rows(vocabulary)))


SERVICES = _terms("service")
SERVICE_INTENTS = _terms("service_intent")
FORMATS = _terms("format")
THEMES = _terms("theme")
KINDS = _terms("kind")
AGE_GROUPS = _terms("age_group")
DELIVERY = _terms("delivery")
GENDERS = _terms("gender")
ACCEPTING = _terms("accepting")
TRAINING = _terms("training")
LICENSE_STATUSES = _terms("license_status")
AUTHORITIES = _terms("authority")
SAFETY_FLAGS = _terms("safety_flag")
GOALS = Vocabulary(
    "goal",
    (
        Goal(**term_fields(row), licensed_only=row["code"] in LICENSED_GOALS)
        for row in _rows("goal")
    ),
)
LEVELS_OF_CARE = Vocabulary(
    "level_of_care",
    (LevelOfCare(**term_fields(row), rank=rank) for rank, row in enumerate(_rows("level_of_care"))),
)
