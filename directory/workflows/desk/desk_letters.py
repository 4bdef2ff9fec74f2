"""The words of the mails to keepers whose listing is taken off the site, or comes back."""

from directory.mail import Mail
from directory.workflows.messages.site_letters import SiteLetters, quoted


class DeskLetters(SiteLetters):
    """Letters of one site: its name and where it is."""

    def taken_off(self, to: str, name: str, provider_id: str, reason: str) -> Mail:
        """Return the mail to a keeper whose listing patients no longer see, with the reason."""
        return self._letter(
            to,
            "Patients no longer see your listing",
            f"Hello {name},",
            f"We have taken your listing off “{self.site_name}” for now. This is why:",
            quoted(reason),
            "Nothing that you wrote is lost. If this is wrong, or has changed, publish the listing"
            " again: a person then looks at it, within two business days.",
            self._at(f"/my/listing/{provider_id}"),
        )

    def back(self, to: str, name: str, provider_id: str) -> Mail:
        """Return the mail to a keeper whose listing was taken off the site and is back."""
        return self._letter(
            to,
            "Patients see your listing again",
            f"Hello {name},",
            f"Your listing is back on “{self.site_name}”, as you left it:",
            self._at(f"/my/listing/{provider_id}"),
        )
