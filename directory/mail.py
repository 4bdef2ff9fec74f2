"""Plain text mail: by SMTP, or into a folder on a developer's machine."""

import re
import secrets
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

import structlog

from directory.config import Settings
from directory.errors import DirectoryError, Unusable

# How long the person who sends waits at most for each answer of the mail server.
_SECONDS = 8.0
_LONGEST = 254  # characters of an address (RFC 5321)
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}"
)
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_PORTS = {"smtp": 587, "smtps": 465}

_log = structlog.get_logger()


class Unsent(DirectoryError):
    """A mail could not be handed over."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail; it shows nothing of itself where it is printed."""

    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    language: str
    reply_to: str | None = field(default=None, repr=False)


class Mailer(Protocol):
    """A way to send mail; `is_real` where it reaches people."""

    is_real: bool

    def send(self, mail: Mail) -> None:
        """Hand a mail over; raise Unsent where that did not work."""


def is_mail_address(text: str) -> bool:
    """Tell whether a text is one address that any mail server takes."""
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None and ".." not in text


def mailer_of(settings: Settings) -> Mailer | None:
    """Return the mailer that the settings describe, None where mail is not set up.

    Raises Unusable where a setting is wrong.
    """
    if settings.mail_url:
        return SmtpMailer(_smtp_address(settings), _sender(settings))
    if settings.development:
        return FolderMailer(settings.instance_path / "mail")
    return None


class SmtpMailer:
    """Sends by SMTP, and never without TLS unless the server is on this machine."""

    is_real = True

    def __init__(self, url: SplitResult, sender: str) -> None:
        self._url = url
        self._sender = sender

    def send(self, mail: Mail) -> None:
        """Hand a mail to the server; raise Unsent where it does not take it."""
        try:
            server = self._dialled()
            try:
                self._enter(server)
                server.send_message(_message(mail, self._sender))
            finally:
                _part(server)
        except (smtplib.SMTPException, OSError) as error:
            _log.warning("mail_unsent", kind=type(error).__name__)
            raise Unsent("the mail server did not take the mail") from None

    def _dialled(self) -> smtplib.SMTP:
        url = self._url
        own_name = self._sender.partition("@")[2]  # asking the network for it can take long
        place = (url.hostname or "", url.port or _PORTS[url.scheme], own_name)
        if url.scheme == "smtps":
            tls = ssl.create_default_context()
            return smtplib.SMTP_SSL(*place, timeout=_SECONDS, context=tls)
        return smtplib.SMTP(*place, timeout=_SECONDS)

    def _enter(self, server: smtplib.SMTP) -> None:
        url = self._url
        if url.scheme == "smtp" and url.hostname not in _HERE:
            server.starttls(context=ssl.create_default_context())
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))


class FolderMailer:
    """Lays each mail as a file into a folder that only this user can read."""

    is_real = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, mail: Mail) -> None:
        """Write a mail as an .eml file."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._folder / f"{secrets.token_hex(8)}.eml"
            path.touch(mode=0o600)
            path.write_bytes(_message(mail, "no-reply@localhost").as_bytes())
        except OSError as error:
            _log.warning("mail_unsent", kind=type(error).__name__)
            raise Unsent("the folder of the mails cannot be written") from None


def _part(server: smtplib.SMTP) -> None:
    """Part from a server; what it says to that changes nothing for a mail that it took."""
    with suppress(smtplib.SMTPException, OSError):
        server.quit()
    server.close()


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = mail.to
    if mail.reply_to:
        message["Reply-To"] = mail.reply_to
    message["Subject"] = mail.subject
    message["Date"] = formatdate(usegmt=True)
    message["Message-ID"] = make_msgid(domain=sender.partition("@")[2])
    # Or a writer who is away would answer by machine, and so show their address to the provider.
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(mail.text, cte="quoted-printable")
    message["Content-Language"] = mail.language
    return message


def _smtp_address(settings: Settings) -> SplitResult:
    example = "write it as smtp://user:password@mail.example.org:587"
    try:
        url = urlsplit(settings.mail_url)
        is_usable = url.scheme in _PORTS and bool(url.hostname) and url.port != 0
    except ValueError:
        is_usable = False
    if not is_usable:  # the value may hold a password, so it is not shown
        raise Unusable(f"MAIL_URL is no address of a mail server: {example}")
    if not settings.development and urlsplit(settings.site_url).hostname in _HERE:
        raise Unusable("MAIL_URL needs SITE_URL: mails hold links to this site")
    return url


def _sender(settings: Settings) -> str:
    if not is_mail_address(settings.mail_from):
        raise Unusable("MAIL_URL needs MAIL_FROM: write it as no-reply@example.org")
    return settings.mail_from
