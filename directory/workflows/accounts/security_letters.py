"""The words of the mails that tell an account's owner how signing in has changed."""

from typing import Literal

from directory.mail import Mail
from directory.workflows.messages.site_letters import NamedSite

Event = Literal[
    "authenticator_added",
    "authenticator_removed",
    "passkey_added",
    "passkey_removed",
    "recovery_codes_renewed",
    "recovery_code_used",
    "all_cleared",
]
_CLEARED = (
    "The people who run this site took the app, passkeys and recovery codes of your account away,"
    " as they were asked to. Sign in with your password, and set up new ones."
)
_WORDS: dict[Event, tuple[str, str]] = {
    "authenticator_added": (
        "An authenticator app was added to your account",
        "Signing in to your account now asks for a code from an authenticator app.",
    ),
    "authenticator_removed": (
        "The authenticator app was removed from your account",
        "Signing in to your account no longer asks for a code from an authenticator app.",
    ),
    "passkey_added": (
        "A passkey was added to your account",
        "A new passkey can now sign in to your account.",
    ),
    "passkey_removed": (
        "A passkey was removed from your account",
        "One of your passkeys can no longer sign in to your account.",
    ),
    "recovery_codes_renewed": (
        "You have new recovery codes",
        "New recovery codes were made for your account. The old ones no longer work.",
    ),
    "recovery_code_used": (
        "A recovery code was used",
        "Somebody signed in to your account with a recovery code. That code is used up.",
    ),
    "all_cleared": (
        "Your second step was taken away",
        _CLEARED,
    ),
}


def security_letter(event: Event, to: str, site: NamedSite) -> Mail:
    """Return the mail that tells what was changed, and what to do if it was somebody else."""
    subject, said = _WORDS[event]
    parts = (
        "Hello,",
        said,
        "Was this you? Then there is nothing to do.",
        "Was this not you? Choose a new password now. That signs everybody out:",
        f"{site.site_url}/account/forgotten",
        "Then look at your passkeys and your authenticator app, and take away what is not yours:",
        f"{site.site_url}/account/security",
        f"{site.site_name}, {site.site_url}",
    )
    return Mail(to=to, subject=subject, text="\n\n".join(parts) + "\n", language="en")
