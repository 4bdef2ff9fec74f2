"""How long each kind of therapy usually goes on.

Source: the column `source` of `modality_sessions.csv`; most of it awaits a clinician.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from directory.sentences import Sentence, say
from directory.vocabulary.modalities import MODALITIES
from directory.vocabulary.terms import check_codes, read_table


@dataclass(frozen=True, slots=True)
class UsualLength:
    """The usual number of sessions, `fewest` to `most`; both None where there is no set end."""

    fewest: int | None
    most: int | None
    source: str

    @property
    def words(self) -> Sentence:
        """The sentence that says it."""
        return _words(self.fewest, self.most)


@cache
def _words(fewest: int | None, most: int | None) -> Sentence:
    if fewest is None or most is None:
        return say("There is often no set end. You decide as you go.")
    if fewest == most:
        return say("Often about {most} sessions.", most=most)
    return say("Often {fewest} to {most} sessions.", fewest=fewest, most=most)


def _length(row: dict[str, str]) -> UsualLength:
    check_codes("modality_sessions", [row["code"]], MODALITIES)
    fewest, most = (int(row[name]) if row[name] else None for name in ("fewest", "most"))
    return UsualLength(fewest, most, row["source"])


# A modality that is not named here has no usual length that we know of.
USUAL_LENGTHS = MappingProxyType(
    {row["code"]: _length(row) for row in read_table("modality_sessions.csv")}
)
