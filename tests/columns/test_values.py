"""The coded facts: who has a code on a day, as bits where many have it and as a list where few."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.columns import Columns, ColumnsBuilder, MemoryArrays
from directory.columns.bits import count, from_documents, full, members
from directory.columns.codes import FACETS, FIELDS, range_of
from tests.factories import make_coach, make_license, make_provider
from tests.strategies import providers

TODAY = date(2026, 11, 21)


def columns_of(listings, today=TODAY, piece=1000):
    """Build the columns of listings, some at a time."""
    memory = MemoryArrays()
    builder = ColumnsBuilder(memory)
    for start in range(0, len(listings), piece):
        builder.add(listings[start : start + piece])
    assert builder.write() == len(listings)
    return Columns(memory.arrays(), today)


def having(columns, field, *codes):
    return members(columns.values.having(field, codes)).tolist()


def counted(columns, field, bits):
    counts = columns.values.counts(field, bits)
    return {code: n for code, n in zip(FIELDS[field], counts.tolist(), strict=True) if n}


def held(*ends, state="CA", status="active"):
    return [make_license(state=state, expires=end, status=status) for end in ends]


@pytest.mark.parametrize("size", [1, 63, 64, 65, 130, 300])
def test_frequent_and_rare_codes_are_found_and_counted_alike(size):
    """Of 300 listings the last alone speaks Hawaiian: too few for bits of its own."""
    listings = [
        make_provider(
            id=f"p{number:03d}",
            languages=["haw"] if number == size - 1 else ["en"],
            payers=["aetna"] if number % 2 else [],
        )
        for number in range(size)
    ]
    columns = columns_of(listings, piece=50)
    odd = list(range(1, size, 2))
    assert having(columns, "language", "haw") == [size - 1]
    assert having(columns, "language", "haw", "en") == list(range(size))
    assert having(columns, "payer", "aetna") == odd
    assert having(columns, "payer", "cigna") == having(columns, "payer") == []
    assert columns.values.total("language", "haw") == 1
    assert columns.values.total("payer", "aetna") == len(odd)
    everybody = {"haw": 1} | ({"en": size - 1} if size > 1 else {})
    assert counted(columns, "language", full(size)) == everybody
    some = from_documents(np.array([0, size - 1], np.uint32), size)
    assert sum(counted(columns, "language", some).values()) == count(some)


def test_an_unknown_code_is_nobodys():
    columns = columns_of([make_provider()])
    assert having(columns, "language", "xx", "") == []
    assert having(columns, "language", "xx", "en") == [0]


def test_a_licence_counts_to_the_end_of_its_last_day():
    listings = [
        make_provider(id="a", licenses=held("2026-11-20")),
        make_provider(id="b", licenses=held("2026-11-21")),
        make_provider(id="c", licenses=held("2026-11-22")),
        make_provider(id="d", licenses=held(None)),
    ]
    for day, left in ((20, [0, 1, 2, 3]), (21, [1, 2, 3]), (22, [2, 3]), (23, [3])):
        columns = columns_of(listings, TODAY.replace(day=day))
        assert having(columns, "state", "CA") == left
        assert counted(columns, "state", full(4)) == {"CA": len(left)}
        documents = np.arange(4, dtype=np.uint32)
        assert columns.values.counts_of_all(documents)[range_of("state")].sum() == len(left)


@pytest.mark.parametrize(
    ("ends", "is_open"),
    [
        (("2026-11-01", "2027-01-01"), True),
        (("2027-01-01", "2026-11-01"), True),
        (("2026-11-01", None), True),
        ((None, "2026-11-01"), True),
        (("2026-11-01", "2026-11-02"), False),
    ],
)
def test_of_several_licences_in_a_state_the_last_to_end_counts(ends, is_open):
    columns = columns_of([make_provider(licenses=held(*ends))])
    assert having(columns, "state", "CA") == ([0] if is_open else [])
    assert counted(columns, "state", full(1)) == ({"CA": 1} if is_open else {})


def test_a_revoked_licence_closes_no_state_that_another_opens():
    licenses = [*held(None, status="revoked"), *held("2027-01-01")]
    assert having(columns_of([make_provider(licenses=licenses)]), "state", "CA") == [0]


def test_a_rare_code_that_has_ended_is_taken_off_its_list():
    """Of 300 listings two may treat in Alaska, one of them until yesterday."""
    listings = [make_provider(id=f"p{number:03d}") for number in range(300)]
    for number, end in ((7, "2026-11-20"), (70, None)):
        licenses = held(end, state="AK")
        listings[number] = make_provider(id=f"p{number:03d}", licenses=licenses)
    columns = columns_of(listings)
    assert having(columns, "state", "AK") == [70]
    assert counted(columns, "state", full(300)) == {"AK": 1, "CA": 298}
    documents = np.array([7, 70, 71], np.uint32)
    assert columns.values.counts_of_all(documents)[range_of("state")].sum() == 2


def test_a_remote_coach_has_every_state_and_no_end():
    columns = columns_of([make_coach(), make_coach(id="d", delivery=["in_person"])])
    assert having(columns, "state", "WY") == [0]
    assert having(columns, "state", "CA") == [0, 1]


@st.composite
def corpora(draw):
    """From one to six listings, many times over with other ids, so that codes are frequent."""
    some = [draw(providers(npi=False)) for _ in range(draw(st.integers(1, 6)))]
    times = draw(st.sampled_from([1, 30]))
    return [
        one.model_copy(update={"id": f"p{number:04d}"}) for number, one in enumerate(some * times)
    ]


@settings(max_examples=25)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_three_ways_of_counting_agree(listings, chance):
    columns = columns_of(listings, piece=64)
    size = len(listings)
    numbers = sorted(chance.sample(range(size), chance.randint(0, size)))
    documents = np.array(numbers, np.uint32)
    bits = from_documents(documents, size)
    together = columns.values.counts_of_all(documents)
    for facet in FACETS:
        by_row = columns.values.counts(facet, bits)
        assert by_row.tolist() == together[range_of(facet)].tolist(), facet
        each = [count(columns.values.having(facet, (code,)) & bits) for code in FIELDS[facet]]
        assert by_row.tolist() == each, facet
