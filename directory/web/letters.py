"""The letters of this site, for the routes that post them."""

from directory.web.access import current_settings
from directory.workflows.claims.claim_letters import ClaimLetters
from directory.workflows.keeping.tell_of_contacts import ContactLetters


def claim_letters() -> ClaimLetters:
    """Return the letters about claims as this site words them."""
    return ClaimLetters(current_settings())


def contact_letters() -> ContactLetters:
    """Return the letters about the contacts of listings as this site words them."""
    return ContactLetters(current_settings())
