"""Sixty days with five hundred listings: each day ends as an independent reading of the rules says.

One run through the real database, mails and index serves all assertions.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from directory.mail import Mail
from directory.matching import RANKING
from directory.providers import Provider
from directory.providers.drafts import fingerprint, section_values
from directory.providers.history import Author
from directory.search import SearchQuery
from directory.storage import Providers
from directory.web.patient.listing.cards import UP_TO_DATE, badges_of
from directory.workflows.editions.edition_file import Editions
from directory.workflows.keeping.act_on_link import act_on_link, write_less
from directory.workflows.keeping.drafted_listing import drafted_listing
from directory.workflows.keeping.keep_fresh import keep_fresh
from directory.workflows.keeping.save_section import save_section
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.search_directory import search_directory
from tests.factories import make_provider, store
from tests.matching.asking import asking, points_of
from tests.matching.tables import table_with
from tests.workflows.freshness_oracle import Told
from tests.workflows.keeping import TODAY, House, house, tokens_in

LISTINGS, DAYS = 500, 60
FEW = 3
LOOKED_CLOSELY = {1, 13, 30, 47, 60}
# What a listing always states here, and what it may leave out.
ALWAYS = ("locations", "licenses", "services", "modalities", "formats", "age_groups", "delivery")
MAYBE = {"payers": [], "fee": None, "languages": [], "bio": "", "concerns": []}
# How a keeper answers a mail: still true, full, a pause, an edit, openings again, fewer, nothing.
HABITS = {
    "faithful": (88, 2, 2, 4, 0, 2, 2),
    "busy": (20, 15, 15, 5, 5, 10, 30),
    "slow": (30, 5, 5, 5, 5, 10, 40),
    "silent": (0, 0, 0, 0, 0, 0, 1),
}
ANSWERS = ("true", "full", "pause", "edit", "open", "fewer", "nothing")
NO_BANDS = table_with(fairness={"band_points": 0})


@dataclass
class Run:
    """What was seen to differ from the oracle, day by day, and how much was looked at."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    def compare(self, what: str, day: int, found: object, expected: object) -> None:
        """Note a difference; a few of a kind are enough to find out why."""
        self.seen[what] += 1
        faults = self.faults.setdefault(what, [])
        if found == expected or len(faults) == FEW:
            return
        if isinstance(found, set) and isinstance(expected, set):
            found, expected = sorted(found - expected)[:FEW], sorted(expected - found)[:FEW]
        faults.append(f"day {day}: found {found}, expected {expected}")


