"""The words of the mails about practices."""

from dataclasses import dataclass
from datetime import date

from directory.mail import Mail
from directory.sentences import ENGLISH
from directory.workflows.messages.site_letters import SiteLetters

_WHAT_IT_MEANS = (
    "If you accept, the people who manage the practice can edit your listing: hours, fees,"
    " insurance, words and so on. They cannot change your name, your license, your sign-in or who"
    " else keeps the listing. You see who they are, and you can leave with one click, at any time."
)


@dataclass(frozen=True, slots=True)
class PracticeLetters(SiteLetters):
    """Letters of one site about one practice."""

    practice: str

    def invite_clinician(self, to: str, token: str, until: date) -> Mail:
        """Return the mail that asks somebody to let their listing join."""
        return self._letter(
            to,
            f"{self.practice} invites you to join",
            "Hello,",
            f"“{self.practice}” would like to look after your listing on “{self.site_name}”.",
            _WHAT_IT_MEANS,
            f"Look at the invitation here. It works once, until {ENGLISH.day(until)}:",
            self._at(f"/my/invitation/{token}"),
            "If you do not know this practice, you can delete this email. Nothing will happen.",
        )

    def invite_manager(self, to: str, token: str, until: date) -> Mail:
        """Return the mail that asks somebody to help manage the practice."""
        return self._letter(
            to,
            f"Help to manage {self.practice}",
            "Hello,",
            f"Someone who manages “{self.practice}” on “{self.site_name}” asks you to do so, too."
            " You could then edit the listings of its clinicians, and invite others.",
            f"Look at the invitation here. It works once, until {ENGLISH.day(until)}:",
            self._at(f"/my/invitation/{token}"),
            "If you do not know this practice, you can delete this email. Nothing will happen.",
        )

    def listing_joined(self, to: str, name: str, provider_id: str) -> Mail:
        """Return the mail to the managers that a listing joined."""
        return self._letter(
            to,
            f"{name} joined {self.practice}",
            "Hello,",
            f"{name} accepted your invitation. You can now edit the listing:",
            self._at(f"/my/listing/{provider_id}"),
        )

    def you_joined(self, to: str, name: str, provider_id: str) -> Mail:
        """Return the mail to those who keep a listing that it joined."""
        return self._letter(
            to,
            f"Your listing joined {self.practice}",
            "Hello,",
            f"The listing of {name} joined “{self.practice}”. The people who manage the practice"
            " can now edit it.",
            "See who they are, or leave with one click, here:",
            self._at(f"/my/listing/{provider_id}/practice"),
        )

    def listing_left(self, to: str, name: str) -> Mail:
        """Return the mail to the managers that a listing left."""
        return self._letter(
            to,
            f"{name} left {self.practice}",
            "Hello,",
            f"{name} left “{self.practice}”. You can no longer edit the listing, and it no longer"
            " names the practice.",
        )

    def listing_removed(self, to: str, name: str, provider_id: str) -> Mail:
        """Return the mail to those who keep a listing that the practice let go."""
        return self._letter(
            to,
            f"Your listing is no longer with {self.practice}",
            "Hello,",
            f"The listing of {name} is no longer with “{self.practice}”. Nobody there can edit it"
            " any more, and it no longer names the practice. All else is as it was.",
            "Your listing:",
            self._at(f"/my/listing/{provider_id}"),
        )

    def manager_joined(self, to: str, address: str) -> Mail:
        """Return the mail to the managers that there is one more of them."""
        return self._letter(
            to,
            f"{address} now manages {self.practice}, too",
            "Hello,",
            f"{address} accepted an invitation to manage “{self.practice}”. If you did not expect"
            " this, talk to your colleagues.",
        )
