"""An edition is in force in every process without a restart, and nobody sees half of it."""

import json
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from directory.app import create_app
from directory.config import Settings
from directory.editions import Edition, read_edition
from directory.editions.drafting import with_clocks, with_line, with_weights, with_words
from directory.editions.edition import LineChange
from directory.editions.turns import TURNS, Turns
from directory.errors import Conflict
from directory.matching import RANKING, MatchRequest
from directory.providers.freshness import FACTS, fresh_days
from directory.providers.standing import is_up_to_date
from directory.roles import Admin
from directory.search import SearchQuery
from directory.storage import AuditLog, Editions, Jobs, PublishedEdition
from directory.vocabulary import CONCERNS
from directory.vocabulary.crisis import CRISIS_LINES
from directory.web.access import EXTENSION
from directory.workflows import Directory, open_directory
from directory.workflows.editions.edit_draft import change_draft, desk, drop_draft
from directory.workflows.editions.publish_edition import draft_to_publish
from directory.workflows.indexing import catch_up
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.search_directory import search_directory
from directory.workflows.working.jobs import run_waiting_jobs
from tests.conftest import NOW
from tests.editions.publishing import publish, publish_draft, take_back
from tests.factories import make_provider, store

NOWHERE = "purple zebra days"


def found(directory: Directory, text: str) -> int:
    return search_directory(directory, SearchQuery(text=text)).answer.total


def test_a_synonym_finds_people_as_soon_as_it_is_published_and_not_before(
    directory: Directory, editor: Admin
) -> None:
    store(directory, make_provider(concerns=["panic"]))
    draft = with_words(Edition(), "concerns", "panic", (*CONCERNS["panic"].synonyms, NOWHERE))
    change_draft(directory, editor, lambda _: draft)
    assert found(directory, NOWHERE) == 0
    publish_draft(directory, editor)
    assert found(directory, NOWHERE) == 1
    take_back(directory, editor, 0)
    assert found(directory, NOWHERE) == 0


def test_a_word_of_a_bio_is_found_once_the_index_was_built_anew(
    directory: Directory, editor: Admin
) -> None:
    store(directory, make_provider(bio=f"I know {NOWHERE} well.", concerns=[]))
    catch_up(directory)
    draft = with_words(Edition(), "concerns", "panic", (*CONCERNS["panic"].synonyms, NOWHERE))
    publish(directory, editor, draft)
    assert found(directory, "panic attacks") == 0
    assert run_waiting_jobs(directory) == 1
    with directory.database.reading() as session:
        job = Jobs(session).newest("edition.index", "1")
    assert job
    assert (job.state, job.note) == ("done", "The index of 1 listings was built anew.")
    assert found(directory, "panic attacks") == 1


def test_another_process_goes_by_it_at_its_next_request(
    directory: Directory, editor: Admin, settings: Settings
) -> None:
    app = create_app(settings, clock=lambda: NOW)
    visitor = app.test_client()
    draft = with_line(Edition(), "RAINN", LineChange(call="1-800-555-0188"))
    publish(directory, editor, draft)
    other: Directory = app.extensions[EXTENSION]
    other.database.close()
    Path(settings.instance_path / "directory.db").rename(settings.instance_path / "gone.db")
    assert "1-800-555-0188" in visitor.get("/crisis").text  # with no database at all


def test_a_process_without_the_file_finds_the_edition_in_the_database(
    directory: Directory, editor: Admin, settings: Settings
) -> None:
    publish(directory, editor, with_weights(Edition(), {"weights.need": 40.0}, RANKING))
    (settings.instance_path / "edition.json").unlink()
    with open_fresh(settings) as other:
        assert other.ranking == RANKING
        catch_up(other)
        assert other.ranking.weights.need == 40


@pytest.mark.parametrize("text", ["", "{", "[]", '{"number": 1}', '{"number": 1, "edition": 5}'])
def test_a_file_gone_bad_breaks_nothing_and_is_written_anew(
    directory: Directory, editor: Admin, settings: Settings, text: str
) -> None:
    publish(directory, editor, with_weights(Edition(), {"weights.need": 40.0}, RANKING))
    file = settings.instance_path / "edition.json"
    file.write_text(text, encoding="utf-8")
    with open_fresh(settings) as other:
        catch_up(other)
        assert other.ranking.weights.need == 40
    assert json.loads(file.read_text(encoding="utf-8"))["number"] == 1


def open_fresh(settings: Settings) -> AbstractContextManager[Directory]:
    """Open the same directory as another process would."""
    return closing(open_directory(settings, clock=lambda: NOW))


def test_weights_lie_over_the_file_of_the_operator(directory: Directory, editor: Admin) -> None:
    own = RANKING.model_copy(update={"access": RANKING.access.model_copy(update={"far_miles": 9})})
    laid = replace(directory, editions=type(directory.editions)(own, None))
    assert laid.ranking.access.far_miles == 9
    publish(directory, editor, with_weights(Edition(), {"weights.time": 50.0}, RANKING))
    assert (laid.ranking.weights.time, laid.ranking.access.far_miles) == (50, 9)
    assert RANKING.weights.time == 20


