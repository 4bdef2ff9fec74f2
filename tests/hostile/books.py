"""Spreadsheets for the corpus, part by part, as no spreadsheet program would write them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

import xlsxwriter

from tests.hostile.case import TITLES

ROWS = (TITLES.split(","), ["h1", "Ann Lee", "coach", "support"])
_SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_MEGABYTE = 1 << 20


def book(*rows: Any, **options: Any) -> bytes:
    """Return a spreadsheet with these rows, the usual two where none are given."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows or ROWS):
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


PARTS = parts_of(book())


def changed(**changes: bytes | None) -> bytes:
    """Return the usual spreadsheet with parts by short name changed, or gone where None."""
    names = {
        "sheet": _SHEET,
        "strings": "xl/sharedStrings.xml",
        "styles": "xl/styles.xml",
        "workbook": "xl/workbook.xml",
        "types": "[Content_Types].xml",
        "rels": "xl/_rels/workbook.xml.rels",
    }
    parts: dict[str, bytes | None] = dict(PARTS)
    parts.update({names.get(name, name): data for name, data in changes.items()})
    return packed({name: data for name, data in parts.items() if data is not None})


def sheet_of(cells: str) -> bytes:
    """Return a sheet with the usual titles and a second row of these cells as XML."""
    titles = "".join(f'<c t="inlineStr"><is><t>{title}</t></is></c>' for title in ROWS[0])
    data = f'<row r="1">{titles}</row><row r="2">{cells}</row>'
    return f"<worksheet {MAIN}><sheetData>{data}</sheetData></worksheet>".encode()


def texts(*texts: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


USUAL = texts("h1", "Ann Lee", "coach", "support")


def entities(text: str) -> bytes:
    kinds = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return f'<?xml version="1.0"?><!DOCTYPE a [{kinds}]>{text}'.encode()


def flipped(place: int) -> bytes:
    data = bytearray(book())
    data[len(data) * place // 20] ^= 0xFF
    return bytes(data)


def bomb(size: int, claimed: int | None = None) -> bytes:
    """Return a spreadsheet one part of which unpacks to `size` megabytes of nothing."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(_MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    data = block * size + packer.flush()
    whole = packed({"xl/workbook.xml": PARTS["xl/workbook.xml"], _SHEET: b"@"}, zipfile.ZIP_STORED)
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
