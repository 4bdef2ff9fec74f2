"""Unmet demand as a file."""

import csv
import io
from collections.abc import Iterable

from directory.exchange.formulas import guarded
from directory.providers.unmet_demand import UnmetSum
from directory.web.admin.demand.words import label_of

_TITLES = ("week", "since", "state", "subject", "code", "label", "found", "searches")


def demand_csv(sums: Iterable[UnmetSum]) -> str:
    """Return one line for each sum that may be told, safe to open in a spreadsheet."""
    file = io.StringIO(newline="")
    lines = csv.writer(file)
    lines.writerow(_TITLES)
    for one in sums:
        wish, safe = one.wish, guarded(label_of(one.wish))
        lines.writerow(
            (one.week, one.since, wish.state, wish.subject, wish.code, safe, one.found, one.count)
        )
    return file.getvalue()
