"""Spreadsheets that are damaged, or meant to break whoever unpacks them."""

import zipfile
from typing import Any

from tests.hostile.books import (
    MAIN,
    PARTS,
    ROWS,
    USUAL,
    bomb,
    book,
    changed,
    entities,
    flipped,
    packed,
    sheet_of,
    texts,
)
from tests.hostile.case import Case, file_case

_TOO_MUCH = "too much memory or time"
_DAMAGED = "damaged"


def _read(name: str, data: bytes, **sums: Any) -> Case:
    return Case(f"a spreadsheet {name}", lambda: data, **sums)


def _either(name: str, data: bytes) -> Case:
    return _read(name, data, any_answer=True)


SOUND = (
    _read("as it should be", book(), created=1),
    _read("not compressed", packed(PARTS, zipfile.ZIP_STORED), created=1),
    _read("with no dates since 1900", book(date_1904=True), created=1),
    _read("without styles", changed(styles=None), created=1),
    _read("without a list of its parts", changed(types=None), created=1),
    _read("whose cells name no place", changed(sheet=sheet_of(USUAL)), created=1),
    _read("with a program in it", changed(**{"xl/vbaProject.bin": bytes(5000)}), created=1),
    _read("with an archive in it", changed(**{"xl/media/a.zip": book()}), created=1),
    _read("with 500 parts", changed(**{f"xl/media/{n}": b"x" for n in range(500)}), created=1),
    _read("with a picture that is none", changed(**{"xl/media/a.png": b"<script>"}), created=1),
    _read(
        "with a formula never worked out",
        changed(sheet=sheet_of(texts("h1", "Ann", "coach") + "<c><f>1/0</f></c>")),
        errors=1,
        says="service_intent",
    ),
    _read(
        "with a formula that calls a program",
        book(ROWS[0], ["h1", "=cmd|' /C calc'!A0", "coach", "support"]),
        errors=0,
        created=1,
    ),
    _read(
        "with a link for a name",
        book(ROWS[0], ["h1", "http://example.org", "coach", "support"]),
        created=1,
    ),
    _read(
        "with a value behind the titles",
        book(ROWS[0], ["h1", "A", "coach", "support", "", "x"]),
        errors=1,
        says="behind the last title",
    ),
    _read(
        "with a wrong code",
        book(ROWS[0], ["h1", "A", "lawyer", "support"]),
        errors=1,
        says="license",
    ),
    _read("with a number for a name", book(ROWS[0], ["h1", 12.5, "coach", "support"]), created=1),
    _read("with a huge number", book(ROWS[0], ["h1", "A", "coach", 1e300]), errors=1),
    _read("with true for an id", book(ROWS[0], [True, "A", "coach", "support"]), created=1),
    _read(
        "with a control character",
        book(ROWS[0], ["h1", "A\x07B", "coach", "support"]),
        errors=1,
        says="control",
    ),
    _read(
        "with a cell of 30,000 characters",
        book(ROWS[0], ["h1", "x" * 30_000, "coach", "support"]),
        errors=1,
        says="name",
    ),
    _read(
        "with a cell of 70,000 characters",
        changed(sheet=sheet_of(texts("h1", "x" * 70_000, "coach", "support"))),
        errors=1,
        says="64 KB",
    ),
    _read(
        "with a row of five megabytes",
        changed(sheet=sheet_of(texts(*["x" * 60_000] * 90))),
        errors=1,
        says="too long",
    ),
)

