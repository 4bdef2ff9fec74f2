"""What the workflows of practices share: the site they speak for, and whom they write to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlmodel import Session

from directory.mail import Mail
from directory.providers import Provider
from directory.providers.history import Author
from directory.storage import Accounts, Practices, Providers, StoredPractice
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory
from directory.workflows.practices.practice_letters import PracticeLetters

Letter = Callable[[PracticeLetters, str], Mail]


@dataclass(frozen=True, slots=True)
class PracticeDesk:
    """Where the changes of practices are made."""

    directory: Directory

    def letters(self, practice: StoredPractice) -> PracticeLetters:
        """Return the letters about a practice."""
        return PracticeLetters(self.directory, practice.name)

    def tell(
        self,
        session: Session,
        practice: StoredPractice,
        account_ids: Iterable[str],
        letter: Letter,
    ) -> None:
        """Post a letter to each of these accounts."""
        for address in addresses(session, account_ids):
            post(session, letter(self.letters(practice), address), self.directory.clock())

    def may_not_write_to(self, listing: Provider) -> bool:
        """Tell whether mail to those who keep a listing would leave this machine for nobody."""
        mailer = self.directory.mailer
        return listing.demo and mailer is not None and mailer.is_real

    def let_go(self, session: Session, provider_id: str, author: Author) -> Provider | None:
        """Let a listing be in no practice: rights end at once, and it names the practice no more.

        Returns the listing, None where there is none by now.
        """
        Practices(session).leave(provider_id)
        return self._named_anew(session, provider_id, author)

    def take_in(
        self, session: Session, practice: StoredPractice, provider_id: str, author: Author
    ) -> None:
        """Let a listing be in a practice, and name it."""
        Practices(session).join(practice.id, provider_id, self.directory.clock())
        self._named_anew(session, provider_id, author)

    def _named_anew(self, session: Session, provider_id: str, author: Author) -> Provider | None:
        """Record a listing as it is, which names the practice that it joined."""
        listing = Providers(session).get(provider_id)
        if listing:
            record_change(session, listing, listing, author, self.directory.clock())
        return listing


def addresses(session: Session, account_ids: Iterable[str]) -> tuple[str, ...]:
    """Return the mail addresses of accounts, in order."""
    found = (Accounts(session).get(id) for id in account_ids)
    return tuple(account.email for account in found if account)
