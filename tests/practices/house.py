"""Two clinicians, two who manage, and what they can do with a browser and their mail."""

import re
from datetime import timedelta

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from directory.providers import Provider
from directory.providers.history import Change
from directory.storage import Changes, Keepers, Practices, Providers
from tests.accounts import sign_in, store_account
from tests.conftest import NOW
from tests.factories import make_npi, make_provider
from tests.web.mailing import Office, text_of

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_INVITATION = re.compile(r"/my/invitation/\S+")
PEOPLE = ("ana", "ben", "mia", "noa", "eve")


class Human:
    """Somebody with an account, signed in with a second factor, in a browser of their own."""

    def __init__(self, office: Office, name: str) -> None:
        self.id, self.address = f"account-{name}", f"{name}@example.org"
        self._office = office
        self.browser: FlaskClient = sign_in(office.app, self.id, NOW, is_strong=True)

    def see(self, address: str) -> TestResponse:
        return self.browser.get(address)

    def press(self, address: str, page: str | None = None, **typed: str) -> TestResponse:
        """Send a form of the page at `page`, or of one's own first page."""
        token = _TOKEN.search(self.see(page or "/my/find-listing").text)
        assert token
        data = {"csrf_token": token[1], **typed}
        return self.browser.post(address, data=data, headers={"Sec-Fetch-Site": "same-origin"})

    def mails(self) -> list[str]:
        """Return the subjects of the mails to this person, oldest first."""
        return [str(mail["Subject"]) for mail in self._office.mails() if mail["To"] == self.address]

    def invitation(self) -> str:
        """Return where the newest invitation to this person leads."""
        own = [mail for mail in self._office.mails() if mail["To"] == self.address]
        links = [found[0] for mail in own if (found := _INVITATION.search(text_of(mail)))]
        return links[-1]


class House:
    """Ana and Ben keep a listing each; Mia runs a practice; Noa and Eve have only accounts."""

    def __init__(self, office: Office) -> None:
        self.office, self.directory = office, office.directory
        with self.directory.database.writing() as session:
            for name in PEOPLE:
                store_account(session, f"account-{name}", f"{name}@example.org")
            for number, name in enumerate(("ana", "ben")):
                listing = make_provider(
                    id=f"listing-{name}", name=f"{name.title()} Lake", npi=make_npi(number)
                )
                Providers(session).save(listing)
                Keepers(session).add(listing.id, f"account-{name}", NOW - timedelta(days=400))
            Providers(session).save(make_provider(id="nobodys", name="Nobody Yet"))
        self.ana, self.ben, self.mia, self.noa, self.eve = (Human(office, name) for name in PEOPLE)

    def begin(self, who: Human | None = None, name: str = "Green House") -> str:
        """Let somebody begin a practice; return its address."""
        answer = (who or self.mia).press("/my/practice/new", name=name)
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"]

    def listing(self, id: str) -> Provider:
        with self.directory.database.reading() as session:
            found = Providers(session).get(id)
        assert found
        return found

    def changes(self, id: str) -> tuple[Change, ...]:
        with self.directory.database.reading() as session:
            return Changes(session).of_listing(id)

    def practices_of(self, account_id: str) -> int:
        with self.directory.database.reading() as session:
            return len(Practices(session).managed_by(account_id))
