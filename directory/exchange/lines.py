"""The physical lines of a text file, gzipped or not, read in constant memory."""

import codecs
import gzip
import re
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from directory.errors import Unusable

Progress = Callable[[int, int], None]

# How each program writes what we read.
AS_UTF8 = (
    "as UTF-8 (Excel: Save As, CSV UTF-8; LibreOffice: Save As, Edit filter settings, UTF-8; "
    "Numbers: Export To, CSV, Advanced Options, UTF-8)"
)
MAX_LINE = 10 << 20  # bytes: the longest line that is read
_REPORT_EVERY = 256  # lines between two reports of progress
_LONG = 1 << 16  # bytes of a line after which it is looked at what was unpacked
_SURELY_HARMLESS = 4 << 20  # bytes
_MOST_UNPACKED = 200  # times: lists of people come to a tenth of that
_BOM = b"\xef\xbb\xbf"
_OLE = b"\xd0\xcf\x11\xe0"
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class Line(NamedTuple):
    """One physical line without its line end; the rest of a line too long to read is dropped.

    A carriage return within it is a space.

    Bytes that are not UTF-8 stand in the text as surrogates, so that a row can name its column.
    """

    number: int
    text: str
    too_long: bool = False


def is_unreadable(text: str) -> bool:
    """Tell whether a text holds bytes that are not UTF-8, or control characters."""
    return not text.isprintable() and unreadable_at(text) is not None


def unreadable_at(text: str) -> int | None:
    """Return the place of the first byte that is not UTF-8, or control character."""
    found = _UNREADABLE.search(text)
    return found.start() if found else None


def without_unreadable(text: str) -> str:
    """Return a text with question marks for such bytes and characters."""
    return text if text.isprintable() else _UNREADABLE.sub("?", text)


def read_lines(path: Path, progress: Progress | None = None) -> Generator[Line, None, None]:
    """Yield the lines of a file; raise Unusable where it is no text or breaks off."""
    try:
        with path.open("rb") as raw, closing(_unpacked(raw)) as stream:
            _refuse_binary(path, stream.peek(4096)[:4096])
            total = path.stat().st_size
            for line in _lines(stream, lambda: _refuse_bomb(path, raw.tell(), stream.tell())):
                if progress and line.number % _REPORT_EVERY == 0:
                    progress(raw.tell(), total)
                yield line
            if progress:
                progress(total, total)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        why = "it was cut off or damaged on its way here"
        raise Unusable(f"{path.name} cannot be read to its end: {why}") from error
    except OSError as error:
        raise Unusable(f"{path.name} cannot be read: {error.strerror}") from error


def _unpacked(raw: BufferedReader) -> BufferedReader | gzip.GzipFile:
    return gzip.GzipFile(fileobj=raw) if raw.peek(2)[:2] == b"\x1f\x8b" else raw


def _refuse_binary(path: Path, start: bytes) -> None:
    if start.startswith(b"PK"):
        raise Unusable(f"{path.name} is a packed spreadsheet or archive: unpack it once")
    if start.startswith(_OLE):
        raise Unusable(
            f"{path.name} is an old spreadsheet or one with a password: save it as XLSX without it"
        )
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unusable(f"{path.name} is written in UTF-16: save it {AS_UTF8}")
    if start.count(b"\0") > len(start) // 10:
        raise Unusable(f"{path.name} is not a text file in UTF-8: save it {AS_UTF8}")
    if b"\r" in start and b"\n" not in start:
        raise Unusable(f"{path.name} has line ends of an old Mac: save it anew as CSV UTF-8")


def _refuse_bomb(path: Path, packed: int, unpacked: int) -> None:
    if unpacked > _SURELY_HARMLESS and unpacked > _MOST_UNPACKED * packed:
        raise Unusable(f"{path.name} unpacks to more than {_MOST_UNPACKED} times its size")


def _lines(
    stream: BufferedReader | gzip.GzipFile, refuse_bomb: Callable[[], None]
) -> Iterator[Line]:
    number = 0
    while data := stream.readline(MAX_LINE):
        number += 1
        if number % _REPORT_EVERY == 0 or len(data) > _LONG:
            refuse_bomb()
        too_long = len(data) == MAX_LINE and not data.endswith(b"\n")
        if too_long:
            _drop_rest(stream, refuse_bomb)
        if number == 1:
            data = data.removeprefix(_BOM)
        data = data.rstrip(b"\r\n").replace(b"\r", b" ")
        yield Line(number, data.decode("utf-8", "surrogateescape"), too_long)


def _drop_rest(stream: BufferedReader | gzip.GzipFile, refuse_bomb: Callable[[], None]) -> None:
    while (data := stream.readline(MAX_LINE)) and not data.endswith(b"\n"):
        refuse_bomb()
