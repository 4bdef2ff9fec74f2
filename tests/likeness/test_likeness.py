"""Whether one person stands behind two listings, measured on pairs of which it is known."""

from collections import Counter
from typing import Any

import pytest

from directory.likeness import Likeness, liken, traits_of
from directory.likeness.names import name_parts
from tests.factories import make_npi
from tests.likeness.labelled import Pair, pairs

PAIRS = tuple(pairs(each=30))


def likeness_of(first: dict[str, Any], second: dict[str, Any]) -> Likeness | None:
    return liken(traits_of(first), traits_of(second))


def found(pair: Pair) -> str | None:
    alike = likeness_of(pair.first, pair.second)
    return alike.certainty if alike else None


def listing(name: str, **changes: Any) -> dict[str, Any]:
    place = {"street": "12 Oak Street, Suite 4", "city": "Boise", "state": "ID", "zip": "83702"}
    facts = {"id": name.lower().replace(" ", "-"), "name": name, "license": "lcsw"}
    return {**facts, "phone": "+12085550123", "locations": [place], **changes}


def numbered(number: str, license: str = "lcsw", state: str = "ID") -> list[dict[str, str]]:
    return [{"license": license, "title": "LCSW", "state": state, "number": number}]


def test_nearly_every_pair_of_one_person_is_found() -> None:
    answers = Counter(found(pair) is not None for pair in PAIRS if pair.is_same)
    assert answers[True] / answers.total() >= 0.97


def test_nearly_every_pair_that_is_called_likely_is_of_one_person() -> None:
    answers = Counter(pair.is_same for pair in PAIRS if found(pair) in {"certain", "likely"})
    assert answers[True] / answers.total() >= 0.98


def test_no_two_people_are_ever_called_certainly_one() -> None:
    assert all(pair.is_same for pair in PAIRS if found(pair) == "certain")


@pytest.mark.parametrize(
    ("name", "given", "family", "suffix"),
    [
        ("Dr. Robert J. Hale Jr., PhD, LCSW", "robert", "hale", "jr"),
        ("HALE, ROBERT J", "robert", "hale", ""),
        ("Hale Jr., Robert", "robert", "hale", "jr"),
        ("María José de la Cruz", "maria", "de la cruz", ""),
        ("Robert (Bob) O'Neill", "robert", "oneill", ""),
        ("Yo-Yo Ma", "yoyo", "ma", ""),
        ("Cher", "cher", "", ""),
    ],
)
def test_a_name_is_read_in_its_parts(name: str, given: str, family: str, suffix: str) -> None:
    parts = name_parts(name)
    assert (parts.given, parts.family, parts.suffix) == (given, family, suffix)


def test_two_of_a_family_at_one_address_are_two_people() -> None:
    assert likeness_of(listing("Robert Hale"), listing("Susan Hale")) is None


def test_a_parent_and_a_child_of_one_name_are_told_apart_by_their_npi() -> None:
    parent, child = listing("Robert Hale"), listing("Robert Hale", id="younger")
    assert likeness_of(parent | {"npi": make_npi(1)}, child | {"npi": make_npi(2)}) is None


def test_a_parent_and_a_child_of_one_name_are_told_apart_by_their_license_number() -> None:
    parent = listing("Robert Hale", licenses=numbered("40123"))
    child = listing("Robert Hale", id="younger", licenses=numbered("97551"))
    assert likeness_of(parent, child) is None


def test_a_suffix_on_one_side_alone_speaks_against_one_person() -> None:
    alike = likeness_of(listing("Robert Hale"), listing("Robert Hale Jr."))
    assert alike
    assert "suffix_once" in {reason.code for reason in alike.reasons}
    assert alike.certainty != "certain"


def test_one_license_number_and_one_name_are_certain() -> None:
    first = listing("Robert Hale", licenses=numbered("LCSW-040123"))
    second = listing("Bob Hale", phone=None, locations=[], licenses=numbered("40123"))
    alike = likeness_of(first, second)
    assert alike
    assert alike.certainty == "certain"


def test_one_license_number_under_two_npis_is_no_more_than_possible() -> None:
    first = listing("Robert Hale", licenses=numbered("40123"), npi=make_npi(1))
    second = listing("Robert Hale", id="b", licenses=numbered("40123"), npi=make_npi(2))
    alike = likeness_of(first, second)
    assert alike
    assert alike.certainty == "possible"


def test_numbers_of_two_states_say_nothing_of_one_another() -> None:
    first = listing("Robert Hale", licenses=numbered("40123"))
    second = listing("Robert Hale", id="b", licenses=numbered("40123", state="UT"))
    alike = likeness_of(first, second)
    assert alike
    assert not any(reason.code.startswith("license_number") for reason in alike.reasons)


def test_an_npi_in_the_place_of_a_license_number_names_the_person() -> None:
    npi = make_npi(7)
    first = listing("Robert Hale", npi=npi)
    second = listing("R. Hale", id="b", phone=None, locations=[], licenses=numbered(npi))
    alike = likeness_of(first, second)
    assert alike
    assert alike.certainty in {"certain", "likely"}


def test_the_phone_of_a_large_practice_says_little_of_a_person() -> None:
    first = listing("Ana Lopez", locations=[])
    second = listing("Ana Berg", id="b", locations=[])
    many = liken(traits_of(first), traits_of(second), lambda _kind, _value: 40)
    assert many is None
