"""Spreadsheets that are damaged, or meant to break whoever unpacks them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

import xlsxwriter

from tests.hostile.case import TITLES, Case, file_case

_ROWS = (TITLES.split(","), ["h1", "Ann Lee", "coach", "support"])
_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TOO_MUCH = "too much memory or time"
_DAMAGED = "damaged"
_MEGABYTE = 1 << 20


def book(*rows: Any, **options: Any) -> bytes:
    """Return a spreadsheet with these rows, the usual two where none are given."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows or _ROWS):
            for place, cell in enumerate(row):
                sheet.write(number, place, cell)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a spreadsheet by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, how)
    return file.getvalue()


_PARTS = parts_of(book())


def _changed(**changes: bytes | None) -> bytes:
    """Return the usual spreadsheet with parts by short name changed, or gone where None."""
    names = {
        "sheet": _SHEET,
        "strings": "xl/sharedStrings.xml",
        "styles": "xl/styles.xml",
        "workbook": "xl/workbook.xml",
        "types": "[Content_Types].xml",
        "rels": "xl/_rels/workbook.xml.rels",
    }
    parts: dict[str, bytes | None] = dict(_PARTS)
    parts.update({names.get(name, name): data for name, data in changes.items()})
    return packed({name: data for name, data in parts.items() if data is not None})


def _sheet(cells: str) -> bytes:
    """Return a sheet with the usual titles and a second row of these cells as XML."""
    titles = "".join(f'<c t="inlineStr"><is><t>{title}</t></is></c>' for title in _ROWS[0])
    data = f'<row r="1">{titles}</row><row r="2">{cells}</row>'
    return f"<worksheet {_MAIN}><sheetData>{data}</sheetData></worksheet>".encode()


