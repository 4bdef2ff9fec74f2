"""The National Provider Identifier and its check digit."""

_PREFIX = "80840"  # the card issuer identifier of US health, which the check digit counts in


def is_valid_npi(npi: str) -> bool:
    """Tell whether ten digits form an NPI: 1 or 2 first, and a Luhn check digit last.

    Source: CMS, Requirements for NPI and NPI Check Digit, 2004.
    """
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()) or npi[0] not in "12":
        return False
    digits = [int(digit) for digit in reversed(_PREFIX + npi)]
    doubled = (sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[0::2]) + sum(doubled)) % 10 == 0
