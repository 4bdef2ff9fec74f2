"""`python -m benchmarks.fairness`: whether equally good people are shown equally much.

Twenty people whose scores are within 4 points, 2,000 matches over 20 days, through the whole of the
product: the index, both steps of matching, and what was shown counted in the database.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from directory.config import Settings
from directory.matching import MatchOutcome, MatchRequest
from directory.providers import Provider
from directory.storage import Providers
from directory.workflows import Directory, open_directory
from directory.workflows.matching.match_providers import match_providers
from directory.workflows.matching.showings import attention
from directory.workflows.prepare import initialise

BAND_POINTS = 4.0
_BEGIN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_OPENINGS = range(1, 21)  # days: worth up to 3.6 points here
_WORDS = ("worry", "sleep", "work", "home", "calm", "school", "stress", "fear")


@dataclass(slots=True)
class Fairness:
    """What came of a simulation: attention by listing, and how far behind anybody stood."""

    shown: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    spread: float = 0.0
    behind: float = 0.0

    def take(self, outcome: MatchOutcome) -> None:
        """Take in one answer."""
        scores = [match.score for match in outcome.matches]
        for match in outcome.matches:
            self.shown[match.provider.id] += attention(match.rank)
        self.first[outcome.matches[0].provider.id] += 1
        self.spread = max(self.spread, max(scores) - min(scores))
        self.behind = max(self.behind, points_behind(scores))


def gini(values: Sequence[float]) -> float:
    """Return how unequal values are: 0 where all are the same, near 1 where one has it all."""
    ordered, count = sorted(values), len(values)
    weighted = sum(rank * value for rank, value in enumerate(ordered, start=1))
    return 2 * weighted / (count * sum(ordered)) - (count + 1) / count


def points_behind(scores: Sequence[float]) -> float:
    """Return by how many points somebody who stands in front of a better one is worse at most."""
    lowest, behind = scores[0], 0.0
    for score in scores:
        lowest, behind = min(lowest, score), max(behind, score - lowest)
    return behind


def simulate(
    folder: Path, days: int = 20, a_day: int = 100, limit: int = 10, places: Sequence[int] = (1,)
) -> Fairness:
    """Match again and again; `places` are the open places that people have in turn."""
    now = [_BEGIN]
    settings = Settings.from_environment(
        {"DIRECTORY_ENV": "development", "INSTANCE_PATH": str(folder)}
    )
    directory = open_directory(settings, clock=lambda: now[0])
    found, chance = Fairness(), Random("fairness")
    try:
        _fill(directory, places)
        for day in range(days):
            for match in range(a_day):
                now[0] = _BEGIN + timedelta(days=day, minutes=5 * match)
                found.take(match_providers(directory, _request(chance), limit).outcome)
    finally:
        directory.close()
    return found


def _fill(directory: Directory, places: Sequence[int]) -> None:
    initialise(directory)
    with directory.database.writing() as session:
        for number, days in enumerate(_OPENINGS):
            Providers(session).save(_person(number, days, places[number % len(places)]))


def _person(number: int, days: int, places: int) -> Provider:
    facts: dict[str, Any] = {
        "id": f"person-{number:02d}",
        "name": f"Person {number}",
        "license": "lcsw",
        "licenses": [{"license": "lcsw", "title": "LCSW", "state": "CA", "status": "active"}],
        "service_intent": "psychotherapy",
        "services": ["psychotherapy"],
        "modalities": [{"code": "CBT"}],
        "concerns": ["panic"],
        "age_groups": ["adult"],
        "availability": {"accepting": "yes", "next_opening_days": days, "open_places": places},
    }
    return Provider.model_validate(facts)


def _request(chance: Random) -> MatchRequest:
    asked = {"level_of_care": "psychotherapy", "age_group": "adult", "state": "CA"}
    words = " ".join(chance.choices(_WORDS, k=4))
    return MatchRequest.model_validate(asked | {"concerns": ["panic"], "text": words})


def main() -> None:
    """Print the figures."""
    for limit in (10, 5, 3):
        with TemporaryDirectory() as folder:
            found = simulate(Path(folder), limit=limit)
        print(
            f"{limit} shown: Gini {gini(list(found.shown.values())):.4f}, scores within"
            f" {found.spread:.1f} points, nobody behind somebody over {found.behind:.1f} points"
            f" worse, first place {min(found.first.values())} to {max(found.first.values())} times"
        )


if __name__ == "__main__":
    main()
