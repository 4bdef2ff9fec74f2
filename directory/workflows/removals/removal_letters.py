"""The words of the mails about wishes to be removed."""

from directory.mail import Mail
from directory.workflows.messages.site_letters import SiteLetters, quoted


class RemovalLetters(SiteLetters):
    """Letters of one site: its name and where it is. They go to people who may be listed there."""

    def confirm(self, to: str, name: str, token: str) -> Mail:
        """Return the mail to the contact on file that hides a listing at once."""
        return self._letter(
            to,
            "Do you want this listing hidden?",
            "Hello,",
            f"Someone asked to remove the listing of {name} from “{self.site_name}”. Your address"
            " is on file for it. If you want that, say so here within 48 hours. It is then hidden"
            " at once, while a person looks into it:",
            self._at(f"/removal/{token}"),
            "If you do not want it, you need do nothing.",
        )

    def done(self, to: str) -> Mail:
        """Return the mail to whoever asked that it is done."""
        return self._letter(
            to,
            "It is removed",
            "Hello,",
            f"We have removed what you asked us to remove from “{self.site_name}”. It will not"
            " come back when we next read the public registers.",
            "Search engines may show their own copy for some days more.",
        )

    def refused(self, to: str, reason: str) -> Mail:
        """Return the mail to whoever asked that it was not done, with the reason."""
        return self._letter(
            to,
            "About your wish to have a listing removed",
            "Hello,",
            f"We have not removed the listing from “{self.site_name}”. This is why:",
            quoted(reason),
        )
