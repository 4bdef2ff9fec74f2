"""A damaged columns index says how to mend it, is never half believed, and is built anew."""

import json
import shutil
from random import Random
from zlib import crc32

import pytest

from directory.errors import Unusable
from directory.search import ColumnsEngine, SearchQuery
from tests.factories import make_provider, make_unclaimed

EVERYTHING = SearchQuery(page_size=100)
# One file of each kind of array: strings, rows of bits, postings, texts, numbers, and an empty one.
FILES = (
    *("ids.bytes", "ids.ends", "values.rows", "texts.documents", "texts.impacts"),
    *("stream.words", "lexicon.words.bytes", "numbers.fee_min", "manifest.json"),
)


def ids(engine):
    return {hit.id for hit in engine.search(EVERYTHING).hits}


@pytest.fixture
def built(folder, today):
    """A folder with an index of two listings, which nobody has open, and its live generation."""
    engine = ColumnsEngine(folder, today)
    engine.rebuild([make_provider(), make_unclaimed()], 7)
    engine.close()
    return folder / (folder / "current").read_text()


def assert_refused_and_mended(folder, today):
    engine = ColumnsEngine(folder, today)
    for use in (
        lambda: engine.search(EVERYTHING),
        lambda: engine.candidates("CA", "panic"),
        lambda: engine.listings(""),
        lambda: engine.apply([], ["x"], 8),
        engine.check,
        engine.seq,
        engine.edits,
    ):
        with pytest.raises(Unusable, match="directory reindex"):
            use()
    assert engine.rebuild([make_provider()], 9) == 1
    assert (ids(engine), engine.seq()) == ({"ana-lopez"}, 9)
    engine.check()
    engine.close()


def drop(path):
    path.unlink()


def empty(path):
    path.write_bytes(b"")


def cut(path):
    path.write_bytes(path.read_bytes()[:-1])


def lengthen(path):
    path.write_bytes(path.read_bytes() + b"\0")


@pytest.mark.parametrize("damage", [drop, empty, cut, lengthen], ids=lambda each: each.__name__)
def test_a_file_that_is_missing_or_of_another_length_is_refused(folder, today, built, damage):
    for name in FILES:
        engine = ColumnsEngine(folder, today)
        engine.rebuild([make_provider(), make_unclaimed()], 7)
        engine.close()
        damage(folder / (folder / "current").read_text() / name)
        assert_refused_and_mended(folder, today)


def test_every_array_of_the_index_is_looked_at(folder, today, built):
    names = [path.name for path in built.iterdir()]
    assert set(FILES) < set(names)
    for name in names:
        kept = (built / name).read_bytes()
        lengthen(built / name)
        engine = ColumnsEngine(folder, today)
        with pytest.raises(Unusable, match="directory reindex"):
            engine.search(EVERYTHING)
        (built / name).write_bytes(kept)
        assert len(ids(engine)) == 2
        engine.close()


@pytest.mark.parametrize("name", FILES)
def test_wrong_bytes_are_found_when_the_index_is_checked(folder, today, built, name):
    path = built / name
    engine = ColumnsEngine(folder, today)
    engine.check()
    engine.close()
    path.write_bytes(Random(7).randbytes(path.stat().st_size))
    with pytest.raises(Unusable, match="directory reindex"):
        ColumnsEngine(folder, today).check()
    assert engine.rebuild([make_provider()], 8) == 1
    engine.check()
    engine.close()


def edit_manifest(built, **facts):
    path = built / "manifest.json"
    content = json.loads(path.read_text().partition("\n")[2])
    content["facts"] |= facts
    text = json.dumps(content)
    path.write_text(f"{crc32(text.encode())}\n{text}")


@pytest.mark.parametrize(
    "facts", [{"format": "0-older"}, {"format": None}, {"seq": "many"}, {"seq": None}, {"seq": []}]
)
def test_an_index_of_another_version_is_refused(folder, today, built, facts):
    edit_manifest(built, **facts)
    assert_refused_and_mended(folder, today)


def test_a_manifest_that_was_edited_by_hand_is_refused(folder, today, built):
    path = built / "manifest.json"
    path.write_text(path.read_text().replace('"seq": 7', '"seq": 8'))
    assert_refused_and_mended(folder, today)


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\xff\x00\xfe", b"columns-999999", b"../..", b"current", b"a" * 5000]
)
def test_a_pointer_to_nothing_is_refused(folder, today, built, content):
    (folder / "current").write_bytes(content)
    assert_refused_and_mended(folder, today)


def test_a_folder_without_its_generation_is_refused(folder, today, built):
    shutil.rmtree(built)
    assert_refused_and_mended(folder, today)


def test_without_a_pointer_there_is_no_index_yet(folder, today, built):
    (folder / "current").unlink()
    engine = ColumnsEngine(folder, today)
    assert engine.seq() == -1
    with pytest.raises(Unusable, match="no search index yet: run `directory reindex`"):
        engine.search(EVERYTHING)
    engine.close()


def test_half_a_build_is_never_opened_and_goes_away_in_time(folder, today, built):
    engine = ColumnsEngine(folder, today)

    def breaking_off():
        yield make_provider(id="b")
        raise RuntimeError("the power went")

    for _ in range(3):
        with pytest.raises(RuntimeError):
            engine.rebuild(breaking_off(), 8)
    assert len(ids(engine)) == len(ids(ColumnsEngine(folder, today))) == 2
    halves = [path for path in folder.glob("columns-*") if path != built]
    assert len(halves) == 3
    engine.rebuild([make_provider()], 8)
    assert not any(path.exists() for path in halves)
    assert built.exists()
    engine.close()


def test_a_build_that_lost_a_file_is_not_swapped_in(folder, today, built, monkeypatch):
    monkeypatch.setattr("directory.search.columns_engine.segment._AT_ONCE", 1)
    engine = ColumnsEngine(folder, today)

    def losing_a_file():
        yield make_provider(id="a")
        yield make_provider(id="b")
        newest = max(folder.glob("columns-*"))
        assert newest != built
        (newest / "numbers.fee_min").unlink()

    with pytest.raises(Unusable):
        engine.rebuild(losing_a_file(), 8)
    assert (len(ids(engine)), engine.seq()) == (2, 7)
    assert (folder / "current").read_text() == built.name
    engine.close()


def test_who_has_an_index_open_answers_on_while_its_files_go(folder, today, built):
    """Another process built twice, so that this generation was dropped."""
    reader, builder = ColumnsEngine(folder, today), ColumnsEngine(folder, today)
    listings = reader.listings("panic")
    for seq in (8, 9, 10):
        builder.rebuild([make_provider(id="new")], seq)
    assert not built.exists()
    assert {listings[0].columns.ids[number] for number in range(2)} == {
        "ana-lopez",
        "npi-1234567893",
    }
    assert ids(reader) == {"new"}
    reader.close()
    builder.close()
