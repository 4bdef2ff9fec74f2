"""The letters that an admin prints, and the code that is read out on the phone."""

from directory.providers import Provider
from directory.providers.claims import Claim
from directory.providers.proof_ways import letter_address
from directory.web.access import current_settings
from directory.web.admin.queue.pages import LetterPage


def code_page(claim: Claim, listing: Provider, code: str) -> LetterPage:
    """Return the page with a new code: to be read out, or as a letter."""
    settings, back = current_settings(), f"/admin/claims/{claim.id}"
    if claim.way == "phone":
        words = "Read this out, letter by letter, and to nobody else. It works for 48 hours."
        return LetterPage("Code to read out", (claim.sent_to,), (words,), _in_fours(code), back)
    says = (
        f"You asked to keep your listing on “{settings.site_name}”.",
        f"Sign in and open {settings.site_url}/claim/{listing.id}",
        "Type this code there within 30 days. If you asked for nothing, throw this away.",
    )
    address = tuple(claim.sent_to.splitlines())
    return LetterPage("Letter to print", address, says, _in_fours(code), back)


def objection_page(claim: Claim, listing: Provider, code: str) -> LetterPage:
    """Return the letter that tells the address on file of a new keeper."""
    settings = current_settings()
    says = (
        f"Someone now keeps the listing of {listing.name} on “{settings.site_name}”.",
        "They showed us that it is theirs. If it was you, you need do nothing.",
        f"If something is wrong, open {settings.site_url}/claims/stop within 30 days.",
        "Type this code there. The listing goes back to what it was, and a person looks into it.",
    )
    return LetterPage(
        title="Letter to print",
        address=letter_address(claim.before or listing),
        says=says,
        code=_in_fours(code),
        back_href=f"/admin/claims/{claim.id}",
    )


def _in_fours(code: str) -> str:
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
