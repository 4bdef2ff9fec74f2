"""The id of a listing that brings none of its own."""


def id_of_npi(npi: str) -> str:
    """Return the id that every import gives to an NPI, so that the second one finds the first."""
    return f"npi-{npi}"
