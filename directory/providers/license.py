"""A licence that a provider holds in one state, and whether it counts on a day."""

from datetime import date

from pydantic import BaseModel, ConfigDict, model_validator

from directory.errors import FieldError
from directory.fields import AuthorityCode, LicenseCode, LicenseStatusCode, Line, StateCode
from directory.vocabulary.license_titles import licenses_for_title, titles_in


class License(BaseModel):
    """One licence, or a recorded right to practise, in one state.

    `authority` is `compact` or `telehealth` where a state admits the licence of another.
    The title decides independence: a dependent title is the licence code `associate`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    license: LicenseCode
    title: Line
    state: StateCode
    number: Line | None = None
    status: LicenseStatusCode = "unverified"
    expires: date | None = None
    verified_at: date | None = None
    authority: AuthorityCode = "license"

    @model_validator(mode="after")
    def _title_grants_license(self) -> "License":
        if self.license == "coach":
            raise FieldError("license", "a coach holds no licence: leave `licenses` empty")
        granted = licenses_for_title(self.state, self.title)
        unknown_but_harmless = self.license == "associate" or self.status == "unverified"
        if self.license not in granted and (granted or not unknown_but_harmless):
            raise FieldError("title", self._title_problem(granted))
        return self

    def _title_problem(self, granted: frozenset[str]) -> str:
        titles = ", ".join(titles_in(self.state, self.license)) or "no title that we know"
        stands_for = " or ".join(sorted(granted)) or "no licence that we know"
        return (
            f"in {self.state} the title {self.title} stands for {stands_for}; "
            f"{self.license} there is {titles}"
        )

    def is_active(self, on: date) -> bool:
        """Tell whether the licence is verified as active and not expired on a day."""
        return self.status == "active" and not self.is_expired(on)

    def is_expired(self, on: date) -> bool:
        """Tell whether the licence has run out by a day, whatever its recorded status."""
        return self.expires is not None and self.expires < on
