"""Adding a photo and taking it away, as whoever keeps the listing does it."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

from directory.storage import Changes, Keepers, Photos
from directory.web.access import EXTENSION
from directory.workflows import Directory
from tests.accounts import sign_in, store_account
from tests.web.conftest import filled_app, noon

ID, ADDRESS = "lcsw-1", "/my/listing/lcsw-1/photo"
KEEPER = "account-keeper"
MULTIPART = "multipart/form-data; boundary=X"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = filled_app(tmp_path)
    directory = app.extensions[EXTENSION]
    with directory.database.writing() as session:
        store_account(session, KEEPER, "ben@example.org")
        Keepers(session).add(ID, KEEPER, noon())
    yield app
    directory.close()


@pytest.fixture
def keeper(app: Flask) -> FlaskClient:
    return sign_in(app, KEEPER, noon(), True)


def picture(colour: str = "teal", side: int = 400) -> bytes:
    out = BytesIO()
    Image.new("RGB", (side, side), colour).save(out, "PNG")
    return out.getvalue()


def send(client: FlaskClient, data: bytes, name: str = "me.png", to: str = ADDRESS) -> TestResponse:
    token = _TOKEN.search(client.get(ADDRESS).text)
    assert token
    return client.post(to, data=body(token[1], data, name), content_type=MULTIPART)


def body(token: str, data: bytes, name: str) -> bytes:
    """Return a form as a browser sends it; that of Flask leaves a file open."""
    parts = (
        b'--X\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n' + token.encode(),
        f'--X\r\nContent-Disposition: form-data; name="photo"; filename="{name}"\r\n'.encode()
        + b"Content-Type: image/png\r\n\r\n"
        + data,
        b"--X--\r\n",
    )
    return b"\r\n".join(parts)


def photo_of(app: Flask) -> str | None:
    directory: Directory = app.extensions[EXTENSION]
    with directory.database.reading() as session:
        return Photos(session).name_of(ID)


def test_a_keeper_adds_a_photo_and_patients_see_it(app: Flask, keeper: FlaskClient) -> None:
    answer = send(keeper, picture())
    assert (answer.status_code, answer.location) == (303, f"{ADDRESS}?saved=1")
    assert "Your photo is saved." in keeper.get(answer.location).text
    assert f"/photos/{photo_of(app)}.jpg" in app.test_client().get(f"/providers/{ID}").text


def test_a_keeper_takes_the_photo_away(app: Flask, keeper: FlaskClient) -> None:
    send(keeper, picture())
    answer = send(keeper, b"", to=f"{ADDRESS}/remove")
    assert "Your photo is gone." in keeper.get(answer.location).text
    assert photo_of(app) is None


def test_the_history_names_whoever_changed_it(app: Flask, keeper: FlaskClient) -> None:
    send(keeper, picture())
    with app.extensions[EXTENSION].database.reading() as session:
        (change,) = Changes(session).of_listing(ID)
    assert (change.author.kind, change.author.account_id) == ("provider", KEEPER)


def test_an_unusable_file_is_explained_where_it_was_chosen(app: Flask, keeper: FlaskClient) -> None:
    answer = send(keeper, b"<svg/>", "me.jpg")
    assert answer.status_code == 422
    assert "<title>Error: Your photo" in answer.text
    assert answer.text.count("cannot be read as a photo") == 2
    assert 'href="#photo"' in answer.text
    assert photo_of(app) is None


def test_no_file_is_explained(keeper: FlaskClient) -> None:
    assert "Choose a photo" in send(keeper, b"", "").text


@pytest.mark.parametrize("size", [6_000_000, 21_000_000])
def test_a_file_that_is_too_large_gets_a_kind_word(keeper: FlaskClient, size: int) -> None:
    answer = send(keeper, bytes(size))
    assert answer.status_code == 422
    assert "The photo must be smaller than 5 MB" in answer.text


def test_a_wrong_file_leaves_the_photo_as_it_was(app: Flask, keeper: FlaskClient) -> None:
    send(keeper, picture())
    before = photo_of(app)
    send(keeper, b"no photo")
    assert photo_of(app) == before


def test_other_forms_may_not_be_larger_for_it(keeper: FlaskClient) -> None:
    assert keeper.post("/providers/lcsw-1/message", data=bytes(2_000_000)).status_code in {400, 413}


def test_only_keepers_see_a_photo_that_is_not_public(app: Flask, keeper: FlaskClient) -> None:
    send(keeper, picture())
    for address in ("/my/listing/lcsw-1/photo.jpg", "/my/listing/lcsw-1/photo/small.jpg"):
        shown = keeper.get(address)
        assert shown.content_type == "image/jpeg"
        assert shown.headers["Cache-Control"] == "no-store"
        assert app.test_client().get(address).status_code == 303


def test_a_form_without_a_token_changes_nothing(app: Flask, keeper: FlaskClient) -> None:
    answer = keeper.post(ADDRESS, data=body("", picture(), "me.png"), content_type=MULTIPART)
    assert answer.status_code == 400
    assert photo_of(app) is None


def test_the_history_of_a_listing_tells_of_its_photo(app: Flask, keeper: FlaskClient) -> None:
    send(keeper, picture())
    send(keeper, picture("red"))
    page = keeper.get(f"/my/listing/{ID}/history").text
    assert "Photo" in page
    assert "another photo" in page


def test_to_bring_back_what_was_before_a_photo_changes_nothing(
    app: Flask, keeper: FlaskClient
) -> None:
    send(keeper, picture())
    with app.extensions[EXTENSION].database.reading() as session:
        (change,) = Changes(session).of_listing(ID)
    answer = keeper.get(f"/my/listing/{ID}/history/restore?change={change.id}")
    assert answer.status_code < 500
    assert photo_of(app)
