"""Loading the demo listings, once: fictional people who show how the directory works."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from directory.providers import Provider
from directory.storage import Providers
from directory.workflows.indexing import reindex
from directory.workflows.opening import Directory

_AGE = re.compile(r"([+-]\d+)d")
_DATED = ("licenses", "modalities", "groups", "availability", "confirmed")


def seed(directory: Directory, path: Path) -> int:
    """Load the demo listings of a file unless they are there already; return how many went in.

    Dates are stored as ages, such as -12d for twelve days ago, so that demo data does not go stale.
    """
    listings = list(demo_listings(path, directory.today()))
    with directory.database.writing() as session:
        providers = Providers(session)
        if providers.get(listings[0].id) is not None:
            return 0
        for provider in listings:
            providers.save(provider)
    reindex(directory)
    return len(listings)


def demo_listings(path: Path, today: date) -> Iterator[Provider]:
    """Yield the demo listings of a gzipped JSON Lines file with their dates resolved on a day."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            dated = {name: _resolve(record[name], today) for name in _DATED if name in record}
            yield Provider.model_validate(record | dated)


def _resolve(value: Any, today: date) -> Any:
    if isinstance(value, dict):
        return {name: _resolve(part, today) for name, part in value.items()}
    if isinstance(value, list):
        return [_resolve(part, today) for part in value]
    if isinstance(value, str) and (age := _AGE.fullmatch(value)):
        return today + timedelta(days=int(age[1]))
    return value
