"""The letters of this site, for the routes that post them."""

from directory.web.access import current_settings
from directory.workflows.claim_letters import ClaimLetters


def claim_letters() -> ClaimLetters:
    """Return the letters about claims as this site words them."""
    return ClaimLetters(current_settings())
