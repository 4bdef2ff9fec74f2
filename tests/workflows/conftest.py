"""Imports whose reports are closed when the test is over."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from directory.workflows import Directory
from directory.workflows.imports.import_files import import_files
from directory.workflows.imports.import_report import ImportReport


@pytest.fixture
def take_in(directory: Directory) -> Iterator[Callable[..., ImportReport]]:
    """Import files into the directory, and return the report."""
    reports: list[ImportReport] = []

    def imported(*paths: Path, **how: Any) -> ImportReport:
        reports.append(import_files(directory, paths, **how))
        return reports[-1]

    yield imported
    for report in reports:
        report.close()
