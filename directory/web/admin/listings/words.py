"""How a listing stands, in words for those who run the directory."""

from collections.abc import Mapping
from datetime import datetime

from directory.providers import Provider
from directory.providers.history import AuthorKind, Change
from directory.providers.license_checks import LicenseCheck
from directory.sentences import ENGLISH
from directory.web.times import told_time

AUTHORS: Mapping[AuthorKind, str] = {
    "provider": "Its keeper",
    "practice": "Its practice",
    "mail": "A link in a mail to its keeper",
    "admin": "An admin",
    "system": "The daily work",
}


def standing_words(listing: Provider, check: LicenseCheck | None) -> str:
    """Say whether anybody sees a listing, and why not."""
    if listing.is_public:
        return "Patients see it."
    if check and check.held_since:
        return f"Hidden since {ENGLISH.day(check.held_since.date())}: {check.reason}"
    if listing.published:
        day = ENGLISH.day(listing.hidden_since) if listing.hidden_since else "some time"
        return f"It rests since {day}: nobody confirmed it for too long."
    return "Hidden. Patients do not see it."


def check_words(check: LicenseCheck | None) -> tuple[str, ...]:
    """Say when a listing was last checked, and when it is due again."""
    if check is None or check.checked_at is None:
        return ("Never",)
    due = (f"Due again on {ENGLISH.day(check.due_on)}",) if check.due_on else ()
    return (f"{told_time(check.checked_at)}: {check.source}", *due)


def change_words(change: Change) -> str:
    """Say which facts a change was about."""
    if not change.before:
        return "The listing was made"
    if "published" in change.after and len(change.after) == 1:
        return "Put on the site" if change.after["published"] else "Taken off the site"
    names = sorted(name.replace("_", " ") for name in change.after)
    return f"Changed: {', '.join(names)}"


def day_words(at: datetime | None) -> str:
    """Write the day of a time, nothing where there is none."""
    return ENGLISH.day(at.date()) if at else ""