@dataclass
class Town:
    """The directory, the same as the oracle has it, and the habits of the keepers."""

    here: House
    chance: Random
    told: dict[str, Told] = field(default_factory=dict)
    habits: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[int, str, str, str]] = field(default_factory=list)
    run: Run = field(default_factory=Run)

    @property
    def today(self) -> int:
        return self.here.calendar.today.toordinal()

    def settle(self) -> None:
        """Draw all listings with their keepers, and store them."""
        listings = [self._drawn(f"listing-{number:03}") for number in range(LISTINGS)]
        store(self.here.directory, *listings)
        for account in ("ana", "ben"):
            kept = [id for id, told in self.told.items() if account in told.keepers]
            self.here.let_keep(account, *kept)

    def live_through(self, number: int) -> None:
        """Let one day pass: the daily look, its mails, the answers, and a look at everything."""
        self.here.calendar.pass_days(1)
        expected = {
            (id, account) for id, told in self.told.items() for account in told.morning(self.today)
        }
        keep_fresh(self.here.directory)
        mails = [
            (_listing_in(mail), mail.to.partition("@")[0], mail) for mail in self.here.new_mails()
        ]
        found = [(id, account) for id, account, _ in mails]
        self.run.compare("mails", number, set(found), expected)
        self.run.compare("one mail a day", number, len(found), len(set(found)))
        for id, account, mail in mails:
            self._plan_an_answer(id, account, mail)
        self._answer()
        self._look(number)

    def _drawn(self, id: str) -> Provider:
        chance = self.chance
        left_out = {fact for fact in MAYBE if chance.random() < 0.3}
        stated = {*ALWAYS, *MAYBE} - left_out
        age = chance.choice([0, 20, 50, 80, 100, 100])
        saves = [self.today - chance.randint(0, age + 3) for _ in range(chance.randint(1, 3))]
        days = {
            fact: chance.choice(saves)
            for fact in sorted(stated | set(chance.choice([(), (), ("groups",)])))
            if chance.random() < 0.95
        }
        opened = self.today - chance.randint(0, age + 3) if chance.random() < 0.97 else None
        keepers = set(chance.choice([(), ("ana",), ("ana",), ("ana",), ("ana", "ben")]))
        told = Told(stated, days, opened, chance.choice(["yes", "yes", "no"]), keepers=keepers)
        told.is_checked = chance.random() < 0.5
        self.told[id], self.habits[id] = told, chance.choice([*HABITS, "silent", "silent"])
        return _provider(id, told, {fact: MAYBE[fact] for fact in left_out})

    def _plan_an_answer(self, id: str, account: str, mail: Mail) -> None:
        habit = self.habits[id]
        answer = self.chance.choices(ANSWERS, HABITS[habit])[0]
        delay = self.chance.randint(0, 25) if habit == "slow" else 0
        self.waiting.append((self.today + delay, id, account, f"{answer} {mail.text}"))

    def _answer(self) -> None:
        due = [one for one in self.waiting if one[0] <= self.today]
        self.waiting = [one for one in self.waiting if one[0] > self.today]
        for _, id, account, words in due:
            answer, _, text = words.partition(" ")
            if answer in {"true", "full", "pause"}:
                self._press(id, answer, text)
            elif answer == "fewer":
                write_less(self.here.directory, _token(text, answer), is_quiet=True)
                self.told[id].quiet.add(account)
            elif answer != "nothing":
                self._edit(id, answer, Author("provider", account))

    def _press(self, id: str, answer: str, text: str) -> None:
        told, token = self.told[id], _token(text, answer)
        days = self.chance.choice([5, 14, 28, 56])
        act_on_link(self.here.directory, token, date.fromordinal(self.today + days))
        if answer == "true":
            told.say_true(self.today)
        elif answer == "full":
            told.say_full(self.today)
        else:
            told.say_pause(self.today, self.today + days)

    def _edit(self, id: str, answer: str, author: Author) -> None:
        told, directory = self.told[id], self.here.directory
        if answer == "open":
            section, values = "availability", {"availability": {"accepting": "yes"}}
            told.open_again(self.today)
        else:
            section, values = "places", {"phone": f"+1415555{self.chance.randint(100, 199):04}"}
            told.edit(self.today, "locations")
        seen = fingerprint(section_values(drafted_listing(directory, id).values, section))
        assert save_section(directory, id, section, values, author, seen).state != "draft"

    def _look(self, number: int) -> None:
        day, run, directory = self.today, self.run, self.here.directory
        visible = {id for id, told in self.told.items() if not told.is_hidden}
        total = search_directory(directory, SearchQuery(page_size=1)).answer.total
        run.compare("searched", number, total, len(visible))
        if number not in LOOKED_CLOSELY:
            return
        with directory.database.reading() as session:
            stored = {one.id: one for one in Providers(session).get_many(sorted(self.told))}
        run.compare("found", number, _searched(self.here), visible)
        for id, told in self.told.items():
            listing = stored[id]
            bears = UP_TO_DATE in badges_of(listing, self.here.calendar.today)
            run.compare("badge", number, (id, bears), (id, told.badge(day)))
            is_hidden = listing.hidden_since is not None
            run.compare("hidden", number, (id, is_hidden), (id, told.is_hidden))
            accepting = listing.availability.accepting
            run.compare("openings", number, (id, accepting), (id, told.accepting))
        self._look_at_the_ranking(number, visible)

    def _look_at_the_ranking(self, number: int, visible: set[str]) -> None:
        run, worth = self.run, RANKING.data_trust
        ranked = replace(self.here.directory, editions=Editions(NO_BANDS))
        request = asking(leave_out=["time"])
        matches = match_providers(ranked, request, LISTINGS, is_shown=False).outcome.matches
        takes = {id for id in visible if self.told[id].accepting != "no"}
        run.compare("matched", number, {one.provider.id for one in matches}, takes)
        matches = tuple(one for one in matches if one.provider.id in takes)
        expected = {
            id: self.told[id].trust(self.today, worth.openings, worth.license, worth.others)
            for id in takes
        }
        full = max(points_of(one, "data_trust") for one in matches) / max(expected.values())
        for one in matches:
            off = points_of(one, "data_trust") - full * expected[one.provider.id]
            run.compare(
                "points", number, (one.provider.id, abs(off) <= 0.11), (one.provider.id, True)
            )
        order = [expected[one.provider.id] for one in matches]
        risen = [pair for pair in pairwise(order) if pair[0] + 0.01 < pair[1]]
        run.compare("order", number, risen, [])


