"""What a listing states, field by field."""

from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from directory.fields import (
    AgeGroupCode,
    CommunityCode,
    ConcernCode,
    DeliveryCode,
    FormatCode,
    GenderCode,
    LanguageCode,
    LicenseCode,
    Line,
    PayerCode,
    Phone,
    ServiceCode,
    ServiceIntentCode,
    Words,
    unique,
)
from directory.providers.freshness import Confirmed
from directory.providers.license import License
from directory.providers.npi import is_valid_npi
from directory.providers.parts import (
    Availability,
    Fee,
    Group,
    Location,
    ModalityTraining,
    Practice,
)
from directory.vocabulary import LICENSES

_URL = TypeAdapter(AnyHttpUrl)
_UNSAFE = frozenset('"<>\\ ')  # an address percent-encodes these
_NO_ADDRESS = "not a web address: write it as https://example.org"
_ONCE = AfterValidator(unique)


def _npi(npi: str) -> str:
    if not is_valid_npi(npi):
        raise ValueError("not an NPI: ten digits whose check digit is right")
    return npi


def _web_address(address: str) -> str:
    try:
        _URL.validate_python(address)
    except ValidationError:
        raise ValueError(_NO_ADDRESS) from None
    if not _UNSAFE.isdisjoint(address):
        raise ValueError(_NO_ADDRESS)
    return address


class ProviderFacts(BaseModel):
    """Everything that the public interface says about a provider, each field valid by itself.

    `confirmed` maps a fact, such as `payers`, to the day it was last confirmed. `email` is a
    contact on file and never public. `offers_conversion_practices` is what the person said of that,
    None where nobody asked; it is not public either, for nobody is listed who says yes. `published`
    is what was chosen; `hidden_since` is the day since which a listing rests that nobody confirmed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,64}$")]
    npi: Annotated[str, AfterValidator(_npi)] | None = None
    name: Line
    pronouns: Line | None = None
    gender: GenderCode | None = None
    license: LicenseCode
    licenses: tuple[License, ...] = ()
    service_intent: ServiceIntentCode | None = None
    services: Annotated[tuple[ServiceCode, ...], _ONCE] = ()
    accepts_suicidality: bool | None = None
    modalities: tuple[ModalityTraining, ...] = ()
    concerns: Annotated[tuple[ConcernCode, ...], _ONCE] = ()
    formats: Annotated[tuple[FormatCode, ...], _ONCE] = ()
    groups: tuple[Group, ...] = ()
    age_groups: Annotated[tuple[AgeGroupCode, ...], _ONCE] = ()
    delivery: Annotated[tuple[DeliveryCode, ...], _ONCE] = ()
    locations: tuple[Location, ...] = ()
    languages: Annotated[tuple[LanguageCode, ...], _ONCE] = ()
    communities: Annotated[tuple[CommunityCode, ...], _ONCE] = ()
    payers: Annotated[tuple[PayerCode, ...], _ONCE] = ()
    fee: Fee | None = None
    availability: Availability = Availability()
    practice: Practice | None = None
    bio: Words = ""
    phone: Phone | None = None
    email: Line | None = None
    website: Annotated[Line, AfterValidator(_web_address)] | None = None
    claimed: bool = True
    demo: bool = False
    published: bool = True
    hidden_since: date | None = None
    offers_conversion_practices: bool | None = None
    confirmed: Confirmed = Field(default_factory=dict)

    @property
    def is_coach(self) -> bool:
        """Whether this is unlicensed support."""
        return not LICENSES[self.license].licensed

    @property
    def is_public(self) -> bool:
        """Whether anybody may see this listing: it was published, and is not hidden by its age."""
        return self.published and self.hidden_since is None
