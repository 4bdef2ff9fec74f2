"""Which compacts there are, and where."""

from directory.vocabulary.compacts import COMPACTS


def test_a_compact_is_for_one_profession_and_its_states() -> None:
    assert COMPACTS["psychologist"].name == "PSYPACT"
    assert {"NV", "TX"} <= COMPACTS["psychologist"].states
    assert "CA" not in COMPACTS["psychologist"].states


def test_family_therapists_and_prescribers_have_none() -> None:
    assert set(COMPACTS) == {"psychologist", "lpc", "lcsw"}