def _provider(id: str, told: Told, left_out: dict[str, object]) -> Provider:
    openings = {
        "accepting": told.accepting,
        "confirmed_at": told.opened and date.fromordinal(told.opened),
    }
    confirmed = {fact: date.fromordinal(day) for fact, day in told.days.items()}
    provider = make_provider(
        **{"id": id, "name": id, "availability": openings, "confirmed": confirmed, **left_out}
    )
    checked = TODAY if told.is_checked else None
    licenses = [one.model_copy(update={"verified_at": checked}) for one in provider.licenses]
    return provider.model_copy(update={"licenses": tuple(licenses)})


def _token(text: str, answer: str) -> str:
    return tokens_in(Mail("", "", text, "en"))[answer]


def _listing_in(mail: Mail) -> str:
    return mail.text.split("/my/listing/")[1].split()[0]


def _searched(here: House) -> set[str]:
    found, cursor = set(), None
    while True:
        page = search_directory(here.directory, SearchQuery(page_size=100, cursor=cursor)).answer
        found |= {hit.id for hit in page.hits}
        cursor = page.next
        if cursor is None:
            return found


@contextmanager
def _town(folder: Path) -> Iterator[Town]:
    with house(folder) as opened:
        town = Town(opened, Random(52))
        town.settle()
        yield town


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town after sixty days."""
    with _town(tmp_path_factory.mktemp("town")) as lived:
        for number in range(1, DAYS + 1):
            lived.live_through(number)
        yield lived


@pytest.mark.parametrize("what", ["mails", "one mail a day"])
def test_every_mail_is_one_that_the_rules_ask_for_and_none_comes_twice(
    town: Town, what: str
) -> None:
    assert town.run.faults.get(what, []) == []
    assert town.run.seen[what] == DAYS


@pytest.mark.parametrize("what", ["searched", "found", "hidden"])
def test_search_finds_exactly_what_is_not_hidden(town: Town, what: str) -> None:
    assert town.run.faults.get(what, []) == []
    hidden = sum(told.is_hidden for told in town.told.values())
    assert 40 < hidden < LISTINGS - 40


@pytest.mark.parametrize("what", ["badge", "openings"])
def test_badges_and_openings_are_as_the_rules_say(town: Town, what: str) -> None:
    assert town.run.faults.get(what, []) == []
    assert town.run.seen[what] == LISTINGS * len(LOOKED_CLOSELY)
    badges = sum(told.badge(town.today) for told in town.told.values())
    assert 25 < badges < LISTINGS - 25


@pytest.mark.parametrize("what", ["matched", "points", "order"])
def test_the_real_match_ranks_by_what_the_confirmations_still_hold(town: Town, what: str) -> None:
    assert town.run.faults.get(what, []) == []
    assert town.run.seen["points"] > 100 * len(LOOKED_CLOSELY)


def test_sixty_days_delete_nothing(town: Town) -> None:
    with town.here.directory.database.reading() as session:
        assert Providers(session).count() == LISTINGS
