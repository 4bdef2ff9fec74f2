"""Whatever happens to a few rows of an NPPES file, the others come in as before."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.nppes_file import PRACTITIONERS, Result, is_ours, line_of, real_rows

ROWS = real_rows()[:40]
LINES = [line_of(list(row.values())) for row in ROWS]
HEADER = line_of(list(ROWS[0]))
PROVIDERS = {one.provider.npi: one.provider for one in Result(PRACTITIONERS).records}

edits = st.lists(
    st.tuples(
        st.integers(0, len(ROWS) - 1),
        st.floats(0, 0.999),
        st.integers(0, 30),
        st.sampled_from(
            ["", '"', '""', "\n", ",", "\r\n", "\r", "\udcff", "\0", '",', ',"', "x" * 70_000]
        ),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda edit: edit[0],
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(edits=edits)
def test_rows_that_were_not_touched_come_in_as_before(
    tmp_path: Path, edits: list[tuple[int, float, int, str]]
) -> None:
    lines = list(LINES)
    for row, where, removed, inserted in edits:
        at = int(where * len(lines[row]))
        lines[row] = lines[row][:at] + inserted + lines[row][at + removed :]
    path = tmp_path / "edited.csv"
    text = "\n".join([HEADER, *lines])
    path.write_text(text, encoding="utf-8", errors="surrogateescape", newline="")
    touched = {row for row, *_ in edits}
    found = {one.provider.npi: one.provider for one in Result(path).records}
    for place, row in enumerate(ROWS):
        if place not in touched and is_ours(row):
            assert found[row["NPI"]] == PROVIDERS[row["NPI"]]
