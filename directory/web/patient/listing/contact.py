"""How to reach a provider: their own phone and website, or a message that we pass on."""

import phonenumbers

from directory.providers import Location, Provider
from directory.sentences import say
from directory.web.patient.listing.pages import Contact
from directory.web.patient.parts import Link

_CLAIMED = say(
    "When you call, it is enough to say that you would like a first visit, and how you will pay. "
    "You do not have to say what it is about."
)
_UNCLAIMED = say(
    "This person has not joined this site. All we know comes from a public list, "
    "and it may be old. We cannot pass on a message."
)


def contact_of(provider: Provider, takes_messages: bool) -> Contact:
    """Return the phone numbers, each once, the website, and where to write a message."""
    site = provider.website
    return Contact(
        phones=phones_of(provider),
        website=Link(site.split("://", 1)[1].rstrip("/"), site) if site else None,
        message_href=f"/providers/{provider.id}/message" if takes_messages else None,
        note=_CLAIMED if provider.claimed else _UNCLAIMED,
    )


def phones_of(provider: Provider) -> tuple[Link, ...]:
    """Return every phone number once, the provider's own first, each as a link that dials."""
    numbers = [provider.phone, *(place.phone for place in provider.locations)]
    phones = dict.fromkeys(number for number in numbers if number)
    return tuple(Link(shown_phone(number), f"tel:{number}") for number in phones)


def address_of(place: Location) -> str:
    """Write an address as far as it is known."""
    town = f"{place.city}, {place.state} {place.zip or ''}".strip()
    return f"{place.street}, {town}" if place.street else town


def shown_phone(number: str) -> str:
    """Write a phone number as people in the United States read it."""
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
