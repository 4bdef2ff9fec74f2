"""The document of an edition: only what differs from what ships, so that the rest stays new."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from directory.errors import Invalid, Problem, problems_of
from directory.fields import AgeGroupCode, Line, SafetyFlagCode

Short = Annotated[Line, Field(max_length=80)]
Worth = float | tuple[str, ...]


class Part(BaseModel):
    """A part of an edition; an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


P = TypeVar("P", bound=Part)


class Words(Part):
    """The words for one code: those that are added, and those of what ships that are left out."""

    added: tuple[Short, ...] = ()
    removed: tuple[Short, ...] = ()


class PayerWords(Words):
    """The words for one payer that ships, with another label where it has one."""

    label: Short | None = None


class OwnPayer(Part):
    """A payer of the operator's own; one that is retired is known but not offered any more."""

    code: Annotated[str, Field(pattern="^[a-z][a-z0-9_]{1,39}$")]
    label: Short
    kind: str
    synonyms: tuple[Short, ...] = ()
    retired: bool = False


class Reach(Part):
    """How to reach a crisis line: what to dial, what to send, where to chat."""

    call: Short | None = None
    text: Short | None = None
    chat: Annotated[str, Field(max_length=200, pattern=r"^https://[^\s]+$")] | None = None


class LineChange(Reach):
    """Other ways to reach a line that ships; one that is hidden is shown nowhere."""

    hidden: bool = False


class OwnLine(Reach):
    """A crisis line of the operator's own, with the part of the page of help that it stands in."""

    name: Short
    need: Short
    always: bool = False
    flags: tuple[SafetyFlagCode, ...] = ()
    age_groups: tuple[AgeGroupCode, ...] = ()


class SignedRow(Part):
    """A clinician's word on one row of evidence, with the row as they read it."""

    name: Line
    license: Line
    day: date
    grade: str
    source: str


class Edition(Part):
    """All that an operator changed; an empty one is what ships."""

    format: Literal["edition/1"] = "edition/1"
    concerns: Mapping[str, Words] = {}
    modalities: Mapping[str, Words] = {}
    payers: Mapping[str, PayerWords] = {}
    own_payers: tuple[OwnPayer, ...] = ()
    crisis_lines: Mapping[str, LineChange] = {}
    own_lines: tuple[OwnLine, ...] = ()
    weights: Mapping[str, Worth] = {}
    clocks: Mapping[str, int] = {}
    sign_offs: Mapping[str, SignedRow] = {}

    def document(self) -> dict[str, Any]:
        """Return the edition as it is stored and written to files; what is empty is left out."""
        return self.model_dump(mode="json", exclude_defaults=True) | {"format": self.format}


def read_edition(document: Any) -> Edition:
    """Return the edition of a document; raise Invalid, which names each field and what to do."""
    return read_part(Edition, document)


def read_part(kind: type[P], document: Any) -> P:
    """Return a part of an edition; raise Invalid as for a whole one."""
    try:
        return kind.model_validate(document)
    except ValidationError as error:
        raise Invalid(problems_of(error)) from error
    except RecursionError as error:
        raise Invalid((Problem("", "the file goes too deep to be an edition"),)) from error


def read_stored(document: Mapping[str, Any]) -> Edition:
    """Return an edition that was sound when it was published, without what no longer is.

    A later version may know fewer codes; that must not keep anybody from searching.
    """
    try:
        return read_edition(document)
    except Invalid:
        return read_edition(
            {name: part for name, part in document.items() if _is_sound(name, part)}
        )


def _is_sound(name: str, part: Any) -> bool:
    try:
        read_edition({name: part})
    except Invalid:
        return False
    return True
