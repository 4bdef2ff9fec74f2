"""The words of the mails about accounts."""

from dataclasses import dataclass
from typing import Self

from directory.config import Settings
from directory.mail import Mail

_NOT_YOU = "If this was not you, you can delete this email. Nothing will happen."
_NO_REPLY = "Please do not reply to this email. No one would read it."


@dataclass(frozen=True, slots=True)
class AccountLetters:
    """Letters of one site: its name and where it is."""

    site_name: str
    site_url: str

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the letters of the site that the settings describe."""
        return cls(settings.site_name, settings.site_url)

    def confirm_address(self, to: str, token: str) -> Mail:
        """Return the mail with the link that confirms an address."""
        return self._letter(
            to,
            "Confirm your email address",
            f"Someone began an account on “{self.site_name}” with this address. If it was you,"
            " confirm the address here within two days:",
            self._at(f"/account/confirm/{token}"),
            _NOT_YOU,
        )

    def account_exists(self, to: str) -> Mail:
        """Return the mail to whoever signs up with an address that has an account."""
        return self._letter(
            to,
            "You already have an account",
            f"Someone tried to begin an account on “{self.site_name}” with this address. It has"
            " one. If it was you, sign in here:",
            self._at("/account/sign-in"),
            "Or choose a new password here:",
            self._at("/account/forgotten"),
            _NOT_YOU,
        )

    def no_account(self, to: str) -> Mail:
        """Return the mail to an address without an account, for which a link was asked."""
        return self._letter(
            to,
            "There is no account with this address",
            f"Someone asked “{self.site_name}” for a link to an account with this address. There"
            " is none. If it was you, try the address with which you signed up, or begin an"
            " account here:",
            self._at("/account/sign-up"),
            _NOT_YOU,
        )

    def address_is_confirmed(self, to: str) -> Mail:
        """Return the mail to whoever asks to confirm an address that is confirmed."""
        return self._letter(
            to,
            "Your address is confirmed",
            f"Your address is confirmed already. You can sign in to “{self.site_name}” here:",
            self._at("/account/sign-in"),
        )

    def new_password(self, to: str, token: str) -> Mail:
        """Return the mail with the link by which a new password is chosen."""
        return self._letter(
            to,
            "Choose a new password",
            f"Someone asked for a new password for your account on “{self.site_name}”. If it was"
            " you, choose it here within an hour. The link works once:",
            self._at(f"/account/reset/{token}"),
            "If this was not you, you can delete this email. Your password stays as it is.",
        )

    def password_changed(self, to: str) -> Mail:
        """Return the mail that says that the password is another one."""
        return self._letter(
            to,
            "Your password was changed",
            f"The password of your account on “{self.site_name}” was changed. Everyone who was"
            " signed in to it was signed out.",
            "If this was not you, choose a new password now:",
            self._at("/account/forgotten"),
        )

    def confirm_new_address(self, to: str, token: str) -> Mail:
        """Return the mail with the link that gives an account a new address."""
        return self._letter(
            to,
            "Confirm your new email address",
            f"Someone wants to use this address for their account on “{self.site_name}”. If it was"
            " you, confirm it here within a day:",
            self._at(f"/account/address/confirm/{token}"),
            _NOT_YOU,
        )

    def address_is_taken(self, to: str) -> Mail:
        """Return the mail to an address that has an account, and was wanted for another."""
        return self._letter(
            to,
            "This address has an account already",
            f"Someone wants to use this address for another account on “{self.site_name}”. But it"
            " has an account of its own. If it was you, sign in here and delete that one first:",
            self._at("/account/sign-in"),
            _NOT_YOU,
        )

    def address_changes(self, to: str, token: str) -> Mail:
        """Return the mail that tells the old address of the change, and how to stop it."""
        return self._letter(
            to,
            "The email address of your account will change",
            f"Someone asked to use another email address for your account on “{self.site_name}”."
            " Was this you? Then there is nothing to do.",
            "Was this not you? Stop it here within seven days, even if it is done by then. That"
            " also signs everyone out, and you choose a new password:",
            self._at(f"/account/address/stop/{token}"),
        )

    def account_deleted(self, to: str) -> Mail:
        """Return the last mail to somebody whose account is gone."""
        return self._letter(
            to,
            "Your account is deleted",
            f"Your account on “{self.site_name}” is deleted. We no longer keep this address.",
            "Was this not you? Tell the people who run the site:",
            self._at("/about"),
        )

    def _at(self, path: str) -> str:
        return f"{self.site_url}{path}"

    def _letter(self, to: str, subject: str, *parts: str) -> Mail:
        text = "\n\n".join(("Hello,", *parts, _NO_REPLY)) + "\n"
        return Mail(to=to, subject=subject, text=text, language="en")