def test_a_shorter_clock_ends_the_badge_of_whom_it_makes_stale(
    directory: Directory, editor: Admin
) -> None:
    day = NOW.date()
    ago = {fact: day - timedelta(days=30) for fact in FACTS}
    openings = {"accepting": "yes", "confirmed_at": day}
    listed = make_provider(confirmed=ago, availability=openings)
    assert is_up_to_date(listed, day)
    publish(directory, editor, with_clocks(Edition(), {"payers": 29}))
    assert not is_up_to_date(listed, day)
    take_back(directory, editor, 0)
    assert is_up_to_date(listed, day)


def test_editions_are_numbered_and_every_one_is_in_the_log(
    directory: Directory, editor: Admin
) -> None:
    publish(directory, editor, with_weights(Edition(), {"weights.need": 40.0}, RANKING))
    publish(directory, editor, with_weights(Edition(), {"weights.need": 50.0}, RANKING))
    take_back(directory, editor, 1)
    assert directory.ranking.weights.need == 40
    with pytest.raises(Conflict, match="in force already"):
        take_back(directory, editor, 1)
    with directory.database.reading() as session:
        actions = [entry.action for entry in AuditLog(session).newest()]
    assert actions[0] == "edition.taken_back"
    assert actions.count("edition.published") == 2


def test_a_draft_that_changed_since_it_was_looked_at_is_not_published(
    directory: Directory, editor: Admin
) -> None:
    change_draft(directory, editor, lambda d: with_clocks(d, {"payers": 30}))
    seen = desk(directory).version
    change_draft(directory, editor, lambda d: with_clocks(d, {"payers": 20}))
    with pytest.raises(Conflict, match="look at it again"):
        draft_to_publish(directory, "", seen)
    drop_draft(directory, editor)
    assert not desk(directory).changes


def test_an_edition_that_asks_for_what_no_longer_ships_leaves_the_rest_in_force(
    directory: Directory,
) -> None:
    document = Edition().document() | {
        "concerns": {"gone": {"added": ["x y"]}, "panic": {"added": [NOWHERE]}},
        "weights": {"weights.gone": 3},
        "clocks": {"gone": 3},
        "crisis_lines": {"Gone": {"call": "911"}},
    }
    directory.editions.write(7, read_edition(document))
    directory.editions.look()
    assert NOWHERE in CONCERNS["panic"].synonyms
    assert directory.ranking == RANKING


def test_an_edition_that_a_later_version_cannot_read_as_a_whole_keeps_the_rest(
    directory: Directory, editor: Admin
) -> None:
    words = {"panic": {"added": [NOWHERE]}}
    own = {"name": "Gone", "need": "gone", "call": "988", "flags": ["no such flag"]}
    document = {"format": "edition/1", "concerns": words, "own_lines": [own]}
    with directory.database.writing() as session:
        Editions(session).publish(PublishedEdition(1, document, "", NOW, None, None))
    catch_up(directory)
    assert NOWHERE in CONCERNS["panic"].synonyms
    assert not desk(directory).in_force.own_lines
    unreachable = {"crisis_lines": {"RAINN": {}}, "own_lines": [{"name": "X", "need": "home"}]}
    directory.editions.write(2, read_edition(unreachable))
    directory.editions.look()
    assert CRISIS_LINES[:] == CRISIS_LINES.base


def test_matches_follow_the_weights_at_once(directory: Directory, editor: Admin) -> None:
    store(directory, make_provider(concerns=["panic"]))
    request = MatchRequest(
        level_of_care="psychotherapy", age_group="adult", state="CA", concerns=("panic",)
    )
    (before,) = match_providers(directory, request).outcome.matches
    publish(directory, editor, with_weights(Edition(), {"weights.need": 1.0}, RANKING))
    (after,) = match_providers(directory, request).outcome.matches
    assert before.score != after.score


def test_nobody_sees_half_of_an_edition(directory: Directory) -> None:
    words = {"concerns": {"panic": {"added": [NOWHERE]}}, "clocks": {"payers": 30}}
    editions = (Edition(), read_edition(words))
    seen: set[tuple[bool, int]] = set()
    has_ended = Event()

    def read() -> None:
        while not has_ended.is_set():
            with TURNS.reading():
                has_word = NOWHERE in CONCERNS["panic"].synonyms
                sleep(0.0001)
                seen.add((has_word, fresh_days("payers")))

    readers = [Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for number in range(30):
        directory.editions.write(number, editions[number % 2])
        directory.editions.look(patience=5)
    has_ended.set()
    for reader in readers:
        reader.join()
    assert seen == {(False, 45), (True, 30)}


def test_a_change_waits_for_whoever_reads_and_nobody_begins_meanwhile() -> None:
    turns, seen = Turns(), []
    begun, go_on = Event(), Event()

    def read() -> None:
        with turns.reading(), turns.reading():
            begun.set()
            go_on.wait(5)
            seen.append("read")

    reader = Thread(target=read)
    reader.start()
    begun.wait(5)
    assert not turns.change(lambda: seen.append("too early"), patience=0.01)
    assert turns.change(lambda: seen.append("at last"), patience=0.01, is_patient=False)
    go_on.set()
    assert turns.change(lambda: seen.append("changed"), patience=5)
    reader.join()
    assert seen == ["at last", "read", "changed"]
    with turns.reading():
        assert not turns.change(lambda: seen.append("mine"), patience=5)
