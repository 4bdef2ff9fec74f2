"""Long random lives: edits, rebuilds, midnights and other processes in any order."""

import random
from datetime import timedelta

import pytest

from directory.search import ColumnsEngine, SearchQuery, WhooshEngine
from tests.factories import in_order, make_license, make_provider
from tests.search.agreement import assert_agree, assert_listings_fit, assert_same_candidates
from tests.search.queries import NAMES, WORDS

IDS = [f"p{number:02d}" for number in range(60)]
TEXTS = (
    *("", "ocean", "panic attacks", "mar", "marsch", "panic disorder", "shrink", "garden sailing"),
    *('"ocean garden"', '"panic attacks" grief', '"a ocean ocean"', "o'brien", "zeppelin ocean"),
)


def drawn(chance, id):
    """Return a listing of few words; half of the licences run out one of these days."""
    expires = chance.choice((None, f"2026-11-{chance.randint(21, 30)}"))
    confirmed = f"2026-{chance.choice(('10', '11'))}-{chance.randint(1, 30):02d}"
    accepting = chance.choice(("yes", "waitlist", "no", "unknown"))
    return make_provider(
        id=id,
        name=" ".join(chance.choices(NAMES, k=2)),
        bio=" ".join(chance.choices(WORDS, k=chance.randint(0, 30))),
        licenses=[make_license(state=chance.choice(("CA", "NY")), expires=expires)],
        concerns=chance.sample(("panic", "depression", "grief"), chance.randint(0, 2)),
        availability={"accepting": accepting, "confirmed_at": confirmed},
        claimed=True,
    )


class Life:
    """Some processes on one folder, the log that each reads, and what the index should hold."""

    def __init__(self, folder, today, seed):
        self.folder, self.today, self.chance = folder, today, random.Random(seed)
        self.left = {id: drawn(self.chance, id) for id in IDS[:40]}
        self.log = []
        self.processes = [ColumnsEngine(folder, today) for _ in range(2)]
        self.rebuild()

    def edit(self):
        for id in self.chance.sample(IDS, self.chance.choice((1, 1, 2, 9))):
            if self.chance.random() < 0.3:
                self.left.pop(id, None)
            else:
                self.left[id] = drawn(self.chance, id)
            self.log.append(id)

    def catch_up(self, process):
        changed = set(self.log[process.seq() :])
        published = [self.left[id] for id in changed if id in self.left]
        process.apply(published, changed - self.left.keys(), len(self.log))

    def rebuild(self):
        self.chance.choice(self.processes).rebuild(self.listings(), len(self.log))

    def rebuild_while_others_edit(self):
        """Build what the log said at the beginning, while it goes on."""
        builder, other = self.chance.sample(self.processes, 2)
        seq, listings = len(self.log), self.listings()

        def going_by():
            for place, one in enumerate(listings):
                if place == len(listings) // 2:
                    self.edit()
                    self.catch_up(other)
                yield one

        builder.rebuild(going_by(), seq)

    def sleep_over_midnight(self):
        self.today.day += timedelta(days=1)

    def restart(self):
        place = self.chance.randrange(2)
        self.processes[place].close()
        self.processes[place] = ColumnsEngine(self.folder, self.today)

    def listings(self):
        return in_order(*self.left.values())


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happened_every_process_answers_as_a_new_plain_index(tmp_path, today, seed):
    life = Life(tmp_path / "columns", today, seed)
    plain = WhooshEngine(tmp_path / "plain", today)
    steps = [
        *(life.edit, life.edit, life.edit, life.edit),
        *(life.rebuild, life.rebuild_while_others_edit, life.sleep_over_midnight, life.restart),
    ]
    for round in range(5):
        for _ in range(12):
            life.chance.choice(steps)()
            life.catch_up(life.chance.choice(life.processes))
        plain.rebuild(life.listings(), round)
        for process in life.processes:
            life.catch_up(process)
            assert process.seq() == len(life.log)
            for text in life.chance.sample(TEXTS, 5):
                assert_agree(process, plain, SearchQuery(text=text, page_size=15))
            assert_same_candidates(process, plain, "CA", "panic ocean")
            assert_listings_fit(process, "CA", "panic ocean")
    for engine in (*life.processes, plain):
        engine.close()
