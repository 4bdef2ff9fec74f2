"""How much the facts of a listing still hold, worked out for all at once."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from directory.columns import Columns, ColumnsBuilder, MemoryArrays
from directory.providers.freshness import FACTS
from directory.providers.standing import held
from tests.factories import make_provider

TODAY = date(2026, 11, 21)
# Fresh, fading and faded, the future, and a day before the first that is kept.
DAYS = st.dates(date(2026, 4, 1), date(2026, 12, 1)) | st.sampled_from(
    [date(1900, 1, 1), date(1970, 1, 1), date(2200, 1, 1)]
)


@given(
    st.lists(st.dictionaries(st.sampled_from(FACTS), DAYS), max_size=5),
    st.sampled_from([0.1, 1.0, 2.5]),
)
def test_the_counts_are_those_of_the_listings_one_by_one(
    stated: list[dict[str, date]], fading: float
) -> None:
    people = [make_provider(id=f"p-{n}", confirmed=facts) for n, facts in enumerate(stated)]
    arrays = MemoryArrays()
    builder = ColumnsBuilder(arrays)
    builder.add(people)
    builder.write()
    columns = Columns(arrays.arrays(), TODAY)
    found = columns.freshness(fading)
    assert columns.freshness(fading) is found
    alone = [held(person, TODAY, fading) for person in people]
    assert found.confirmed.tolist() == [one.count for one in alone]
    assert found.percent.tolist() == [one.others for one in alone]
