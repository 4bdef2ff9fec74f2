"""A damaged Whoosh index says how to mend it, and is mended by building it anew."""

import gc
from random import Random

import pytest

from directory.errors import Unusable
from directory.search import SearchQuery, WhooshEngine
from tests.factories import make_provider, make_unclaimed

EVERYTHING = SearchQuery(page_size=100)


def ids(engine):
    return {hit.id for hit in engine.search(EVERYTHING).hits}


def damage_toc(folder):
    for path in folder.glob("*.toc"):
        path.write_bytes(path.read_bytes()[:40])


def damage_segments(folder):
    for path in folder.glob("*.seg"):
        path.write_bytes(path.read_bytes()[:-100])


def empty_segments(folder):
    for path in folder.glob("*.seg"):
        path.write_bytes(b"")


def drop_segments(folder):
    for path in folder.glob("*.seg"):
        path.unlink()


def garble_segments(folder):
    for path in folder.glob("*.seg"):
        path.write_bytes(Random(7).randbytes(path.stat().st_size))


def drop_everything(folder):
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def name_nothing(folder):
    (folder.parent / "current").write_bytes(b"")


def name_nonsense(folder):
    (folder.parent / "current").write_bytes(b"\xff\x00\xfe")


DAMAGE = [
    damage_toc,
    damage_segments,
    empty_segments,
    drop_segments,
    garble_segments,
    drop_everything,
    name_nothing,
    name_nonsense,
]


@pytest.fixture
def collected():
    """Whoosh drops a file that it cannot read without closing it; collect it in this test."""
    yield
    gc.collect()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.usefixtures("collected")
@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_a_damaged_index_says_how_to_mend_it_and_is_mended(tmp_path, today, damage):
    builder = WhooshEngine(tmp_path, today)
    builder.rebuild([make_provider(), make_unclaimed()], 7)
    builder.close()
    damage(builder._generations.live())
    engine = WhooshEngine(tmp_path, today)
    for use in (lambda: engine.search(EVERYTHING), lambda: engine.apply([], ["x"], 8)):
        with pytest.raises(Unusable, match="directory reindex"):
            use()
    assert engine.rebuild([make_provider()], 7) == 1
    assert ids(engine) == {"ana-lopez"}
    engine.close()


@pytest.mark.parametrize("content", [None, b"", b"seven", b"\xff"])
def test_an_index_that_does_not_know_its_number_is_damaged(tmp_path, today, content):
    engine = WhooshEngine(tmp_path, today)
    engine.rebuild([], 0)
    seq = engine._generations.live() / "seq"
    seq.unlink() if content is None else seq.write_bytes(content)
    with pytest.raises(Unusable, match="directory reindex"):
        engine.seq()
    with pytest.raises(Unusable, match="directory reindex"):
        engine.apply([make_provider()], [], 1)
