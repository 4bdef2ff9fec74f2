"""Whom a provider sees: ages, and people whose lives they know well."""

from directory.providers.history import Json
from directory.vocabulary import AGE_GROUPS, COMMUNITIES
from directory.web.provider.listing.sections.choosing import Codes, choices, grouped
from directory.web.provider.listing.sections.listing_form import ListingForm, section_form

_COMMUNITIES = tuple(
    (heading, codes.split())
    for heading, codes in (
        ("Identity and love", "lgbtq women men kink_poly"),
        (
            "Roots and faith",
            (
                "black latino asian_american native_american pacific_islander middle_eastern "
                "immigrants muslim jewish christian"
            ),
        ),
        (
            "Life and work",
            "students perinatal older_adults veterans military_families first_responders recovery",
        ),
        ("Body and mind", "neurodivergent disability deaf"),
    )
)


class AgesForm(ListingForm):
    """Age groups and communities."""

    age_groups = Codes(
        "Ages you see",
        choices=lambda: choices(AGE_GROUPS),
        description="Nobody of an age that you leave out is sent to you.",
    )
    communities = Codes(
        "People whose lives you know well",
        choices=lambda: grouped(COMMUNITIES, _COMMUNITIES),
        description=(
            "Some people ask for this. Tick what you know from training, work or your own life. It "
            "is your word alone, and it moves you up only for those who ask."
        ),
    )

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {
            "age_groups": self.age_groups.in_order_of(self.listing.get("age_groups")),
            "communities": self.communities.in_order_of(self.listing.get("communities")),
        }


SECTION = section_form("ages", "Who can come to you, and who will feel at home.", AgesForm)
