"""An owner who looks into every room."""

from dataclasses import dataclass

from flask.testing import FlaskClient

from directory.providers import Provider
from directory.storage import Providers
from tests.accounts import sign_in, store_account
from tests.claim.people import ACCOUNTS
from tests.factories import make_provider, make_unclaimed
from tests.imports.desk import Desk
from tests.journeys.seeing import Seen, Sight
from tests.journeys.sending import see
from tests.permissions.database import Snapshot
from tests.permissions.sides import account_of
from tests.web.mailing import Office


@dataclass(frozen=True)
class Visit:
    """The application, what was seen of it, its owner's browser, and the desk of an editor."""

    here: Office
    sight: Sight
    owner: FlaskClient
    desk: Desk

    def look(self, name: str, address: str) -> Seen:
        """Look at a page, and send nothing."""
        return self.sight.look(self.owner, address, f"admin: {name}", f"admin: {name}")

    def see(self, name: str, address: str) -> None:
        """See a page, and what each of its forms brings about; leave everything as it was."""
        snapshot = Snapshot(self.here.directory.database)
        see(self.sight, snapshot, self.owner, f"admin: {name}", address)
        snapshot.close()

    def store(self, *listings: Provider) -> None:
        """Save listings."""
        with self.here.directory.database.writing() as session:
            for listing in listings:
                Providers(session).save(listing)


def open_visit(here: Office, sight: Sight) -> Visit:
    """Let an editor and an owner sit at their desks, and somebody have a listing."""
    with here.directory.database.writing() as session:
        store_account(session, "editor", "ed@directory.example", role="editor")
        for id, address in ACCOUNTS.items():
            store_account(session, id, address, role="owner" if id == "boss" else None)
    owner = sign_in(here.app, account_of("owner"), here.clock(), True)
    visit = Visit(here, sight, owner, Desk(here))
    visit.store(
        make_unclaimed(name="Una Claimed", published=False),
        make_provider(id="rosa-garden", name="Rosa Garden", languages=["en", "es"]),
    )
    return visit
