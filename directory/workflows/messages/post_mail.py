"""Mail through the outbox: posted in the transaction that it tells of, and sent soon after."""

import base64
import hmac
import json
from dataclasses import asdict
from datetime import datetime, timedelta

import structlog
from cryptography.fernet import Fernet, InvalidToken
from sqlmodel import Session

from directory.errors import Unusable
from directory.mail import Mail, Mailer, Unsent
from directory.storage import Outbox, Waiting
from directory.workflows.opening import Directory

# Who takes a mail has so long to send it, before another process may try.
_LEASE = timedelta(minutes=5)
_MOST_AT_ONCE = 20
# What could not be sent in a day is of no use any more: its link is over, or soon will be.
_KEPT = timedelta(days=1)

_log = structlog.get_logger()


def post(session: Session, mail: Mail, at: datetime) -> None:
    """Put a mail, sealed, into the outbox within the caller's transaction."""
    blob = _box(session).encrypt(json.dumps(asdict(mail)).encode())
    Outbox(session).add(blob, at)
    session.info["posted"].set()


def drop_mails_to(session: Session, address: str) -> None:
    """Forget the mails to an address that wait."""
    outbox = Outbox(session)
    for waiting in outbox.all():
        mail = _opened(session, waiting)
        if mail and mail.to.lower() == address.lower():
            outbox.delete(waiting.id)


def deliver(directory: Directory) -> None:
    """Send the mails that are due, and drop the ones that have waited for a day."""
    now = directory.clock()
    directory.database.posted.clear()
    with directory.database.reading() as session:
        if not Outbox(session).is_due(now):
            return
    with directory.database.writing() as session:
        outbox = Outbox(session)
        if dropped := outbox.delete_posted_before(now - _KEPT):
            _log.warning("mail_dropped", count=dropped)
        if directory.mailer is None or not session.info["secret"]:
            return
        taken = outbox.take(now, now + _LEASE, _MOST_AT_ONCE)
        mails = [(waiting, _opened(session, waiting)) for waiting in taken]
    for waiting, mail in mails:
        _send(directory, directory.mailer, waiting, mail)


def _send(directory: Directory, mailer: Mailer, waiting: Waiting, mail: Mail | None) -> None:
    """Send one mail and forget it, or try again later: after 2, 4, 8 ... 64 minutes."""
    try:
        if mail:
            mailer.send(mail)
    except Unsent:
        pause = timedelta(minutes=2 ** min(waiting.tries, 6))
        with directory.database.writing() as session:
            Outbox(session).postpone(waiting.id, directory.clock() + pause)
        return
    with directory.database.writing() as session:
        Outbox(session).delete(waiting.id)


def _opened(session: Session, waiting: Waiting) -> Mail | None:
    try:
        return Mail(**json.loads(_box(session).decrypt(waiting.blob)))
    except InvalidToken:  # sealed under another SECRET_KEY: nobody can send it any more
        _log.warning("mail_dropped", count=1)
        return None


def _box(session: Session) -> Fernet:
    secret = session.info["secret"]
    if not secret:
        raise Unusable("SECRET_KEY is missing: mails wait sealed, so sending needs it")
    key = hmac.digest(secret.encode(), b"outbox", "sha256")
    return Fernet(base64.urlsafe_b64encode(key))
