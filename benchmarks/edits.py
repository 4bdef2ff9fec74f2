"""How long an edit takes from its commit until a search finds it, here and in another process."""

from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from string import ascii_lowercase
from time import monotonic, perf_counter
from typing import Any

from benchmarks.corpus import listing_id
from benchmarks.store import opened
from benchmarks.timing import Percentiles
from directory.search import SearchQuery
from directory.storage import Providers
from directory.workflows import Directory
from directory.workflows.matching.search_directory import search_directory

_PATIENCE_SECONDS = 30.0
_BUDGET_SECONDS = 10.0


def visible_here(
    folder: Path, engine: str, today: date, size: int, edits: int, budget: float = _BUDGET_SECONDS
) -> dict[str, Any]:
    """Edit listings and search in the same process; return percentiles from commit to found."""
    samples = []
    ends = perf_counter() + budget
    with opened(folder, engine, today) as directory:
        _wait_for(directory, "nobody", 0)
        for number in range(edits):
            word = _new_word("here", number)
            committed = _edit(directory, _some_id(number, size), word)
            samples.append(_wait_for(directory, word, 1) - committed)
            if perf_counter() > ends:
                break
    return Percentiles.of(samples).document()


def visible_there(
    folder: Path, engine: str, today: date, size: int, edits: int, budget: float = _BUDGET_SECONDS
) -> dict[str, Any]:
    """Edit listings here and search in another process, which asks again and again."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    watcher = context.Process(target=_watch, args=(folder, engine, today, theirs))
    watcher.start()
    ours.recv()
    samples = []
    ends = perf_counter() + budget
    with opened(folder, engine, today) as directory:
        for number in range(edits):
            word = _new_word("there", number)
            ours.send(word)
            committed = _edit(directory, _some_id(number, size), word)
            samples.append(ours.recv() - committed)
            if perf_counter() > ends:
                break
    ours.send(None)
    watcher.join()
    return Percentiles.of(samples).document()


def _watch(folder: Path, engine: str, today: date, orders: Connection) -> None:
    """Tell when each word that is told here can be found."""
    with opened(folder, engine, today) as directory:
        _wait_for(directory, "nobody", 0)
        orders.send("ready")
        while word := orders.recv():
            orders.send(_wait_for(directory, word, 1))


def _edit(directory: Directory, id: str, word: str) -> float:
    """Add a word to a bio, and return the moment after the commit."""
    with directory.database.writing() as session:
        providers = Providers(session)
        (provider,) = providers.get_many([id])
        bio = f"{provider.bio[:5000]} {word}"
        providers.save(provider.model_copy(update={"bio": bio}))
    return monotonic()


def _wait_for(directory: Directory, word: str, total: int) -> float:
    """Search until so many listings have a word, and return the moment when they were found."""
    query = SearchQuery(text=word, facets=(), page_size=1)
    ends = monotonic() + _PATIENCE_SECONDS
    while search_directory(directory, query).answer.total < total:
        if monotonic() > ends:
            raise TimeoutError(f"no search found {word}")
    return monotonic()


def _new_word(where: str, number: int) -> str:
    """Return a word of letters alone that no listing has."""
    letters = "".join(ascii_lowercase[int(digit)] for digit in f"{number:04d}")
    return f"zzq{where}{letters}x"


def _some_id(number: int, size: int) -> str:
    return listing_id((number * 7919) % size)
