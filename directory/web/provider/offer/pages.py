"""The page that tells what a license lets its holder offer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferPage:
    """What one may offer and what not, who is sent to one, and what patients read about it."""

    title: str
    back_href: str
    is_coach: bool
    may: tuple[str, ...]
    may_not: tuple[str, ...]
    modalities: tuple[str, ...]
    sent: tuple[str, ...]
    patients_read: tuple[str, ...]
