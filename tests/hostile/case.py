"""One hostile or broken file, and the answer that it must get."""

from collections.abc import Callable
from dataclasses import dataclass

TITLES = "id,name,license,service_intent"


@dataclass(frozen=True, slots=True)
class Case:
    """A file that harms or is broken; `make` gives its bytes.

    `refused` is what the sentence must match that refuses the whole file. Otherwise the file is
    read to its end with these sums, and some error matches `says`. A `heavy` one is measured in a
    process of its own. For `any_answer` it may be refused or read, but in words.
    """

    name: str
    make: Callable[[], bytes]
    refused: str = ""
    created: int = 0
    skipped: int = 0
    errors: int = 0
    says: str = ""
    heavy: bool = False
    any_answer: bool = False


def person(number: int, name: str = "Ann Lee") -> str:
    """Return a sound row below `TITLES`."""
    return f"h{number},{name},coach,support"


def table(*rows: str, titles: str = TITLES, end: str = "\n") -> bytes:
    """Return a CSV file in UTF-8."""
    return "".join(f"{row}{end}" for row in (titles, *rows)).encode("utf-8", "surrogatepass")


def of(data: bytes) -> Callable[[], bytes]:
    """Return a maker of these bytes."""
    return lambda: data


def row_case(name: str, row: str, says: str = "") -> Case:
    """Return a case of one broken row between two sound ones, which come in."""
    return Case(name, of(table(person(1), row, person(3))), created=2, errors=1, says=says)


def file_case(name: str, data: bytes, refused: str) -> Case:
    """Return a case of a file that is refused as a whole."""
    return Case(name, of(data), refused=refused)