def _texts(*texts: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


_USUAL = _texts("h1", "Ann Lee", "coach", "support")


def _read(name: str, data: bytes, **sums: Any) -> Case:
    return Case(f"a spreadsheet {name}", lambda: data, **sums)


def _either(name: str, data: bytes) -> Case:
    return _read(name, data, any_answer=True)


def _entities(text: str) -> bytes:
    kinds = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return f'<?xml version="1.0"?><!DOCTYPE a [{kinds}]>{text}'.encode()


def _flipped(place: int) -> bytes:
    data = bytearray(book())
    data[len(data) * place // 20] ^= 0xFF
    return bytes(data)


def _bomb(size: int, claimed: int | None = None) -> bytes:
    """Return a spreadsheet one part of which unpacks to `size` megabytes of nothing."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(_MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    data = block * size + packer.flush()
    whole = packed({"xl/workbook.xml": _PARTS["xl/workbook.xml"], _SHEET: b"@"}, zipfile.ZIP_STORED)
    return _with_part(whole, _SHEET.encode(), data, claimed or size * _MEGABYTE)


def _with_part(archive: bytes, name: bytes, data: bytes, size: int) -> bytes:
    """Return an archive whose last part is packed data that somebody else made."""
    local = archive.index(b"PK\x03\x04", archive.index(b"PK\x03\x04") + 1)
    central = archive.index(b"PK\x01\x02")
    last = archive.index(b"PK\x01\x02", central + 1)
    end = archive.index(b"PK\x05\x06")
    facts = struct.pack("<HH", zipfile.ZIP_DEFLATED, 0)
    sizes = struct.pack("<III", 0, len(data), size)
    header = archive[local : local + 8] + facts + archive[local + 12 : local + 14] + sizes
    header += archive[local + 26 : local + 30] + name
    entry = archive[last : last + 10] + facts + archive[last + 14 : last + 16] + sizes
    entry += archive[last + 28 : end]
    directory = archive[central:last] + entry
    offset = local + len(header) + len(data)
    tail = archive[end : end + 12] + struct.pack("<II", len(directory), offset) + b"\0\0"
    return archive[:local] + header + data + directory + tail


_LINK = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"

SOUND = (
    _read("as it should be", book(), created=1),
    _read("not compressed", packed(_PARTS, zipfile.ZIP_STORED), created=1),
    _read("with no dates since 1900", book(date_1904=True), created=1),
    _read("without styles", _changed(styles=None), created=1),
    _read("without a list of its parts", _changed(types=None), created=1),
    _read("whose cells name no place", _changed(sheet=_sheet(_USUAL)), created=1),
    _read("with a program in it", _changed(**{"xl/vbaProject.bin": bytes(5000)}), created=1),
    _read("with an archive in it", _changed(**{"xl/media/a.zip": book()}), created=1),
    _read("with 500 parts", _changed(**{f"xl/media/{n}": b"x" for n in range(500)}), created=1),
    _read("with a picture that is none", _changed(**{"xl/media/a.png": b"<script>"}), created=1),
    _read(
        "with a formula never worked out",
        _changed(sheet=_sheet(_texts("h1", "Ann", "coach") + "<c><f>1/0</f></c>")),
        errors=1,
        says="service_intent",
    ),
    _read(
        "with a formula that calls a program",
        book(_ROWS[0], ["h1", "=cmd|' /C calc'!A0", "coach", "support"]),
        errors=0,
        created=1,
    ),
    _read(
        "with a link for a name",
        book(_ROWS[0], ["h1", "http://example.org", "coach", "support"]),
        created=1,
    ),
    _read(
        "with a value behind the titles",
        book(_ROWS[0], ["h1", "A", "coach", "support", "", "x"]),
        errors=1,
        says="behind the last title",
    ),
    _read(
        "with a wrong code",
        book(_ROWS[0], ["h1", "A", "lawyer", "support"]),
        errors=1,
        says="license",
    ),
    _read("with a number for a name", book(_ROWS[0], ["h1", 12.5, "coach", "support"]), created=1),
    _read("with a huge number", book(_ROWS[0], ["h1", "A", "coach", 1e300]), errors=1),
    _read("with true for an id", book(_ROWS[0], [True, "A", "coach", "support"]), created=1),
    _read(
        "with a control character",
        book(_ROWS[0], ["h1", "A\x07B", "coach", "support"]),
        errors=1,
        says="control",
    ),
    _read(
        "with a cell of 30,000 characters",
        book(_ROWS[0], ["h1", "x" * 30_000, "coach", "support"]),
        errors=1,
        says="name",
    ),
    _read(
        "with a cell of 70,000 characters",
        _changed(sheet=_sheet(_texts("h1", "x" * 70_000, "coach", "support"))),
        errors=1,
        says="64 KB",
    ),
    _read(
        "with a row of five megabytes",
        _changed(sheet=_sheet(_texts(*["x" * 60_000] * 90))),
        errors=1,
        says="too long",
    ),
)

DAMAGED = (
    file_case("a spreadsheet without rows", book([]), "is empty"),
    file_case("a spreadsheet without a sheet", _changed(sheet=None), _DAMAGED),
    file_case("a spreadsheet without links", _changed(rels=None), _DAMAGED),
    _either("without its texts", _changed(strings=None)),
    file_case("a spreadsheet without a workbook", _changed(workbook=None), "zip archive"),
    file_case(
        "a spreadsheet that is XML no more",
        _changed(sheet=b"<worksheet><sheetData><row"),
        "damaged|empty",
    ),
    file_case(
        "a spreadsheet whose sheet is a picture",
        _changed(sheet=b"\x89PNG\r\n\x1a\n"),
        "damaged|empty",
    ),
    _either("whose sheet is UTF-16", _changed(sheet=_sheet(_USUAL).decode().encode("utf-16"))),
    file_case("a spreadsheet of empty parts", packed(dict.fromkeys(_PARTS, b"")), "damaged|empty"),
    _either("with a text that is not there", _changed(strings=b"<sst/>")),
    _either(
        "with a link out of itself",
        _changed(
            rels=_PARTS["xl/_rels/workbook.xml.rels"].replace(
                b"worksheets/sheet1.xml", b"../../../etc/passwd"
            )
        ),
    ),
    _either(
        "with a link to a site",
        _changed(
            rels=_PARTS["xl/_rels/workbook.xml.rels"].replace(
                b"worksheets/sheet1.xml", b"http://example.org/x"
            )
        ),
    ),
    *(
        _either(f"with the cell {what}", _changed(sheet=_sheet(cell)))
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
    *(_either(f"with a wrong byte at {place}/20", _flipped(place)) for place in range(1, 20, 2)),
    *(
        _either(f"packed by method {method}", packed(_PARTS, method))
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
            _changed(**{part: _entities(text)}),
            "defines entities",
        )
        for part, text in (
            ("sheet", f"<worksheet {_MAIN}>&e9;</worksheet>"),
            ("strings", f"<sst {_MAIN}><si><t>&e9;</t></si></sst>"),
            ("workbook", f"<workbook {_MAIN}/>"),
            ("styles", "<styleSheet/>"),
            ("rels", "<Relationships/>"),
        )
    ),
    file_case(
        "a spreadsheet that reads a file of ours",
        _changed(sheet=b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'),
        "defines entities",
    ),
    file_case(
        "entities behind a long remark",
        _changed(sheet=b"<!--" + b"x" * 9000 + b"-->" + _entities("<a/>")),
        "defines entities",
    ),
    file_case(
        "a spreadsheet of 2,500 parts",
        _changed(**{f"xl/{n}": b"" for n in range(2500)}),
        "more parts",
    ),
    Case(
        "a spreadsheet with a cell in the last place",
        lambda: _changed(sheet=_sheet(_USUAL + '<c r="XFD1048576"><v>1</v></c>')),
        refused=f"columns|{_TOO_MUCH}",
        heavy=True,
    ),
    Case(
        "a spreadsheet with a cell in the last row",
        lambda: _changed(sheet=_sheet(_USUAL + '<c r="A1048576"><v>1</v></c>')),
        refused="100,000 rows",
        heavy=True,
    ),
    Case(
        "a spreadsheet with a cell in the last column",
        lambda: book([*_ROWS[0], *["note"] * 16_000], _ROWS[1]),
        refused="2,000 are the most",
        heavy=True,
    ),
    Case(
        "a spreadsheet of 90,000 rows by 1,990 columns",
        lambda: _changed(sheet=_sheet(_USUAL + '<c r="BXN90000"><v>1</v></c>')),
        refused=_TOO_MUCH,
        heavy=True,
    ),
    Case(
        "a spreadsheet that unpacks to 500 megabytes",
        lambda: _bomb(500),
        refused="unpacks to more than 400 MB",
        heavy=True,
    ),
    Case(
        "a spreadsheet that unpacks to 3 gigabytes",
        lambda: _bomb(3000),
        refused="unpacks to more than|more than 10 MB",
        heavy=True,
    ),
    Case(
        "a bomb that says it is small",
        lambda: _bomb(1000, claimed=10),
        refused=_DAMAGED,
        heavy=True,
    ),
    Case(
        "a spreadsheet with a cell of ten million characters",
        lambda: _changed(sheet=_sheet(_texts("h1", "x" * 10_000_000, "coach", "support"))),
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
        lambda: book(_ROWS[0], *([f"h{n}", f"Ann {n}", "lawyer", "x"] for n in range(8000))),
        errors=8000,
        says="license",
        heavy=True,
    ),
)

CASES = (*SOUND, *DAMAGED, *BOMBS)
