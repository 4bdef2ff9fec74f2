"""Arrays on disk: what was written comes back, and what was damaged is refused."""

import json
from contextlib import closing
from zlib import crc32

import numpy as np
import pytest

from directory.columns import FolderArrays, MemoryArrays, open_arrays
from directory.columns.files import check_arrays
from directory.errors import Unusable

PIECES = {
    "numbers": [np.array([1, 2], np.uint32), np.array([], np.uint32), np.array([3], np.uint32)],
    "table": [np.zeros((0, 3), np.float64), np.ones((2, 3)), np.full((1, 3), np.nan)],
    "nothing": [np.array([], np.uint16)],
    "no-rows": [np.zeros((0, 5), np.uint64)],
    "flags": [np.array([True, False])],
    "strided": [np.arange(12, dtype=np.int64).reshape(3, 4)[:, ::2]],
}


def write(sink):
    for name, pieces in PIECES.items():
        for piece in pieces:
            sink.append(name, piece)


@pytest.fixture
def folder(tmp_path):
    with closing(FolderArrays(tmp_path)) as sink:
        write(sink)
        sink.finish({"seq": 7, "said": "é"})
    return tmp_path


def test_arrays_come_back_with_their_types_shapes_and_facts(folder):
    opened = open_arrays(folder)
    assert opened.facts == {"seq": 7, "said": "é"}
    assert opened.arrays.keys() == PIECES.keys()
    memory = MemoryArrays()
    write(memory)
    for arrays in (opened.arrays, memory.arrays()):
        for name, pieces in PIECES.items():
            np.testing.assert_array_equal(arrays[name], np.concatenate(pieces))
            assert arrays[name].dtype == pieces[0].dtype
    check_arrays(folder)


def test_what_was_opened_cannot_be_changed(folder):
    with pytest.raises(ValueError, match="read-only"):
        open_arrays(folder).arrays["numbers"][0] = 9


def test_a_folder_stays_open_when_its_files_are_dropped(folder):
    arrays = open_arrays(folder).arrays
    for path in folder.iterdir():
        path.unlink()
    assert arrays["numbers"].tolist() == [1, 2, 3]


def test_half_a_folder_has_no_manifest_and_is_refused(tmp_path):
    with closing(FolderArrays(tmp_path)) as sink:
        write(sink)
    for use in (open_arrays, check_arrays):
        with pytest.raises(Unusable):
            use(tmp_path)


@pytest.mark.parametrize("name", ["numbers", "table", "nothing", "manifest.json"])
def test_a_missing_file_is_refused(folder, name):
    (folder / name).unlink()
    for use in (open_arrays, check_arrays):
        with pytest.raises(Unusable, match=folder.name):
            use(folder)


@pytest.mark.parametrize("name", ["numbers", "table", "manifest.json"])
@pytest.mark.parametrize("cut", [lambda data: data[:-1], lambda data: data + b"\0", lambda _: b""])
def test_a_file_of_another_length_is_refused(folder, name, cut):
    path = folder / name
    path.write_bytes(cut(path.read_bytes()))
    for use in (open_arrays, check_arrays):
        with pytest.raises(Unusable):
            use(folder)


@pytest.mark.parametrize("name", ["numbers", "table", "flags"])
def test_one_wrong_bit_is_found_when_all_is_read_again(folder, name):
    path = folder / name
    data = bytearray(path.read_bytes())
    for place in (0, len(data) - 1):
        data[place] ^= 1
        path.write_bytes(data)
        with pytest.raises(Unusable, match=f"{name} in the folder"):
            check_arrays(folder)
        data[place] ^= 1
    path.write_bytes(data)
    check_arrays(folder)


def rewrite(folder, text):
    """Write another manifest, with the checksum that goes with it."""
    (folder / "manifest.json").write_text(f"{crc32(text.encode())}\n{text}", encoding="utf-8")


def test_a_manifest_that_was_edited_is_refused(folder):
    path = folder / "manifest.json"
    for wrong in (path.read_text().replace("7", "8", 1), "", "7", "seven\n{}", "{}", "\xff\n"):
        path.write_text(wrong, encoding="latin-1")
        with pytest.raises(Unusable):
            open_arrays(folder)


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "[]",
        '"text"',
        '{"facts": {}}',
        '{"facts": {}, "arrays": []}',
        '{"facts": {}, "arrays": {"numbers": {}}}',
        '{"facts": {}, "arrays": {"numbers": {"dtype": "what", "shape": [3], "checksum": 1}}}',
        '{"facts": {}, "arrays": {"numbers": {"dtype": "<u4", "shape": ["3"], "checksum": 1}}}',
        '{"facts": {}, "arrays": {"numbers": {"dtype": "<u4", "shape": [-3], "checksum": 1}}}',
        '{"facts": {}, "arrays": {"none": {"dtype": "<u4", "shape": [3], "checksum": 1}}}',
        "not json",
    ],
)
def test_a_manifest_of_another_kind_is_refused(folder, content):
    rewrite(folder, content)
    with pytest.raises(Unusable):
        open_arrays(folder)


def test_a_manifest_that_names_too_many_rows_is_refused(folder):
    _, _, text = (folder / "manifest.json").read_text(encoding="utf-8").partition("\n")
    content = json.loads(text)
    content["arrays"]["numbers"]["shape"] = [4]
    rewrite(folder, json.dumps(content))
    with pytest.raises(Unusable):
        open_arrays(folder)
