"""How a listing stands with patients, in a few words."""

from datetime import date

from directory.providers import Provider


def state_of(provider: Provider, today: date) -> str:
    """Say in a few words how a listing stands with patients."""
    if not provider.claimed:
        return "Patients see the public register’s entry until yours is published"
    if not provider.published:
        return "Patients cannot see it"
    if not provider.is_public:
        return "It rests until somebody says that it is still true"
    until = provider.availability.paused_until
    if until and until >= today:
        return f"Patients see that it is paused until {until:%B} {until.day}"
    return "Patients can find it"
