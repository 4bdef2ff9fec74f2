"""Provider taxonomy codes of behavioural health and the licence that each stands for.

The codes are the NUCC's, (c) American Medical Association; its names and definitions are not
shipped. Source of the mapping: own knowledge of 2025.
"""

from types import MappingProxyType

from directory.vocabulary.licenses import LICENSES
from directory.vocabulary.terms import read_table

PROFESSION_OF_TAXONOMY = MappingProxyType(
    {row["code"]: row["profession"] for row in read_table("taxonomy.csv")}
)


def license_for_taxonomy(code: str) -> str | None:
    """Return our licence code for a taxonomy code, or None where it stands for none of ours."""
    profession = PROFESSION_OF_TAXONOMY.get(code, "")
    return profession if profession in LICENSES else None
