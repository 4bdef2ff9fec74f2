"""How a listing stands with patients, in a few words."""

from directory.providers import Provider


def state_of(provider: Provider) -> str:
    """Say in a few words how a listing stands with patients."""
    if not provider.claimed:
        return "Patients see the public register’s entry until yours is published"
    if not provider.published:
        return "Patients cannot see it yet"
    return "Patients can find it"
