"""What docs/freshness.md says of a listing, written again in whole days and plain numbers.

Nothing of the directory is imported: where both agree, both read the rules alike.
"""

from dataclasses import dataclass, field

CLOCKS = {"availability": 21, "payers": 45, "locations": 45}
OTHERS = 90


def clock(fact: str) -> int:
    return CLOCKS.get(fact, OTHERS)


@dataclass
class Told:
    """A listing as its keepers left it; days are numbers, None for never."""

    stated: set[str]  # without openings, which are always stated
    days: dict[str, int]  # of what was ever confirmed, openings too
    opened: int | None
    accepting: str = "yes"
    pause: int | None = None
    keepers: set[str] = field(default_factory=set)
    is_hidden: bool = False
    is_checked: bool = True
    quiet: set[str] = field(default_factory=set)

    def morning(self, day: int) -> set[str]:
        """Let a day begin; return who gets a mail."""
        if self.pause is not None and day > self.pause and (self.opened or 0) <= self.pause:
            self.accepting = "unknown"
        was_hidden, self.is_hidden = self.is_hidden, self._rests(day)
        if self.is_hidden and not was_hidden:
            return set(self.keepers)
        if day > self._end():
            return set()
        hits = {end - day for end, warnings in self._ends() if end - day in warnings}
        return self.keepers if 0 in hits else self.keepers - self.quiet if hits else set()

    def say_true(self, day: int) -> None:
        if self.accepting != "unknown":
            self.opened = self.days["availability"] = day
        for fact in self.stated:
            self.days[fact] = day
        self._seen(day)

    def say_full(self, day: int) -> None:
        self.accepting, self.pause = "no", None
        self.opened = self.days["availability"] = day
        self._seen(day)

    def say_pause(self, day: int, until: int) -> None:
        self.say_full(day)
        self.pause = until
        self._seen(day)

    def open_again(self, day: int) -> None:
        self.say_full(day)
        self.accepting = "yes"

    def edit(self, day: int, *facts: str) -> None:
        self.days |= dict.fromkeys(facts, day)
        self._seen(day)

    def badge(self, day: int) -> bool:
        if self.accepting == "unknown" or self._openings() is None:
            return False
        if any(fact not in self.days for fact in self.stated):
            return False
        return all(day <= end for end in self._dates().values())

    def trust(self, day: int, openings: float, licence: float, others: float) -> float:
        """Return 0 to 1 by what each is worth; a confirmation fades in one more clock."""
        found = licence * self.is_checked
        if self.opened is not None:
            found += openings * self._left("availability", self.opened, day)
        shares = [self._left(fact, on, day) for fact, on in self.days.items()]
        found += others * (sum(shares) / len(shares) if shares else 0)
        return found / (openings + licence + others)

    @staticmethod
    def _left(fact: str, on: int, day: int) -> float:
        over = day - on - clock(fact)
        return 1 if over <= 0 else max(0, int(100 - 100 * over / clock(fact))) / 100

    def _openings(self) -> int | None:
        ends = [] if self.opened is None else [self.opened + 21]
        return max(ends + ([] if self.pause is None else [self.pause]), default=None)

    def _dates(self) -> dict[str, int]:
        found = {fact: self.days[fact] + clock(fact) for fact in self.stated if fact in self.days}
        openings = self._openings()
        return found if openings is None else {**found, "availability": openings}

    def _end(self) -> int:
        """Return the day on which the listing is hidden."""
        return min(self._dates().values(), default=10**6) + 90

    def _ends(self) -> list[tuple[int, tuple[int, ...]]]:
        known = self._dates().items()
        facts = [(end, (0, 7) if fact == "availability" else (0, 7, 30)) for fact, end in known]
        return [*facts, (self._end(), (0, 7, 30))]

    def _rests(self, day: int) -> bool:
        return bool(self.keepers or self.is_hidden) and day >= self._end()

    def _seen(self, day: int) -> None:
        self.is_hidden = self.is_hidden and self._rests(day)
