"""The National Provider Identifier and its check digit."""

# What the prefix 80840 counts, which stands before every NPI as a card issuer identifier.
_PREFIX_COUNTS = 24
_DOUBLED = str.maketrans("0123456789", "0246813579")  # the digits of the double, added up


def is_valid_npi(npi: str) -> bool:
    """Tell whether ten digits form an NPI: 1 or 2 first, and a Luhn check digit last.

    Source: CMS, Requirements for NPI and NPI Check Digit, 2004.
    """
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()) or npi[0] not in "12":
        return False
    counted = npi[0::2].translate(_DOUBLED) + npi[1::2]
    return (_PREFIX_COUNTS + sum(map(int, counted))) % 10 == 0
