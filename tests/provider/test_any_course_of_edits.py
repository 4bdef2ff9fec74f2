"""Any course of saves and restores: the site is always valid, and no word is ever lost."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from itertools import count
from operator import or_

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from directory.errors import NotFound
from directory.providers import Provider
from directory.providers.drafts import fingerprint, section_values, values_of
from directory.providers.history import Json
from directory.providers.locked_facts import normal
from directory.providers.restoring import as_on
from directory.workflows import Directory, open_directory
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.restore_listing import Wanted, restoration, restore_listing
from directory.workflows.keeping.save_section import Conflicting, save_section
from directory.workflows.listing_changes import record_change
from tests.conftest import NOW
from tests.factories import make_npi, make_provider
from tests.provider.editing import KEEPER, changes_of, shown, stored

_NUMBERS = count()
# Valid by themselves, valid with some others, and no value at all.
_VALUES: dict[str, st.SearchStrategy[dict[str, Json]]] = {
    "languages": st.fixed_dictionaries(
        {"languages": st.lists(st.sampled_from(["en", "es", "xx"]), max_size=2, unique=True)}
    ),
    "services": st.fixed_dictionaries(
        {
            "services": st.lists(
                st.sampled_from(["psychotherapy", "support", "medication"]),
                max_size=2,
                unique=True,
            ),
            "service_intent": st.sampled_from(["psychotherapy", "support", None]),
        }
    ),
    "modalities": st.fixed_dictionaries(
        {"modalities": st.sampled_from([[], [{"code": "CBT"}], [{"code": "CBT"}, {"code": "ACT"}]])}
    ),
    "formats": st.fixed_dictionaries(
        {
            "formats": st.sampled_from([["individual"], ["individual", "group"]]),
            "groups": st.sampled_from([[], [{"name": "Worry group"}]]),
        }
    ),
    "costs": st.fixed_dictionaries(
        {"fee": st.sampled_from([None, {"min": 10, "max": 20}, {"min": "ninety", "max": 100}])}
    ),
    "words": st.fixed_dictionaries({"bio": st.sampled_from(["", "I keep bees.", "I do not."])}),
    "license": st.fixed_dictionaries({"licenses": st.just([])}),
}
_SAVES = st.one_of(
    *(st.tuples(st.just(code), values, st.booleans()) for code, values in _VALUES.items())
)
_UNDO = st.tuples(st.just("undo"), st.integers(0, 8))
_DAY = st.tuples(st.just("day"), st.integers(0, 4))
_PASS = st.tuples(st.just("pass"), st.just(1))
steps = st.lists(st.one_of(_SAVES, _SAVES, _UNDO, _DAY, _PASS), min_size=1, max_size=14)


@dataclass
class Course:
    """One listing, and what its sections should say to whoever keeps it."""

    directory: Directory
    clock: list[datetime]
    id: str = ""
    expected: dict[str, str] = field(default_factory=dict)

    def begin(self, is_public: bool) -> None:
        number = next(_NUMBERS)
        self.id = f"listing-{number}"
        listing = make_provider(id=self.id, npi=make_npi(number), published=is_public)
        with self.directory.database.writing() as session:
            record_change(session, None, listing, KEEPER, self.clock[0])
        self.expected = {code: self._print(code) for code in _VALUES}

    def take(self, step: tuple[object, ...]) -> None:
        match step:
            case ("pass", _):
                self.clock[0] += timedelta(hours=13)
            case ("undo", int(index)):
                changes = changes_of(self.directory, self.id)
                self._restore(Wanted(change=changes[index % len(changes)].id))
            case ("day", int(days)):
                self._restore(Wanted(day=self.clock[0].date() - timedelta(days=days)))
            case (str(code), dict(values), bool(was_seen)):
                self._save(code, values, was_seen)

    def _save(self, code: str, values: dict[str, Json], was_seen: bool) -> None:
        seen = self._print(code) if was_seen else "of another time"
        try:
            save_section(self.directory, self.id, code, values, KEEPER, seen)
        except Conflicting as conflict:
            told = not was_seen, fingerprint(conflict.theirs)
            assert told == (True, self.expected[code])
        else:
            theirs = shown(self.directory, self.id, code)
            typed = {name: normal(name, value) for name, value in values.items()}
            if code != "license":  # what was checked stays
                assert fingerprint({**theirs, **typed}) == fingerprint(theirs)
            self.expected[code] = fingerprint(theirs)

    def _restore(self, wanted: Wanted) -> None:
        try:
            found = restoration(self.directory, self.id, wanted)
        except NotFound:
            return
        restore_listing(self.directory, self.id, wanted, KEEPER, found.seen)
        for code, values in found.sections.items():
            self.expected[code] = fingerprint(values)

    def _print(self, code: str) -> str:
        return fingerprint(shown(self.directory, self.id, code))

    def check(self) -> None:
        listing = stored(self.directory, self.id)
        values = values_of(listing)
        assert Provider.model_validate(values) == listing
        drafted = drafted_listing(self.directory, self.id).values
        told = {code: fingerprint(section_values(drafted, code)) for code in _VALUES}
        assert told == self.expected
        changes = changes_of(self.directory, self.id)
        assert reduce(or_, (change.after for change in changes)) == values
        first = as_on(values, changes[:0:-1], changes[0].at.date() - timedelta(days=1))
        assert first is not None
        assert first.items() <= changes[0].after.items()


@pytest.fixture
def course(directory: Directory, settings) -> Course:
    clock = [NOW]
    opened = open_directory(settings, clock=lambda: clock[0])
    yield Course(opened, clock)
    opened.close()


@how(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(is_public=st.booleans(), taken=steps)
def test_no_course_of_edits_breaks_the_site_or_loses_a_word(course, is_public, taken):
    course.begin(is_public)
    for step in taken:
        course.take(step)
        course.check()
