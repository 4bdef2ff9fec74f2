"""The kinds of therapy that may fit: what each is like, its usual length, and its grade."""

from collections.abc import Iterable, Iterator

from directory.matching.need_factor import concern_words
from directory.matching.phrases import TELLING_MODALITIES, filled, listed
from directory.matching.plan.parts import Approach
from directory.matching.request import MatchRequest
from directory.matching.styles import FittingModality, fitting_modalities
from directory.sentences import say
from directory.vocabulary import MODALITIES
from directory.vocabulary.approaches import exploring
from directory.vocabulary.lengths import USUAL_LENGTHS

MOST = 6
DEPTH_NOTE = say(
    "This work looks deeper. It can be hard at times. It can also bring change that lasts."
)
NOT_GRADED = say("You asked for this. Not graded here, which does not mean that it is no good.")
_GRADE_WORDS = {
    "A": say("Studies show that it helps with {concerns}."),
    "B": say("Studies speak for it with {concerns}."),
    "C": say("Some studies speak for it with {concerns}."),
}


def approaches(request: MatchRequest) -> tuple[Approach, ...]:
    """Return the first few kinds of psychotherapy that fit, then those asked for without a grade.

    A kind stands once, where its best grade puts it; among equals the main concern comes first.
    """
    graded = [one for one in fitting_modalities(request) if _is_psychotherapy(one.code)]
    graded.sort(key=lambda one: one.grade)
    codes = tuple(dict.fromkeys(one.code for one in graded))
    asked = (code for code in dict.fromkeys(_asked_for(request)) if code not in codes)
    return (
        *(_graded(code, [one for one in graded if one.code == code]) for code in codes[:MOST]),
        *(_approach(code, NOT_GRADED) for code in asked),
    )


def _is_psychotherapy(code: str) -> bool:
    """Tell whether a kind is for a therapist to give; a program stands among the programs."""
    term = MODALITIES[code]
    is_told = code not in TELLING_MODALITIES
    return is_told and term.service == "psychotherapy" and term.kind != "program"


def _asked_for(request: MatchRequest) -> Iterator[str]:
    for wish in request.preferences:
        wanted = wish.factor == "modality" and wish.strength != "avoid"
        if wanted and _is_psychotherapy(wish.value) and _is_safe(request, wish.value):
            yield wish.value


def _is_safe(request: MatchRequest, code: str) -> bool:
    return not set(MODALITIES[code].formats) <= request.unfit_formats


def _graded(code: str, found: list[FittingModality]) -> Approach:
    best = found[0].grade
    concerns = tuple(one.concern for one in found if one.grade == best)
    return _approach(code, filled(_GRADE_WORDS[best], concerns=_named(concerns)), best, concerns)


def _approach(
    code: str, text: str, grade: str | None = None, concerns: tuple[str, ...] = ()
) -> Approach:
    term = MODALITIES[code]
    return Approach(
        code=code,
        label=term.label,
        concerns=concerns,
        grade=grade,
        text=text,
        length=USUAL_LENGTHS[code].words,
        session=term.about,
        note=DEPTH_NOTE if exploring(code) == "deeper" else None,
    )


def _named(concerns: Iterable[str]) -> str:
    return listed(map(concern_words, concerns))
