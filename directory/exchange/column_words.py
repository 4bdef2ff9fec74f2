"""Which of our columns the title of somebody else's file stands for."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from rapidfuzz import fuzz, process

from directory.exchange.listings.columns import column_named, known_names
from directory.exchange.listings.header import plain

Certainty = Literal["certain", "likely", "none"]
_LIKELY = 90  # of 100: a typing error, not another word

# What registers, boards, payers and practice software write, in small letters without marks.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        word: column
        for column, words in {
            "npi": "npi number|npi id|provider npi|individual npi|rendering npi|national provider "
            "identifier|type 1 npi",
            "name": "provider name|full name|clinician|clinician name|therapist|therapist name|"
            "licensee name|licensee|practitioner|practitioner name|provider",
            "first_name": "first|fname|given name|provider first name|licensee first name|"
            "practitioner first name|name first",
            "middle_name": "middle|middle initial|mi|provider middle name|name middle",
            "last_name": "last|lname|surname|family name|provider last name|provider last name "
            "legal name|licensee last name|practitioner last name|name last",
            "suffix": "name suffix|provider name suffix text|provider suffix",
            "pronouns": "pronoun|preferred pronouns",
            "gender": "sex|provider gender|provider gender code|provider sex code",
            "license": "license type|credential|credentials|profession|provider type|title|"
            "professional title|degree|specialty|license category|license description|taxonomy|"
            "taxonomy code|primary taxonomy|healthcare provider taxonomy code 1|discipline|"
            "type of license|occupation",
            "license_1_state": "license state|state of license|licensing state|issuing state|"
            "provider license number state code 1|lic state",
            "license_1_number": "license number|license no|license num|lic no|lic number|"
            "state license number|credential number|provider license number 1|license id|lic",
            "license_1_expires": "license expiration date|expiration date|license expiration|"
            "expiration|expires|exp date|license expires|expiry date",
            "location_1_street": "address|street|street address|address line 1|address 1|"
            "practice address|office address|provider first line business "
            "practice location address|address1",
            "location_1_city": "city|town|practice city|office city|city name|provider business "
            "practice location address city name",
            "location_1_state": "state|practice state|office state|address state|provider business "
            "practice location address state name|st",
            "location_1_zip": "zip|zip code|postal code|zipcode|practice zip|office zip|provider "
            "business practice location address postal code",
            "phone": "phone number|telephone|telephone number|tel|office phone|work phone|"
            "business phone|contact phone|practice phone|contact number|phone 1|provider business "
            "practice location address telephone number",
            "email": "e mail|email address|e mail address|contact email|work email",
            "website": "web site|url|web|homepage|home page|web address|site",
            "languages": "language|languages spoken|spoken languages|language s",
            "payers": "insurance|insurances|insurance accepted|accepted insurance|plans|payer|"
            "insurance plans|accepts insurance|networks|panels",
            "accepting": "accepting new patients|accepting new clients|taking new patients|"
            "taking new clients|new patients|accepting patients|accepting clients",
            "age_groups": "ages|ages served|age group|age range|populations|clients served",
            "modalities": "approaches|therapies|treatment approaches|modality|techniques",
            "concerns": "issues|specialties|areas of focus|conditions|conditions treated|"
            "areas of expertise|problems",
            "bio": "about|biography|description|about me|profile|statement|summary",
            "fee_min": "lowest fee|minimum fee|fee from|low fee|rate from",
            "fee_max": "highest fee|maximum fee|fee to|high fee|rate to",
            "sliding_scale": "sliding fee|sliding scale offered|sliding fee scale",
        }.items()
        for word in words.split("|")
    }
)
_BY_WORD = {**{" ".join(name.split("_")): name for name in known_names()}, **_WORDS}


class Guess(NamedTuple):
    """A column of ours, "" for none, and how certain the guess is."""

    column: str
    certainty: Certainty


def guesses(titles: Sequence[str]) -> tuple[Guess, ...]:
    """Return a guess for each title; no column of ours is guessed for two of them."""
    taken: set[str] = set()
    found = [Guess("", "none")] * len(titles)
    for guess_one in (_by_own_name, _by_word, _by_likeness):
        for place, title in enumerate(titles):
            guess = guess_one(title)
            if not found[place].column and guess.column and guess.column not in taken:
                taken.add(guess.column)
                found[place] = guess
    return tuple(found)


def _by_own_name(title: str) -> Guess:
    column = column_named(plain(title))
    return Guess(column.name, "certain") if column else Guess("", "none")


def _by_word(title: str) -> Guess:
    column = _BY_WORD.get(_words(title), "")
    return Guess(column, "certain" if column else "none")


def _by_likeness(title: str) -> Guess:
    words = _words(title)[:80]
    if len(words) < 4 or words.startswith("note"):
        return Guess("", "none")
    best = process.extractOne(words, _BY_WORD.keys(), scorer=fuzz.ratio, score_cutoff=_LIKELY)
    return Guess(_BY_WORD[best[0]], "likely") if best else Guess("", "none")


def _words(title: str) -> str:
    """Return a title as small words: `Phone #:` is `phone number`, `LicenseNo` `license no`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title.replace("#", " number "))
    return " ".join(re.findall("[a-z0-9]+", spaced.lower().replace("licence", "license")))
