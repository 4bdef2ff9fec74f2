"""What a provider says in their own words, and how people speak of them."""

from collections.abc import Mapping
from typing import ClassVar

from wtforms import TextAreaField
from wtforms.validators import ValidationError

from directory.providers.history import Json
from directory.storage import Keepers, Practices
from directory.vocabulary import GENDERS
from directory.web.access import current_directory
from directory.web.account.current import current_account
from directory.web.provider.listing.sections.choosing import Choices, Code, choices, options
from directory.web.provider.listing.sections.listing_form import ListingForm, Values, section_form
from directory.web.provider.listing.sections.typed import Line

MOST_LETTERS = 6000  # of a bio


def _genders(_form: ListingForm, _field: Code) -> Choices:
    return [*choices(GENDERS), *options(("", "I would rather not say", ""))]


class WordsForm(ListingForm):
    """A bio, pronouns, gender and the name of a practice."""

    bio = TextAreaField(
        "About you and your work",
        description=(
            f"150 words are plenty, and {MOST_LETTERS:,} letters the most. Web addresses and "
            "formats are shown as plain text."
        ),
    )
    pronouns = Line("Pronouns", description="For example she/her. Shown beside your name.")
    gender = Code(
        "Gender",
        choices=_genders,
        description=(
            "Shown on your page. It never moves you up or down, unless a person asks for it."
        ),
    )
    practice = Line(
        "Name of your practice", description="If you work under a name of its own, or with others."
    )
    told_at: ClassVar[Mapping[str, str]] = {"practice.name": "practice", "practice.id": "practice"}

    def suit(self) -> None:
        """Lock the name of a practice that the listing has joined: it is not its keeper's."""
        with current_directory().database.reading() as session:
            joined = Practices(session).of_listing(self.listing["id"])
            me = current_account()
            keeps = me is not None and me.id in Keepers(session).of_listing(self.listing["id"])
        self.joined = joined.name if joined else None
        self.practice_href = f"/my/listing/{self.listing['id']}/practice" if keeps else None
        if joined:
            del self.practice

    @property
    def most(self) -> int:
        """How many letters a bio may have."""
        return MOST_LETTERS

    @property
    def letters(self) -> int:
        """How many letters the bio has."""
        return len(self._bio())

    @property
    def word_count(self) -> int:
        """How many words the bio has."""
        return len(self._bio().split())

    def shown(self, listing: Values) -> dict[str, Json]:
        """Show the name of the practice alone."""
        practice = listing.get("practice") or {}
        return {**listing, "practice": practice.get("name")}

    def validate_bio(self, _field: TextAreaField) -> None:
        """Refuse a bio that is too long."""
        over = len(self._bio()) - MOST_LETTERS
        if over > 0:
            raise ValidationError(f"This is {over:,} letters too long. Please shorten it.")

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields."""
        return {
            "pronouns": self.pronouns.text,
            "gender": self.gender.code,
            "bio": self._bio(),
            "practice": self._practice(),
        }

    def _bio(self) -> str:
        """Return the bio with line ends as they are stored; browsers send others."""
        return (self.bio.data or "").replace("\r\n", "\n").replace("\r", "\n").strip()

    def _practice(self) -> Json:
        stored = self.listing.get("practice")
        if self.joined:
            return stored
        name = self.practice.text
        if stored and stored["name"] == name:
            return stored
        return {"name": name} if name else None


SECTION = section_form("words", "People read this last, and it decides whom they call.", WordsForm)
