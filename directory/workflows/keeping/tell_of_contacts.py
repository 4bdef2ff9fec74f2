"""Telling those who keep a listing that its contacts changed: whoever did it may be a thief.

A session that somebody copied, or a practice, could send patients to another phone unseen.
"""

from collections.abc import Iterator

from directory.mail import Mail
from directory.providers import Provider
from directory.storage import Keepers, Providers
from directory.workflows.keeping.drafted_listing import is_live
from directory.workflows.messages.post_mail import post
from directory.workflows.messages.site_letters import SiteLetters
from directory.workflows.opening import Directory
from directory.workflows.practices.practices import addresses


class ContactLetters(SiteLetters):
    """Letters of one site about the contacts of listings."""

    def changed(self, to: str, listing: Provider, what: tuple[str, ...]) -> Mail:
        """Return the mail that says which contacts changed, and how to undo it."""
        return self._letter(
            to,
            "How people reach you was changed",
            "Hello,",
            f"This was just changed in the listing of {listing.name} on “{self.site_name}”:"
            f" {', '.join(what)}.",
            "If that was you or your practice, you need do nothing.",
            "If not, bring back what was there before:",
            self._at(f"/my/listing/{listing.id}/history"),
            "Then see who is signed in to your account, and choose a new password:",
            self._at("/account/sessions"),
        )


def tell_of_contacts(directory: Directory, letters: ContactLetters, before: Provider) -> None:
    """Mail whoever keeps a public listing where it tells patients other contacts than before."""
    with directory.database.writing() as session:
        after = Providers(session).get(before.id)
        what = tuple(_changed(before, after)) if after and is_live(after) else ()
        if after is None or not what:
            return
        for address in addresses(session, Keepers(session).of_listing(after.id)):
            post(session, letters.changed(address, after, what), directory.clock())


def _changed(before: Provider, after: Provider) -> Iterator[str]:
    if (before.phone, _phones(before)) != (after.phone, _phones(after)):
        yield "the phone number"
    if before.website != after.website:
        yield "the website"
    if before.email != after.email:
        yield "the email address for messages"


def _phones(provider: Provider) -> set[str | None]:
    """Return the phones at places; a place that goes or comes without one changes nothing."""
    return {place.phone for place in provider.locations if place.phone}
