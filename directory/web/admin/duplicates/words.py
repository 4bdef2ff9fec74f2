"""What speaks for and against one person behind two listings, in words."""

from collections.abc import Mapping

from directory.likeness import Certainty, Likeness
from directory.web.field_words import title_of

CERTAINTIES: Mapping[Certainty, str] = {
    "certain": "Almost certain",
    "likely": "Likely",
    "possible": "Possible",
}
ABOUT: Mapping[Certainty, str] = {
    "certain": "The same NPI or license number, and nothing that speaks against it.",
    "likely": "The name and other facts agree. Look before you merge.",
    "possible": "Some facts agree, or something speaks against it. Look closely.",
}
_REASONS: Mapping[str, str] = {
    "npi": "the same NPI",
    "npi_differs": "two NPIs, and a person has one",
    "name": "the same name",
    "given_form": "a short form of the same first name",
    "given_initial": "the same last name and first initial",
    "given_typo": "the same last name, and nearly the same first name",
    "given_part": "the same last name, and one goes by a middle name",
    "given_unknown": "the same last name",
    "family_typo": "nearly the same last name",
    "family_part": "a double last name, and one half of it",
    "family_unknown": "the same first name",
    "family_differs": "another last name",
    "name_swapped": "the same name, first and last swapped",
    "name_differs": "another name",
    "name_rare": "a rare name",
    "name_common": "a common name",
    "middle_same": "the same middle name",
    "middle_form": "nearly the same middle name",
    "middle_initial": "the same middle initial",
    "middle_differs": "another middle name",
    "suffix_differs": "another suffix, as of parent and child",
    "suffix_once": "one has a suffix, as a parent or child would",
    "license_number": "the same license number",
    "license_number_kind": "the same number, of two kinds of license",
    "license_number_typo": "nearly the same license number",
    "license_number_differs": "two license numbers in one state",
    "license": "the same profession",
    "license_differs": "another profession",
    "email": "the same email",
    "phone": "the same phone",
    "phone_shared": "the same phone, which several listings share",
    "website": "the same website",
    "street": "the same street address",
    "street_shared": "the same street address, which several listings share",
    "zip": "the same ZIP code",
    "city": "the same city",
    "states_differ": "no state in common",
    "gender_differs": "another gender",
}
# As somebody says it who reads about another person.
_TITLES = {
    "concerns": "What they help with",
    "delivery": "How they meet",
    "bio": "In their words",
    "service_intent": "Therapy, support or both",
}


def fact_title(fact: str) -> str:
    """Return what a fact is called."""
    return _TITLES.get(fact) or title_of(fact)


def reasons_for(likeness: Likeness) -> tuple[str, ...]:
    """Say what speaks for one person, the weightiest first."""
    found = sorted(likeness.reasons, key=lambda reason: -reason.points)
    return tuple(_REASONS[one.code] for one in found if one.points > 0 and one.code in _REASONS)


def reasons_against(likeness: Likeness) -> tuple[str, ...]:
    """Say what speaks against it, the weightiest first."""
    found = sorted(likeness.reasons, key=lambda reason: reason.points)
    return tuple(_REASONS[one.code] for one in found if one.points < 0 and one.code in _REASONS)
