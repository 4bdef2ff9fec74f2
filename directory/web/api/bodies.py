"""Bodies and queries that the API takes in besides triage answers and match requests."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from directory.web.parameters import Parameters


class OwnWordsBody(BaseModel):
    """What a person typed in their own words, and how many concerns to suggest at most."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=2000)]
    limit: Annotated[int, Field(ge=1, le=20, strict=True)] = 3


class MatchParameters(Parameters):
    """How many matches to return, and whether to show providers in a crisis."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 10
    show_providers: bool = False


class ProviderPath(BaseModel):
    """The id of a listing."""

    id: str


class VocabularyPath(BaseModel):
    """The name of a code list."""

    name: str
