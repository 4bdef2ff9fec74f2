"""The parameters of a search, the same for the page and the API."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from directory.errors import FieldError
from directory.fields import (
    AcceptingCode,
    AgeGroupCode,
    ConcernCode,
    DeliveryCode,
    FormatCode,
    GenderCode,
    KnownZip,
    LanguageCode,
    LicenseCode,
    ModalityCode,
    PayerCode,
    ServiceCode,
    StateCode,
    TownCode,
)
from directory.geography import point_of_zip
from directory.search import FILTERS, SearchQuery
from directory.search.protocol import Sort
from directory.vocabulary.edition import per_edition

# The filters that take several values; a person is in one state.
_CODED = tuple(name for name in FILTERS if name != "state")
REPEATABLE = (*_CODED, "town")


class Parameters(BaseModel):
    """What may stand in the address of a request."""

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """Describe the parameters, once: flask-openapi3 asks for it in every request."""
        return _described(super().model_json_schema, *args, **options)


@per_edition
def _described(
    describe: Callable[..., dict[str, Any]], *args: Any, **options: Any
) -> dict[str, Any]:
    return describe(*args, **options)


class SearchParameters(Parameters):
    """What may stand in the address of a search; anything else is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    q: Annotated[str, Field(max_length=256)] = ""
    license: list[LicenseCode] = []
    service: list[ServiceCode] = []
    modality: list[ModalityCode] = []
    format: list[FormatCode] = []
    concern: list[ConcernCode] = []
    age_group: list[AgeGroupCode] = []
    delivery: list[DeliveryCode] = []
    language: list[LanguageCode] = []
    payer: list[PayerCode] = []
    gender: list[GenderCode] = []
    accepting: list[AcceptingCode] = []
    state: StateCode | None = None
    town: Annotated[list[TownCode], Field(max_length=20)] = []
    zip: KnownZip | None = None
    within_miles: Annotated[float, Field(gt=0, le=5000)] | None = None
    max_fee: Annotated[float, Field(ge=0, le=10_000)] | None = None
    sliding_scale: bool | None = None
    sort: Sort = "best"
    page_size: Annotated[int, Field(ge=1, le=100)] = 20
    cursor: Annotated[str, Field(max_length=500)] | None = None

    @model_validator(mode="after")
    def _distance_has_a_start(self) -> "SearchParameters":
        if self.within_miles is not None and self.zip is None:
            raise FieldError("within_miles", "give `zip` too: the place to measure from")
        if self.sort == "nearest" and self.zip is None:
            raise FieldError("sort", "to sort by distance give `zip` too")
        return self

    def query(self) -> SearchQuery:
        """Return the search that these parameters ask for."""
        chosen = {name: tuple(getattr(self, name)) for name in _CODED}
        chosen["state"] = (self.state,) if self.state else ()
        return SearchQuery(
            text=self.q,
            filters={name: values for name, values in chosen.items() if values},
            near=point_of_zip(self.zip) if self.zip else None,
            within_miles=self.within_miles,
            towns=tuple(self.town),
            max_fee=self.max_fee,
            sliding_scale=self.sliding_scale,
            sort=self.sort,
            page_size=self.page_size,
            cursor=self.cursor,
        )