DAMAGED = (
    file_case("a spreadsheet without rows", book([]), "is empty"),
    file_case("a spreadsheet without a sheet", changed(sheet=None), _DAMAGED),
    file_case("a spreadsheet without links", changed(rels=None), _DAMAGED),
    _either("without its texts", changed(strings=None)),
    file_case("a spreadsheet without a workbook", changed(workbook=None), "zip archive"),
    file_case(
        "a spreadsheet that is XML no more",
        changed(sheet=b"<worksheet><sheetData><row"),
        "damaged|empty",
    ),
    file_case(
        "a spreadsheet whose sheet is a picture",
        changed(sheet=b"\x89PNG\r\n\x1a\n"),
        "damaged|empty",
    ),
    _either("whose sheet is UTF-16", changed(sheet=sheet_of(USUAL).decode().encode("utf-16"))),
    file_case("a spreadsheet of empty parts", packed(dict.fromkeys(PARTS, b"")), "damaged|empty"),
    _either("with a text that is not there", changed(strings=b"<sst/>")),
    _either(
        "with a link out of itself",
        changed(
            rels=PARTS["xl/_rels/workbook.xml.rels"].replace(
                b"worksheets/sheet1.xml", b"../../../etc/passwd"
            )
        ),
    ),
    _either(
        "with a link to a site",
        changed(
            rels=PARTS["xl/_rels/workbook.xml.rels"].replace(
                b"worksheets/sheet1.xml", b"http://example.org/x"
            )
        ),
    ),
    *(
        _either(f"with the cell {what}", changed(sheet=sheet_of(cell)))
        for what, cell in (
            ("ZZZZ1", '<c r="ZZZZ1"><v>1</v></c>'),
            ("A0", '<c r="A0"><v>1</v></c>'),
            ("of no name", '<c r=""><v>1</v></c>'),
            ("of a row that is no number", '<c r="A-1"><v>1</v></c>'),
            ("of an unknown kind", '<c t="q"><v>1</v></c>'),
            ("of text 999999", '<c t="s"><v>999999</v></c>'),
            ("of text -1", '<c t="s"><v>-1</v></c>'),
            ("of style 999999", '<c s="999999"><v>1</v></c>'),
            ("of a number that is none", "<c><v>one</v></c>"),
            ("of a number without end", f"<c><v>{'9' * 5000}</v></c>"),
            ("of not a number", "<c><v>NaN</v></c>"),
            ("of a day before all days", '<c t="d"><v>-9999-99-99</v></c>'),
            ("of true that is seven", '<c t="b"><v>7</v></c>'),
            ("of an error", '<c t="e"><v>#REF!</v></c>'),
        )
    ),
    *(
        file_case(
            f"a spreadsheet cut off after {share}/20", book()[: len(book()) * share // 20], _DAMAGED
        )
        for share in (1, 5, 10, 15, 19)
    ),
    *(_either(f"with a wrong byte at {place}/20", flipped(place)) for place in range(1, 20, 2)),
    *(
        _either(f"packed by method {method}", packed(PARTS, method))
        for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    ),
    file_case(
        "a spreadsheet locked with a password",
        book().replace(b"\x14\x00\x00\x00\x08\x00", b"\x14\x00\x01\x00\x08\x00"),
        "damaged or locked",
    ),
)

BOMBS = (
    *(
        file_case(
            f"a spreadsheet whose {part} defines entities",
            changed(**{part: entities(text)}),
            "defines entities",
        )
        for part, text in (
            ("sheet", f"<worksheet {MAIN}>&e9;</worksheet>"),
            ("strings", f"<sst {MAIN}><si><t>&e9;</t></si></sst>"),
            ("workbook", f"<workbook {MAIN}/>"),
            ("styles", "<styleSheet/>"),
            ("rels", "<Relationships/>"),
        )
    ),
    file_case(
        "a spreadsheet that reads a file of ours",
        changed(sheet=b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'),
        "defines entities",
    ),
    file_case(
        "entities behind a long remark",
        changed(sheet=b"<!--" + b"x" * 9000 + b"-->" + entities("<a/>")),
        "defines entities",
    ),
    file_case(
        "a spreadsheet of 2,500 parts",
        changed(**{f"xl/{n}": b"" for n in range(2500)}),
        "more parts",
    ),
    Case(
        "a spreadsheet with a cell in the last place",
        lambda: changed(sheet=sheet_of(USUAL + '<c r="XFD1048576"><v>1</v></c>')),
        refused=f"columns|{_TOO_MUCH}",
        heavy=True,
    ),
    Case(
        "a spreadsheet with a cell in the last row",
        lambda: changed(sheet=sheet_of(USUAL + '<c r="A1048576"><v>1</v></c>')),
        refused="100,000 rows",
        heavy=True,
    ),
    Case(
        "a spreadsheet with a cell in the last column",
        lambda: book([*ROWS[0], *["note"] * 16_000], ROWS[1]),
        refused="2,000 are the most",
        heavy=True,
    ),
    Case(
        "a spreadsheet of 90,000 rows by 1,990 columns",
        lambda: changed(sheet=sheet_of(USUAL + '<c r="BXN90000"><v>1</v></c>')),
        refused=_TOO_MUCH,
        heavy=True,
    ),
    Case(
        "a spreadsheet that unpacks to 500 megabytes",
        lambda: bomb(500),
        refused="unpacks to more than 400 MB",
        heavy=True,
    ),
    Case(
        "a spreadsheet that unpacks to 3 gigabytes",
        lambda: bomb(3000),
        refused="unpacks to more than|more than 10 MB",
        heavy=True,
    ),
    Case(
        "a bomb that says it is small",
        lambda: bomb(1000, claimed=10),
        refused=_DAMAGED,
        heavy=True,
    ),
    Case(
        "a spreadsheet with a cell of ten million characters",
        lambda: changed(sheet=sheet_of(texts("h1", "x" * 10_000_000, "coach", "support"))),
        errors=1,
        says="64 KB",
        heavy=True,
    ),
    Case(
        "a spreadsheet of 11 megabytes",
        lambda: book() + bytes(11 << 20),
        refused="more than 10 MB",
        heavy=True,
    ),
    Case(
        "a spreadsheet of 8,000 rows",
        lambda: book(ROWS[0], *([f"h{n}", f"Ann {n}", "lawyer", "x"] for n in range(8000))),
        errors=8000,
        says="license",
        heavy=True,
    ),
)

CASES = (*SOUND, *DAMAGED, *BOMBS)
