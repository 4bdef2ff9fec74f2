"""Files of the register that are damaged, or whose titles are those of another version."""

from collections.abc import Callable, Iterator
from functools import cache

from directory.exchange.nppes.columns import REQUIRED
from tests.exchange.nppes_file import DAMAGED_V2, a_therapist, line_of, real_rows
from tests.hostile.case import Case

Row = dict[str, str]
_PLACE = "Provider Business Practice Location Address"


@cache
def _therapist() -> Row:
    return a_therapist()


def _file(*rows: Row, titles: list[str] | None = None) -> bytes:
    lines = [titles or list(rows[0]), *(list(row.values()) for row in rows)]
    text = "".join(f"{line_of(line)}\n" for line in lines)
    return text.encode("utf-8", "surrogateescape")


def _changed(column: str, *values: str, errors: int = 0, skipped: int = 0) -> Iterator[Case]:
    """One therapist whose cell is changed: an error, skipped, or mended and created."""
    created = 1 - errors - skipped
    for value in values:

        def make(value: str = value) -> bytes:
            return _file({**_therapist(), column: value})

        name = f"the register's {column} is {value[:30]!r}"
        yield Case(name, make, created=created, skipped=skipped, errors=errors)


def _without(title: str) -> Callable[[], bytes]:
    def make() -> bytes:
        row = _therapist()
        return _file({name: value for name, value in row.items() if name != title})

    return make


def _v1_titles_on_v2_rows() -> bytes:
    return _file(*real_rows(DAMAGED_V2)[:5], titles=list(_therapist()))


def _v2_titles_on_v1_rows() -> bytes:
    return _file(_therapist(), titles=list(real_rows(DAMAGED_V2)[0]))


def _shuffled() -> bytes:
    return _file(dict(reversed(_therapist().items())))


CASES = (
    Case(
        "a V1 header on V2 rows",
        _v1_titles_on_v2_rows,
        errors=5,
        says="330 values where the header has 329",
    ),
    Case(
        "a V2 header on V1 rows",
        _v2_titles_on_v1_rows,
        errors=1,
        says="329 values where the header has 330",
    ),
    Case("the register's columns in another order", _shuffled, created=1),
    Case(
        "the register's titles in small letters",
        lambda: _file(_therapist(), titles=[title.lower() for title in _therapist()]),
        refused="no format",
    ),
    Case(
        "the register's titles twice",
        lambda: _file(_therapist(), titles=["NPI", "NPI", *list(_therapist())[2:]]),
        refused="no format|twice",
    ),
    Case(
        "a title of the register twice",
        lambda: _file(_therapist(), titles=[*list(_therapist())[:-1], "NPI"]),
        refused="twice",
    ),
    *(
        Case(
            f"the register without {title}",
            _without(title),
            refused="no format" if title in {"NPI", "Entity Type Code"} else "lacks 1 columns",
        )
        for title in REQUIRED
    ),
    *_changed("NPI", "", "12", "1234567890", "192200197", "19220019731", "abcdefghij", errors=1),
    *_changed("NPI", "1922001973.5", "1.922E+09", "-1922001973", "１９２２００１９７３", errors=1),
    *_changed("Entity Type Code", "", "3", "person", "1.5", errors=1),
    *_changed("Provider Last Name (Legal Name)", "", "---", "123", errors=1),
    *_changed("Provider Enumeration Date", "02/30/2005", "2005-02-03", "1/1/1850", errors=1),
    *_changed("NPI Deactivation Date", "99/99/9999", "soon", errors=1),
    *_changed("NPI Deactivation Date", "01/01/2026", skipped=1),
    *_changed("Healthcare Provider Taxonomy Code_1", "", "207Q00000X", "=1+1", "x" * 90, skipped=1),
    *_changed(f"{_PLACE} State Name", "XX", "=CA", "Bavaria"),
    *_changed(f"{_PLACE} Postal Code", "abc", "1", "9" * 5000),
    *_changed(f"{_PLACE} Telephone Number", "12", "=1+1", "x" * 5000),
    *_changed(f"{_PLACE} Country Code (If outside U.S.)", "DE", "??"),
    *_changed("Provider First Name", "x" * 70_000, "A\0B", "A\x1fB", errors=1),
    *_changed("Provider First Name", "<SCRIPT>", "=CMD()", "A\nB"),
)
