"""What a provider helps with: the three that matter most first, then the others."""

from collections.abc import Mapping
from typing import ClassVar

from wtforms.validators import ValidationError

from directory.providers.history import Json
from directory.providers.scope import concerns_for
from directory.vocabulary import CONCERNS
from directory.vocabulary.concern_groups import CONCERN_GROUPS
from directory.web.access import current_directory
from directory.web.provider.listing.sections.choosing import (
    Choices,
    Code,
    Codes,
    grouped,
    kept_order,
    options,
)
from directory.web.provider.listing.sections.listing_form import ListingForm, Values, section_form

MOST = 20  # in all
_TOP = ("first", "second", "third")
# As clinicians call them.
_HEADINGS = {
    "mood": "Mood",
    "fear": "Anxiety and stress",
    "compulsion": "OCD and related",
    "trauma": "Trauma and hard events",
    "loss": "Grief",
    "birth": "Pregnancy and birth",
    "feelings": "Strong emotions, self-harm, psychosis",
    "attention": "ADHD, autism and testing",
    "body": "Eating and body",
    "substances": "Alcohol, drugs and habits",
    "health": "Sleep, pain and health",
    "family": "Relationships and family",
    "self": "Self and identity",
    "work": "Work and change",
    "unsure": "Not sure yet, or medication",
}


def _open_to(form: ListingForm) -> Choices:
    """Return what the license allows to name, and what stands on the listing already."""
    stored = form.listing.get("concerns") or ()
    allowed = frozenset(concerns_for(form.license)) | frozenset(stored)
    return grouped(
        CONCERNS,
        (
            (heading, [code for code in CONCERN_GROUPS[group] if code in allowed])
            for group, heading in _HEADINGS.items()
        ),
    )


def _one(form: ListingForm, _field: Code) -> Choices:
    return [*options(("", "Choose one", "")), *_open_to(form)]


class ConcernsForm(ListingForm):
    """Concerns."""

    first = Code("First", choices=_one)
    second = Code("Second", choices=_one)
    third = Code("Third", choices=_one)
    others = Codes("What else you help with", choices=lambda form, _field: _open_to(form))
    told_at: ClassVar[Mapping[str, str]] = {"concerns": "others"}

    @property
    def percent(self) -> int:
        """How much of the fit to a need it makes to name it, in percent."""
        return round(100 * current_directory().ranking.need.focus)

    @property
    def most(self) -> int:
        """How many may be named."""
        return MOST

    def shown(self, listing: Values) -> dict[str, Json]:
        """Show the first three apart."""
        stored = listing.get("concerns") or []
        top = dict(zip(_TOP, stored, strict=False))
        return {**top, "others": stored[len(_TOP) :]}

    def validate_others(self, _field: Codes) -> None:
        """Refuse too many, and what a coach cannot name."""
        named = self._named()
        if len(named) > MOST:
            raise ValidationError(f"Name {MOST} at most. These are {len(named)}.")
        beyond = [str(CONCERNS.label(c)) for c in named if c not in concerns_for(self.license)]
        if beyond:
            raise ValidationError(
                f"As a coach you cannot name {' or '.join(beyond)}: it takes a license to treat."
            )

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {"concerns": self._named()}

    def _named(self) -> list[str]:
        top = [self[name].data for name in _TOP if self[name].data]
        others = kept_order(self.others.data, self.listing.get("concerns"))
        return list(dict.fromkeys([*top, *others]))


SECTION = section_form(
    "concerns",
    "What you would want a friend to be sent to you for.",
    ConcernsForm,
)
