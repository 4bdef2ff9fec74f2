"""The words of the mails about accounts."""

from directory.mail import Mail
from directory.workflows.messages.site_letters import SiteLetters

_NOT_YOU = "If this was not you, you can delete this email. Nothing will happen."


class AccountLetters(SiteLetters):
    """Letters of one site: its name and where it is."""

    def confirm_address(self, to: str, token: str) -> Mail:
        """Return the mail with the link that confirms an address."""
        return self._letter(
            to,
            "Confirm your email address",
            "Hello,",
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
            "Hello,",
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
            "Hello,",
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
            "Hello,",
            f"Your address is confirmed already. You can sign in to “{self.site_name}” here:",
            self._at("/account/sign-in"),
        )

    def new_password(self, to: str, token: str) -> Mail:
        """Return the mail with the link by which a new password is chosen."""
        return self._letter(
            to,
            "Choose a new password",
            "Hello,",
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
            "Hello,",
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
            "Hello,",
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
            "Hello,",
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
            "Hello,",
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
            "Hello,",
            f"Your account on “{self.site_name}” is deleted. We no longer keep this address.",
            "Was this not you? Tell the people who run the site:",
            self._at("/about"),
        )
