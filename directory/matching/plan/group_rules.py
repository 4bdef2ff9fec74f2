"""Which groups may stand beside individual work for a person: by theme and kind."""

from directory.matching.phrases import TELLING_CONCERNS
from directory.matching.request import MatchRequest
from directory.vocabulary import CONCERNS, KINDS

MOST = 3
# With these nobody joins an open talk before somebody has talked with them alone.
_FLAGS_FOR_TALK_FIRST = frozenset(
    {"suicide", "psychosis", "mania", "withdrawal", "overdose", "postpartum_psychosis"}
)
_CONCERNS_FOR_TALK_FIRST = frozenset({"psychosis", "suicidal"})
# Themes to which people may come with their partner.
_WITH_PARTNERS = frozenset({"cheating", "communication"})
_OPEN_TALK = "process"


def themes(request: MatchRequest) -> dict[str, str]:
    """Return the themes that fit a person, each with the first concern that it is for.

    In acute need there is none; where a partner is feared there is none that couples come to.
    """
    if request.is_acute:
        return {}
    found: dict[str, str] = {}
    for concern in request.concerns:
        theme = CONCERNS[concern].group_theme
        if theme is not None and concern not in TELLING_CONCERNS:
            found.setdefault(theme, concern)
    if request.fears_partner:
        return {theme: found[theme] for theme in found if theme not in _WITH_PARTNERS}
    return found


def kinds(request: MatchRequest) -> tuple[str, ...]:
    """Return the kinds of group that may be shown; no open talk where one talks alone first."""
    talks_first = not (
        _FLAGS_FOR_TALK_FIRST.isdisjoint(request.safety_flags)
        and _CONCERNS_FOR_TALK_FIRST.isdisjoint(request.concerns)
    )
    return tuple(kind for kind in KINDS if kind != _OPEN_TALK or not talks_first)
