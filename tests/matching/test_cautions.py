"""What a person should know before they call."""

from tests.factories import make_provider
from tests.matching.asking import the_match

ELSEWHERE = "Their office is in another state. Ask where you would meet."
RENO = {"street": "1 River Road", "city": "Reno", "state": "NV", "zip": "89501"}


def test_an_office_in_another_state_is_a_caution_where_there_is_no_other_way_to_meet() -> None:
    in_reno = make_provider(locations=[RENO], delivery=["in_person", "video"])
    assert ELSEWHERE in the_match(in_reno, state="CA", delivery=["in_person"]).cautions
    assert ELSEWHERE not in the_match(in_reno, state="CA", delivery=["video"]).cautions
    assert ELSEWHERE not in the_match(make_provider(), delivery=["in_person"]).cautions
