"""Where those are whom a search finds: towns, and who is in none."""

import numpy as np

from directory.geography.towns import towns
from directory.search import SearchQuery
from tests.factories import make_provider


def place(city, state, zip):
    return {"city": city, "state": state, "zip": zip}


SAN_FRANCISCO = place("San Francisco", "CA", "94110")
MISSION_BAY = place("San Francisco", "CA", "94158")
OAKLAND = place("Oakland", "CA", "94601")
NOWHERE = place("Nowhere", "CA", "00001")


def fill(engine, **offices):
    people = [
        make_provider(id=id, locations=locations, delivery=delivery)
        for id, (locations, delivery) in sorted(offices.items())
    ]
    engine.rebuild(people, 1)


def counted(engine, **asked):
    found = engine.whereabouts(SearchQuery(**asked))
    known = towns()
    counts = enumerate(found.counts(len(known.codes)).tolist())
    return {known.codes[town]: count for town, count in counts if count}, found


def test_people_are_counted_once_in_each_of_their_towns(engine):
    fill(
        engine,
        ana=([SAN_FRANCISCO, MISSION_BAY], ["in_person"]),
        ben=([SAN_FRANCISCO, OAKLAND], ["in_person", "video"]),
    )
    counts, found = counted(engine)
    assert counts == {"ca-san-francisco": 2, "ca-oakland": 1}
    assert (found.total, found.remote, found.unknown) == (2, 0, 0)


def test_who_meets_from_afar_alone_is_in_no_town(engine):
    fill(engine, ana=([SAN_FRANCISCO], ["video"]), ben=([OAKLAND], ["phone", "in_person"]))
    counts, found = counted(engine)
    assert counts == {"ca-oakland": 1}
    assert (found.total, found.remote, found.unknown) == (2, 1, 0)


def test_who_does_not_say_how_to_meet_is_where_the_office_is(engine):
    fill(engine, ana=([OAKLAND], []))
    assert counted(engine)[0] == {"ca-oakland": 1}


def test_a_place_that_the_post_does_not_know_is_told_as_unknown(engine):
    fill(engine, ana=([NOWHERE], ["in_person"]), ben=([], ["in_person"]))
    counts, found = counted(engine)
    assert counts == {}
    assert (found.total, found.remote, found.unknown) == (2, 0, 2)


def test_all_whom_a_search_finds_are_counted_not_one_page(engine):
    offices = {f"id-{number}": ([OAKLAND], ["in_person"]) for number in range(7)}
    fill(engine, **offices, other=([SAN_FRANCISCO], ["video"]))
    counts, found = counted(engine, page_size=2, filters={"delivery": ("in_person",)})
    assert counts == {"ca-oakland": 7}
    assert found.total == 7


def test_a_town_as_a_filter_gives_what_its_count_promises(engine, find):
    fill(
        engine,
        ana=([SAN_FRANCISCO], ["video"]),
        ben=([SAN_FRANCISCO, OAKLAND], ["in_person"]),
        eve=([OAKLAND], ["in_person"]),
    )
    assert find(towns=("ca-san-francisco",)) == {"ben"}
    assert find(towns=("ca-san-francisco", "ca-oakland")) == {"ben", "eve"}
    assert find(towns=("ca-nowhere",)) == set()


def test_persons_of_several_towns_are_counted_once_together(engine):
    fill(engine, ben=([SAN_FRANCISCO, OAKLAND], ["in_person"]), eve=([OAKLAND], ["in_person"]))
    found = counted(engine)[1]
    bay = {"ca-san-francisco", "ca-oakland"}
    assert found.seen_in(np.array([code in bay for code in towns().codes])) == 2


def test_edits_move_people_between_towns(engine):
    fill(engine, ana=([OAKLAND], ["in_person"]), ben=([OAKLAND], ["in_person"]))
    moved = make_provider(id="ana", locations=[SAN_FRANCISCO], delivery=["in_person"])
    engine.apply([moved], [], 2)
    assert counted(engine)[0] == {"ca-oakland": 1, "ca-san-francisco": 1}
