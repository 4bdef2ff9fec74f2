"""Field types that the validated records share: codes, lines of text, ZIPs, phones."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

import phonenumbers
from pydantic import (
    AfterValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema, core_schema

from directory import vocabulary as v
from directory.geography import point_of_zip
from directory.geography.towns import towns
from directory.sentences import Sentence


@dataclass(frozen=True, slots=True)
class OneOf:
    """Accepts only the codes of one vocabulary, and lists them in the JSON Schema."""

    vocabulary: v.Vocabulary[Any]

    def __get_pydantic_core_schema__(
        self, source: type[str], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "enum": list(self.vocabulary)}

    def check(self, code: str) -> str:
        """Return the code, or raise ValueError where the vocabulary lacks it."""
        if code not in self.vocabulary:
            raise ValueError(f"{code!r} is no {self.vocabulary.name} code: use {self._known()}")
        return code

    def _known(self) -> str:
        if len(self.vocabulary) <= 12:
            return ", ".join(self.vocabulary)
        return f"one of the list at /api/v1/vocabulary/{self.vocabulary.name}"


C = TypeVar("C")
_ZIP = "^[0-9]{5}$"
_US_E164 = r"\+1[2-9][0-9]{9}"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def unique(values: tuple[C, ...]) -> tuple[C, ...]:
    """Drop repetitions and keep the order."""
    return tuple(dict.fromkeys(values))


def _phone(number: str) -> str:
    """Return a US phone number in E.164 form, with its extension where it has one."""
    if re.fullmatch(_US_E164, number):
        return number  # stored listings are read a lot more often than numbers are typed
    try:
        parsed = phonenumbers.parse(number, "US")
    except phonenumbers.NumberParseException as error:
        raise ValueError("not a phone number: write it as 415-555-0123") from error
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError("not a possible phone number: write it as 415-555-0123")
    text = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return f"{text};ext={parsed.extension}" if parsed.extension else text


def _zip(zip: str) -> str:
    if not re.fullmatch(_ZIP, zip):
        raise ValueError("a ZIP code has five digits, as in 94110")
    return zip


def _known_zip(zip: str) -> str:
    if point_of_zip(_zip(zip)) is None:
        raise ValueError(f"{zip} is not a ZIP code that we know")
    return zip


def _known_town(code: str) -> str:
    if code not in towns().numbers:
        raise ValueError(f"{code!r} is no town that we know: write it as ca-san-francisco")
    return code


def _plain(text: str) -> str:
    """Refuse control characters, which no one types and some displays obey."""
    if _CONTROL.search(text):
        raise ValueError("has control characters in it: remove them")
    return text


def _said(words: object, check: ValidatorFunctionWrapHandler) -> str:
    """Keep a sentence, of which pydantic would make plain text."""
    return words if isinstance(words, Sentence) else str(check(words))


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\r\n]*$"),
    AfterValidator(_plain),
]
Words = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=6000), AfterValidator(_plain)
]
Zip = Annotated[str, AfterValidator(_zip), WithJsonSchema({"type": "string", "pattern": _ZIP})]
KnownZip = Annotated[
    str, AfterValidator(_known_zip), WithJsonSchema({"type": "string", "pattern": _ZIP})
]
TownCode = Annotated[
    str,
    AfterValidator(_known_town),
    WithJsonSchema({"type": "string", "pattern": "^[a-z]{2}(-[a-z0-9]+)+$"}),
]
Phone = Annotated[str, AfterValidator(_phone)]

# What patients read. A sentence stays one, so that it can be told in their language.
Said = Annotated[str, WrapValidator(_said)]

AcceptingCode = Annotated[str, OneOf(v.ACCEPTING)]
AccessibilityCode = Annotated[str, OneOf(v.ACCESSIBILITY)]
AgeGroupCode = Annotated[str, OneOf(v.AGE_GROUPS)]
AuthorityCode = Annotated[str, OneOf(v.AUTHORITIES)]
CommunityCode = Annotated[str, OneOf(v.COMMUNITIES)]
ConcernCode = Annotated[str, OneOf(v.CONCERNS)]
DeliveryCode = Annotated[str, OneOf(v.DELIVERY)]
FormatCode = Annotated[str, OneOf(v.FORMATS)]
GenderCode = Annotated[str, OneOf(v.GENDERS)]
GoalCode = Annotated[str, OneOf(v.GOALS)]
KindCode = Annotated[str, OneOf(v.KINDS)]
LanguageCode = Annotated[str, OneOf(v.LANGUAGES)]
LevelCode = Annotated[str, OneOf(v.LEVELS_OF_CARE)]
LicenseCode = Annotated[str, OneOf(v.LICENSES)]
LicenseStatusCode = Annotated[str, OneOf(v.LICENSE_STATUSES)]
ModalityCode = Annotated[str, OneOf(v.MODALITIES)]
PayerCode = Annotated[str, OneOf(v.PAYERS)]
SafetyFlagCode = Annotated[str, OneOf(v.SAFETY_FLAGS)]
ServiceCode = Annotated[str, OneOf(v.SERVICES)]
ServiceIntentCode = Annotated[str, OneOf(v.SERVICE_INTENTS)]
StateCode = Annotated[str, OneOf(v.STATES)]
ThemeCode = Annotated[str, OneOf(v.THEMES)]
TrainingCode = Annotated[str, OneOf(v.TRAINING)]
