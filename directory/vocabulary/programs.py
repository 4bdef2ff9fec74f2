"""Services with more care than one provider gives: what each is, for whom, and where to ask."""

from dataclasses import dataclass

from directory.sentences import Sentence
from directory.vocabulary.codes import LEVELS_OF_CARE, SAFETY_FLAGS
from directory.vocabulary.concerns import CONCERNS
from directory.vocabulary.help_sources import HELP_SOURCES
from directory.vocabulary.terms import cell_list, check_codes, read_table

_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Program:
    """One kind of service; it fits at any of its levels, or for any of its flags and concerns.

    Ages are in whole years, both included; `ask` names help sources.
    """

    code: str
    label: Sentence
    about: Sentence
    levels: tuple[str, ...]
    flags: tuple[str, ...]
    concerns: tuple[str, ...]
    least_age: int
    most_age: int
    ask: tuple[str, ...]
    source: str


def _program(row: dict[str, str]) -> Program:
    program = Program(
        code=row["code"],
        label=Sentence(row["label"]),
        about=Sentence(row["about"]),
        levels=cell_list(row["levels"]),
        flags=cell_list(row["flags"]),
        concerns=cell_list(row["concerns"]),
        least_age=int(row["least_age"] or 0),
        most_age=int(row["most_age"] or _OLDEST),
        ask=cell_list(row["ask"]),
        source=row["source"],
    )
    check_codes(program.code, program.levels, LEVELS_OF_CARE)
    check_codes(program.code, program.flags, SAFETY_FLAGS)
    check_codes(program.code, program.concerns, CONCERNS)
    check_codes(program.code, program.ask, HELP_SOURCES)
    return program


# In the order in which to show them.
PROGRAMS = tuple(map(_program, read_table("programs.csv")))
