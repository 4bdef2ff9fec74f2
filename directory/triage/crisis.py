"""The crisis card: whom to call, before anything else is shown."""

from collections.abc import Collection

from pydantic import BaseModel, ConfigDict

from directory.fields import Said
from directory.vocabulary import LEVELS_OF_CARE
from directory.vocabulary.crisis import CRISIS_LINES, CRISIS_WORDS
from directory.vocabulary.crisis import CrisisLine as LineOfTheVocabulary


class CrisisLine(BaseModel):
    """One line: what to call, what to text, where to chat."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Said
    call: str | None
    text: Said | None
    chat: str | None


class Crisis(BaseModel):
    """The card: a headline and the lines, the most fitting first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    headline: Said
    lines: tuple[CrisisLine, ...]


def crisis_card(
    level_of_care: str, safety_flags: Collection[str], age_group: str | None = None
) -> Crisis | None:
    """Return the card where the level is `soon` or more urgent or any flag is raised."""
    if not safety_flags and LEVELS_OF_CARE[level_of_care].rank > LEVELS_OF_CARE["soon"].rank:
        return None
    shown = (line for line in CRISIS_LINES if _fits(line, safety_flags, age_group))
    return Crisis(
        headline=_headline(level_of_care, safety_flags),
        lines=tuple(
            CrisisLine(name=line.name, call=line.call, text=line.text, chat=line.chat)
            for line in shown
        ),
    )


def _fits(line: LineOfTheVocabulary, flags: Collection[str], age_group: str | None) -> bool:
    return line.always or age_group in line.age_groups or any(flag in flags for flag in line.flags)


def _headline(level_of_care: str, flags: Collection[str]) -> str:
    # A partner who looks over a shoulder must learn nothing from the card.
    if "partner_violence" in flags:
        return CRISIS_WORDS["headline_neutral"]
    medical = level_of_care == "emergency_medical"
    return CRISIS_WORDS["headline_medical" if medical else "headline"]
