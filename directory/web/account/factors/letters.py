"""The letters about factors, as this site sends them."""

from directory.mail import Mail
from directory.web.access import current_settings
from directory.workflows.accounts.security_letters import Event, security_letter


def letter(event: Event, to: str) -> Mail:
    """Return the mail that tells an account's owner what happened to it."""
    return security_letter(event, to, current_settings())
