"""The mails that a developer's machine keeps in a folder, to be read on a page."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from urllib.parse import urlsplit

from flask import make_response
from werkzeug.wrappers import Response as Reply

from directory.errors import NotFound
from directory.web.access import current_directory, current_settings
from directory.web.account.blueprint import pages
from directory.web.account.pages import MailsPage, ShownMail, ShownPart
from directory.web.rendering import render_page

_NEWEST = 20
_LINK = re.compile(r"(https?://\S+)")


@pages.get("/mail")
def mails() -> Reply:
    """Show the newest mails; only on a developer's machine that sends none."""
    settings, mailer = current_settings(), current_directory().mailer
    if not settings.development or mailer is None or mailer.is_real:
        raise NotFound("mails go out, and are shown to nobody else")
    page = MailsPage(title="Mails of this machine", mails=tuple(_newest(settings.instance_path)))
    return make_response(render_page("account/mails.html", page))


def _newest(instance: Path) -> Iterator[ShownMail]:
    files = sorted((instance / "mail").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    for file in reversed(files[-_NEWEST:]):
        mail = message_from_bytes(file.read_bytes(), policy=default)
        if isinstance(mail, EmailMessage):
            text = str(mail.get_content()).replace("\r\n", "\n")
            paragraphs = tuple(tuple(_parts(one)) for one in text.split("\n\n"))
            yield ShownMail(str(mail["To"]), str(mail["Subject"]), paragraphs)


def _parts(text: str) -> Iterator[ShownPart]:
    """Cut a text into words and links; a link leads to this machine."""
    for piece in _LINK.split(text):
        parts = urlsplit(piece) if _LINK.fullmatch(piece) else None
        query = f"?{parts.query}" if parts and parts.query else ""
        yield ShownPart(piece, f"{parts.path}{query}" if parts else None)
