"""The oracle can say no to sentences that are broken, said twice or telling."""

import pytest

from tests.oracle.asking import Asking
from tests.oracle.forging import ask, objections, with_first


@pytest.mark.parametrize("text", ["", " ", "None takes Aetna.", "Fees from nan.", "Takes {payer}."])
def test_it_objects_to_broken_sentences(asking: Asking, text: str) -> None:
    assert with_first(ask(asking), cautions=[text]) == {"sentences_are_whole"}


def test_it_objects_to_what_is_said_twice(asking: Asking) -> None:
    found = with_first(ask(asking), not_checked=["What it costs.", "What it costs."])
    assert found == {"nothing_is_said_twice"}


def test_it_objects_to_a_need_in_no_known_state(asking: Asking) -> None:
    needs = [{"need": "takes Aetna", "state": "maybe", "text": "May take Aetna."}]
    assert with_first(ask(asking), needs=needs) == {"needs_have_a_state"}


@pytest.mark.parametrize("place", ["cautions", "not_checked"])
@pytest.mark.parametrize(
    "text", ["Your partner may see this.", "Violence at home.", "Works with couples."]
)
def test_it_objects_to_a_telling_word(asking: Asking, place: str, text: str) -> None:
    answer = ask(asking, safety_flags=["partner_violence"])
    assert with_first(answer, **{place: [text]}) == {"nothing_tells_of_a_feared_partner"}


def test_it_objects_to_a_telling_headline(asking: Asking) -> None:
    answer = ask(asking, concerns=["ipv_survivor"])
    found = objections(answer, lambda body: body["crisis"].update(headline="Are you afraid?"))
    assert found == {"nothing_tells_of_a_feared_partner"}
