"""The way through the removal of a listing: every page from the form to the link that is over."""

from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.mailing import mails_in, text_of
from tests.web.walking import hidden_fields

TOO_LONG = "x" * 2001
_LINK = "/removal/"


def asking_for_removal(
    client: FlaskClient, instance: Path, listing: str, what: str
) -> Iterator[tuple[str, TestResponse]]:
    """Yield each page with its name; at the end it is hidden, `what` being all or the details."""
    form = f"/providers/{listing}/removal"
    page = client.get(form)
    yield "a removal", page
    yield "a removal, with a slip", _sent(client, page, form, email="nobody", words=TOO_LONG)
    wish = {"what": what, "reason": "unsafe", "email": "me@example.org", "by_mail": "yes"}
    yield "a removal, sent", _sent(client, page, form, **wish)
    link = _LINK + text_of(mails_in(instance)[-1]).partition(_LINK)[2].split()[0]
    page = client.get(link)
    yield "the link of a removal", page
    yield "a removal, done", _sent(client, page, link)
    yield "the link of a removal, over", client.get(link)


def _sent(client: FlaskClient, page: TestResponse, to: str, **typed: str) -> TestResponse:
    data = {**hidden_fields(page.text), **typed}
    return client.post(to, data=data, follow_redirects=True)
