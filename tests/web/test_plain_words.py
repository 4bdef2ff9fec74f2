"""Facts of a listing in plain words."""

import pytest

from directory.web.patient.listing.plain_words import payer_words
from tests.web.people import therapist


@pytest.mark.parametrize(
    ("payers", "words"),
    [
        (["aetna", "self_pay"], "Takes Aetna"),
        (["self_pay"], "You pay on your own"),
        (["self_pay", "out_of_network"], "You pay on your own. A plan may pay some back"),
        ([], "Insurance: not known"),
    ],
)
def test_paying_on_your_own_is_no_health_plan(payers: list[str], words: str) -> None:
    assert payer_words(therapist("one", "Ana Alvarez", payers=payers)) == words
