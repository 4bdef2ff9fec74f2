"""Nobody is led to another site."""

import pytest

from tests.account.people import ADDRESS, PASSWORD, sign_up
from tests.web.mailing import Office


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        " //evil.example",
        "/\t/evil.example",
        "evil",
        "https://localhost@evil.example/",
    ],
)
def test_other_sites_are_no_place_to_go_on_to(here: Office, address: str) -> None:
    person = sign_up(here)
    answer = person.submit("/account/sign-in", email=ADDRESS, password=PASSWORD, next=address)
    assert answer.location == "/my/listing"


def test_who_wanted_a_page_gets_there_after_signing_in(here: Office) -> None:
    person = sign_up(here)
    wanted = "/my/listing?from=mail"
    page = person.see(f"/account/sign-in?next={wanted}")
    assert f'name="next" value="{wanted}"' in page.text
    answer = person.submit("/account/sign-in", email=ADDRESS, password=PASSWORD, next=wanted)
    assert answer.location == wanted
