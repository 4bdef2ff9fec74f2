"""Names that a register keeps in capitals, as people write them."""

import pytest

from directory.exchange.names import person_name, place_name


@pytest.mark.parametrize(
    ("last", "written"),
    [
        ("MCDONALD", "McDonald"),
        ("MACDONALD", "MacDonald"),
        ("MACIAS", "Macias"),
        ("O'BRIEN", "O'Brien"),
        ("DE LA CRUZ", "de la Cruz"),
        ("VAN DER VOORT", "van der Voort"),
        ("VAN", "Van"),
        ("JONES-MCWILLIAMS", "Jones-McWilliams"),
        ("ST. JOHN", "St. John"),
        ("MÜLLER", "Müller"),
        ("DeVito", "DeVito"),
        ("VERGO, JR.", "Vergo Jr."),
        ("SMITH, PHD", "Smith"),
        ("WHITE III", "White III"),
    ],
)
def test_a_last_name_is_written_as_people_write_it(last: str, written: str) -> None:
    assert person_name("ANN", "", last, "") == f"Ann {written}"


def test_a_suffix_follows_the_name_once() -> None:
    assert person_name("ROBERT", "A,", "MURO, JR.", "JR.") == "Robert A Muro Jr."


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("100 NW 42ND ST STE 3E", "100 NW 42nd St Ste 3E"),
        ("PO BOX 5", "PO Box 5"),
        ("CHILDREN'S HOSPITAL", "Children's Hospital"),
    ],
)
def test_a_street_keeps_its_directions_in_capitals(capitals: str, written: str) -> None:
    assert place_name(capitals) == written
