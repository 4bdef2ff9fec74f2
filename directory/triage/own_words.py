"""Own words: what a person typed, read for concerns to suggest, danger, and what is not ours."""

from pydantic import BaseModel, ConfigDict

from directory.fields import Said
from directory.triage.phrases import flags_in, out_of_scope_in
from directory.triage.suggestions import rank_concerns
from directory.vocabulary import CONCERNS
from directory.vocabulary.spanish import in_english


class _Found(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Suggestion(_Found):
    """A concern to confirm, never assumed; the higher the score, the better it fits."""

    code: str
    label: Said
    score: float


class OutOfScope(_Found):
    """A field of help that this directory does not list, and where to look for it instead."""

    field: str
    text: Said


class OwnWords(_Found):
    """What a text says to us."""

    suggestions: tuple[Suggestion, ...]
    safety_flags: tuple[str, ...]
    out_of_scope: OutOfScope | None


def read_own_words(text: str, limit: int = 3) -> OwnWords:
    """Read a text: at most `limit` concerns, best first, with flags and help that is not ours."""
    flags = flags_in(text)
    return OwnWords(
        suggestions=tuple(
            Suggestion(code=code, label=CONCERNS[code].label, score=score)
            for code, score in (rank_concerns(in_english(text))[:limit] if limit else ())
        ),
        safety_flags=flags,
        # Nobody who speaks of danger is sent elsewhere.
        out_of_scope=None if flags else _out_of_scope(text),
    )


def _out_of_scope(text: str) -> OutOfScope | None:
    phrase = out_of_scope_in(text)
    return None if phrase is None else OutOfScope(field=phrase.field, text=phrase.text)
