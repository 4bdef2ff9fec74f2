"""Keepers, their listings and the mails that wait for them, without a browser."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from sqlalchemy import text

from directory.config import Settings
from directory.mail import Mail
from directory.providers import Provider
from directory.providers.freshness import FACTS
from directory.storage import Accounts, Changes, Keepers, Providers
from directory.storage.accounts import StoredAccount
from directory.workflows import Directory, open_directory
from directory.workflows.keeping.keep_links import SAYINGS
from directory.workflows.messages.post_mail import _box
from tests.conftest import NOW
from tests.factories import make_provider, store
from tests.prepared import lay_out

TODAY = NOW.date()
LINK = re.compile(r"(?m)^https://directory\.example/keep/(\S+)$")


@dataclass
class Calendar:
    """A clock that a test sets to a day."""

    today: date = TODAY

    def __call__(self) -> datetime:
        return datetime.combine(self.today, time(12), tzinfo=UTC)

    def pass_days(self, days: int) -> None:
        self.today += timedelta(days=days)


@dataclass
class House:
    """A directory on a day, with its mails."""

    directory: Directory
    calendar: Calendar

    def listing(self, id: str = "ana-lopez") -> Provider:
        with self.directory.database.reading() as session:
            found = Providers(session).get(id)
        assert found
        return found

    def history(self, id: str = "ana-lopez") -> list[tuple[str, set[str]]]:
        """Return who changed which fields, the newest change first."""
        with self.directory.database.reading() as session:
            changes = Changes(session).of_listing(id)
        return [(one.author.kind, set(one.after)) for one in changes]

    def let_keep(self, account_id: str, *ids: str) -> None:
        """Make an account, and let it keep some listings."""
        with self.directory.database.writing() as session:
            if Accounts(session).get(account_id) is None:
                Accounts(session).add(account_of(account_id))
            for id in ids:
                Keepers(session).add(id, account_id, NOW)

    def new_mails(self) -> list[Mail]:
        """Return the mails that wait, and take them out."""
        with self.directory.database.writing() as session:
            blobs = session.execute(text("SELECT blob FROM outbox ORDER BY id")).scalars().all()
            session.execute(text("DELETE FROM outbox"))
        box = outbox_key(self.directory)
        return [Mail(**json.loads(box.decrypt(blob))) for blob in blobs]


def outbox_key(directory: Directory) -> Fernet:
    with directory.database.reading() as session:
        return _box(session)


def account_of(id: str) -> StoredAccount:
    return StoredAccount(
        id=id,
        email=f"{id}@practice.example",
        created_at=NOW,
        fs_uniquifier=f"u-{id}",
        fs_webauthn_user_handle=f"h-{id}",
        confirmed_at=NOW,
    )


@contextmanager
def house(folder: Path) -> Iterator[House]:
    """Open an empty directory whose mails are laid into a folder."""
    settings = Settings.from_environment(
        {
            "DIRECTORY_ENV": "development",
            "INSTANCE_PATH": str(folder),
            "SECRET_KEY": "a key for tests alone",
            "SITE_URL": "https://directory.example",
        }
    )
    calendar = Calendar()
    lay_out(folder)
    directory = open_directory(settings, clock=calendar)
    yield House(directory, calendar)
    directory.close()


def said(day: date = TODAY, **changes: Any) -> Provider:
    """Return a listing all of whose facts were confirmed on a day."""
    opening = {"accepting": "yes", "confirmed_at": day}
    facts = {"confirmed": dict.fromkeys(FACTS, day), "availability": opening}
    return make_provider(**facts | changes)


def keep(here: House, *listings: Provider) -> House:
    """Store listings that one account keeps, the one called ana."""
    store(here.directory, *listings)
    here.let_keep("ana", *(listing.id for listing in listings))
    return here


def tokens_in(mail: Mail) -> dict[str, str]:
    """Return the ends of the links of a reminder, by what each says."""
    return dict(zip(SAYINGS, LINK.findall(mail.text), strict=True))
