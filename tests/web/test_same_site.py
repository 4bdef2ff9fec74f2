"""A form of the shortlist is taken where the browser vouches that it came from here."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers

from directory.web.patient.same_site import came_from_here
from tests.web.walking import hidden_fields

HERE = "care.example.org"


@pytest.mark.parametrize(
    ("headers", "is_from_here"),
    [
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site", "Origin": f"https://{HERE}"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Origin": f"https://{HERE}"}, True),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": f"https://evil.example/{HERE}"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://[evil"}, False),
        ({"Origin": ""}, False),
        ({"Origin": f"https://{HERE}@evil.example"}, False),
        ({"Origin": f"https://{HERE}.evil.example"}, False),
        ({"Origin": f"https://{HERE}:8443"}, False),
        ({}, True),
    ],
)
def test_what_browsers_send_tells_where_a_form_comes_from(
    headers: dict[str, str], is_from_here: bool
) -> None:
    assert came_from_here(Headers(headers), HERE, has_cookie=False) is is_from_here


def test_without_https_the_cookie_vouches_for_a_form() -> None:
    assert came_from_here(Headers({"Origin": "null"}), HERE, has_cookie=True)
    assert not came_from_here(Headers({"Origin": "https://evil.example"}), HERE, has_cookie=True)


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/shortlist", {"keep": "lcsw-1"}),
        ("/shortlist/compare", {"compare": "lcsw-1"}),
        ("/shortlist/told", {"listing": "lcsw-1", "kind": "full"}),
    ],
)
def test_a_form_of_another_site_does_nothing(
    client: FlaskClient, address: str, fields: dict[str, str]
) -> None:
    reply = client.post(address, data=fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert reply.status_code == 403
    assert client.get_cookie("visit") is None


def test_where_nothing_vouches_one_more_press_does(app: Flask, client: FlaskClient) -> None:
    fields = {"keep": "lcsw-1", "back": "/search?q=panic"}
    asked = client.post("/shortlist", data=fields, headers={"Origin": "null"})
    again = hidden_fields(asked.text)
    assert fields.items() <= again.items()
    reply = client.post("/shortlist", data=again, headers={"Origin": "null"})
    assert (reply.status_code, reply.location) == (303, "/search?q=panic#kept")
    forged = app.test_client().post(
        "/shortlist", data={**fields, "csrf_token": "made up"}, headers={"Origin": "null"}
    )
    assert forged.status_code == 403
