"""What a session costs, and who else may pay for it."""

from collections.abc import Mapping
from typing import ClassVar

from wtforms import BooleanField

from directory.providers.history import Json
from directory.vocabulary import PAYERS
from directory.web.provider.listing.sections.choosing import Choices, Codes, grouped
from directory.web.provider.listing.sections.listing_form import ListingForm, Values, section_form
from directory.web.provider.listing.sections.typed import Dollars

_KINDS = (
    ("No insurance", ("none",)),
    ("Public plans", ("public", "military")),
    ("Private plans", ("commercial", "behavioral_carveout", "network_rental")),
    ("Medicaid plans by company", ("managed_medicaid",)),
    ("Help through an employer", ("eap",)),
    ("Others who pay", ("other",)),
)


def _payers(_form: ListingForm, _field: Codes) -> Choices:
    return grouped(
        PAYERS,
        ((name, [c for c, p in PAYERS.items() if p.kind in kinds]) for name, kinds in _KINDS),
    )


class CostsForm(ListingForm):
    """Payers and the fee."""

    fee_min = Dollars(
        "Lowest price of a session",
        description="What somebody pays at least who pays on their own. Write 0 if it is free.",
    )
    fee_max = Dollars(
        "Highest price of a session", description="Leave empty if there is one price."
    )
    sliding_scale = BooleanField(
        "Some people pay less",
        description="You lower the price for people who earn less (a sliding scale).",
    )
    payers = Codes(
        "Insurance and plans that you take",
        choices=_payers,
        description=(
            "Tick only plans that you can bill today. A wrong plan is the most common reason why "
            "somebody calls in vain."
        ),
    )
    told_at: ClassVar[Mapping[str, str]] = {
        "fee": "fee_min",
        "fee.min": "fee_min",
        "fee.max": "fee_max",
    }

    def shown(self, listing: Values) -> dict[str, Json]:
        """Show the fee in fields of its own."""
        fee = listing.get("fee") or {}
        low, high = fee.get("min"), fee.get("max")
        return {
            "payers": listing.get("payers"),
            "fee_min": low,
            "fee_max": None if low == high else high,
            "sliding_scale": fee.get("sliding_scale", False),
        }

    def validate(self, extra_validators: Values | None = None) -> bool:
        """Check the prices together, too."""
        is_valid = super().validate(extra_validators)
        if self.is_rearranged or self.fee_min.errors or self.fee_max.errors:
            return is_valid
        low, high = self.fee_min.data, self.fee_max.data
        if low is None and (high is not None or self.sliding_scale.data):
            self.fee_min.errors = ["Write the lowest price too. Write 0 if it may be free."]
        elif low is not None and high is not None and high < low:
            self.fee_max.errors = ["This is less than the lowest price. Write that much or more."]
        return is_valid and not (self.fee_min.errors or self.fee_max.errors)

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {"payers": self.payers.in_order_of(self.listing.get("payers")), "fee": self._fee()}

    def _fee(self) -> Json:
        low, high = self.fee_min.data, self.fee_max.data
        if low is None and high is None and not self.sliding_scale.data:
            return None
        top = low if high is None else high
        return {"min": low, "max": top, "sliding_scale": self.sliding_scale.data}


SECTION = section_form("costs", "Cost is the first thing that many people ask about.", CostsForm)
