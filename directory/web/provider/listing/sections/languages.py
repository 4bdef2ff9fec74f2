"""The languages in which a provider works."""

from directory.providers.history import Json
from directory.vocabulary import LANGUAGES
from directory.web.provider.listing.sections.choosing import Choices, Codes, grouped
from directory.web.provider.listing.sections.listing_form import ListingForm, section_form

_OFTEN = ("en", "es", "zh", "yue", "vi", "tl", "ko", "ru", "ar", "fr", "ht", "pt", "ase")


def _languages(_form: ListingForm, _field: Codes) -> Choices:
    often = [code for code in _OFTEN if code in LANGUAGES]
    others = sorted((str(LANGUAGES.label(c)), c) for c in LANGUAGES if c not in _OFTEN)
    return grouped(
        LANGUAGES,
        (("Asked for most often", often), *_by_letter(others)),
    )


def _by_letter(labelled: list[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    spans = (("A to F", "A", "F"), ("G to L", "G", "L"), ("M to R", "M", "R"), ("S to Z", "S", "Z"))
    return [
        (name, [code for label, code in labelled if first <= label[0] <= last])
        for name, first, last in spans
    ]


class LanguagesForm(ListingForm):
    """Languages."""

    languages = Codes(
        "Languages",
        choices=_languages,
        description="Tick those in which you can hold a whole session.",
    )

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {"languages": self.languages.in_order_of(self.listing.get("languages"))}


SECTION = section_form(
    "languages", "People who need a language look for those who name it.", LanguagesForm
)
