"""The id of a listing that brings none of its own."""

import re


def id_of_npi(npi: str) -> str:
    """Return the id that every import gives to an NPI, so that the second one finds the first."""
    return f"npi-{npi}"


def id_of_license(license: str, state: str, number: str) -> str:
    """Return the id for somebody known by a licence alone: `lcsw-ca-12345`."""
    words = re.findall("[a-z0-9]+", f"{license} {state} {number}".lower())
    return "-".join(words)[:64]
