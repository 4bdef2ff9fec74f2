"""Files that cannot be used at all."""

import gzip
from pathlib import Path

import pytest

from directory.errors import Unusable
from directory.exchange.formats import read_file


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"[1, 2", "line 1"),
        (b'{\n"people": []}', "providers"),
        (b"name,age\nRosa,4\n", "no format"),
        (b"PK\x03\x04rest", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "password"),
        ("id,name,license\n".encode("utf-16"), "UTF-16"),
        (b"id,name,license\rrosa,Rosa,lcsw\r", "old Mac"),
        (gzip.compress(b"id,name,license\n" * 9000)[:-20], "cannot be read"),
        (b'["' + b"x" * (11 << 20) + b'"]', "too large"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(Unusable, match=reason):
        list(read_file(path))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"none\.csv"):
        list(read_file(tmp_path / "none.csv"))


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="use nppes or listings"):
        list(read_file(tmp_path / "none.csv", "excel"))
