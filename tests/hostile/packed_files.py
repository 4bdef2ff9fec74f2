"""Files that are packed, cut off, or of another kind altogether."""

import gzip
import io
import random
import tarfile
import zipfile
import zlib

from tests.hostile.case import Case, file_case, of, person, table

_GOOD = table(person(1), person(2))
_PACKED = gzip.compress(_GOOD, mtime=0)
_MEGABYTE = 1 << 20


def _zip(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def _tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        entry = tarfile.TarInfo("people.csv")
        entry.size = len(_GOOD)
        archive.addfile(entry, io.BytesIO(_GOOD))
    return file.getvalue()


def _flipped(place: int) -> bytes:
    return _PACKED[:place] + bytes([_PACKED[place] ^ 0xFF]) + _PACKED[place + 1 :]


def _gzip_bomb() -> bytes:
    """Return two gigabytes of `x` behind a sound beginning, in two megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = packer.compress(_GOOD) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b"x" * (16 * _MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed + block * 128 + packer.flush()


def _noise(seed: int) -> bytes:
    return random.Random(seed).randbytes(3000)


_WRONG = (
    r"no format|not a text|is empty|cannot be read|archive|spreadsheet|UTF-16|old Mac|no titles"
)
_CUT = "cannot be read to its end"

CASES = (
    Case("a packed table", of(_PACKED), created=2),
    Case(
        "a table packed in two parts",
        of(gzip.compress(table(person(1))) + gzip.compress(person(2).encode())),
        created=2,
    ),
    *(
        file_case(f"a packed table cut off after {size} bytes", _PACKED[:size], f"{_CUT}|empty")
        for size in (2, 5, 10, 12, 30, len(_PACKED) - 9, len(_PACKED) - 4, len(_PACKED) - 1)
    ),
    *(
        Case(
            f"a packed table whose byte {place} is wrong",
            of(_flipped(place)),
            refused=f"{_CUT}|{_WRONG}",
        )
        for place in (2, 3, 12, 20, len(_PACKED) - 6, len(_PACKED) - 2)
    ),
    file_case("a packed table with more behind it", _PACKED + b"more", _CUT),
    Case("a packed table with NULs behind it", of(_PACKED + bytes(64)), created=2),
    file_case("a table packed twice", gzip.compress(_PACKED), _WRONG),
    file_case("nothing, packed", gzip.compress(b""), "is empty"),
    file_case("a packed spreadsheet", gzip.compress(b"PK\x03\x04" + bytes(40)), "packed"),
    file_case("a packed picture", gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(90)), "not a text"),
    file_case("a zip archive of a table", _zip(people=_GOOD), "zip archive: unpack it"),
    file_case("a zip archive of a zip archive", _zip(people=_zip(people=_GOOD)), "zip archive"),
    file_case("a zip archive with a way out", _zip(**{"..__..__etc__passwd": b"x"}), "zip archive"),
    file_case("an empty zip archive", _zip(), "zip archive"),
    file_case("a zip archive cut off", _zip(people=_GOOD)[:-30], "damaged archive"),
    file_case("the beginning of a zip archive", b"PK\x03\x04", "damaged archive"),
    file_case("two letters of a zip archive", b"PK", "damaged archive"),
    file_case("a text document", _zip(word__document=b"<w/>"), "zip archive"),
    file_case("a spreadsheet of another kind", _zip(**{"content.xml": b"<x/>"}), "another kind"),
    file_case("a binary spreadsheet", _zip(**{"xl__workbook.bin": b"x"}), "another kind"),
    file_case(
        "an old spreadsheet", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "old spread"
    ),
    file_case("a tar archive", _tar(), _WRONG),
    file_case("a picture", b"\x89PNG\r\n\x1a\n" + bytes(500), "not a text"),
    file_case("a photo", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100), "not a text"),
    file_case("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "no format"),
    file_case("a program", b"\x7fELF\x02\x01\x01" + bytes(500), "not a text"),
    file_case("a program of Windows", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(500), "not a text"),
    file_case("a database", b"SQLite format 3\x00" + bytes(500), "not a text"),
    file_case("another packer's archive", b"7z\xbc\xaf\x27\x1c\x00\x04" + _noise(1), _WRONG),
    file_case("a script", b"#!/bin/sh\nrm -rf /\n", "no format"),
    file_case("a web page", b"<!DOCTYPE html>\n<title>Sign in</title>\n", "no format"),
    file_case(
        "XML with entities", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>', "no format"
    ),
    file_case("YAML", b"!!python/object/apply:os.system ['ls']\n", "no format"),
    file_case("a mail", b"From: ann@example.org\nSubject: My people\n\nDear Sir,", "no format"),
    file_case("a letter", b"Dear Sir,\nplease find our people attached.\n", "no format"),
    file_case("NULs alone", bytes(10_000), "not a text"),
    *(file_case(f"noise {seed}", _noise(seed), _WRONG) for seed in range(2, 10)),
    Case("a bomb in gzip", _gzip_bomb, refused="200 times its size", heavy=True),
    Case(
        "a bomb in gzip of nothing but line ends",
        lambda: gzip.compress(b"\n" * (6 * _MEGABYTE), 6),
        refused="200 times its size",
        heavy=True,
    ),
)
