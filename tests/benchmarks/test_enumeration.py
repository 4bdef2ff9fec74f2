"""The measurement of what time tells of accounts runs; how long things take is not tested."""

from pathlib import Path

from benchmarks.enumeration import FORMS, compare, site


def test_every_form_is_measured_with_both_kinds_of_addresses(tmp_path: Path) -> None:
    with site(tmp_path) as app:
        found = [compare(app, form, 2) for form in FORMS]
    assert all(one.known > 0 and one.unknown > 0 for one in found)
