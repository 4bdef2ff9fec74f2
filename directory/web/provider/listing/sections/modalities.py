"""The kinds of therapy that a provider offers, each with the training for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.validators import ValidationError

from directory.providers.history import Json
from directory.providers.scope import modalities_for
from directory.vocabulary import MODALITIES, TRAINING
from directory.web.access import current_directory
from directory.web.provider.listing.sections.choosing import kept_order
from directory.web.provider.listing.sections.listing_form import ListingForm, Values, section_form
from directory.web.provider.listing.sections.typed import day_in_words

_FAMILIES = {
    "cognitive-behavioural": "CBT and kinds like it",
    "psychodynamic": "Psychodynamic",
    "humanistic": "Humanistic",
    "systemic": "Couples and families",
    "somatic": "Body",
    "expressive": "Art and play",
    "other": "Other kinds",
}
TIERS = {
    "self_declared": "I use it",
    "trained": "Trained",
    "certified": "Certified",
}
_LEAST = "self_declared"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of therapy with what is said of the training for it."""

    code: str
    label: str
    about: str
    is_chosen: bool
    training: str
    checked: str | None


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds that go about their work alike."""

    name: str
    kinds: tuple[Kind, ...]


class Trainings(Field):  # type: ignore[misc]
    """Kinds of therapy that are ticked, each with a training: `{code: training}`.

    Ticks are sent under the field's own name, the training for a kind under `training-CODE`.
    """

    def process(self, formdata: MultiDict[str, str] | None, data: Json = None, **_: Json) -> None:
        """Take what was stored, or what was ticked and chosen."""
        self.process_errors: list[str] = []
        self.object_data = data
        if formdata is None:
            self.data = {held["code"]: held["training"] for held in data or ()}
        else:
            ticked = dict.fromkeys(formdata.getlist(self.name))
            self.data = {code: formdata.get(f"training-{code}", _LEAST) for code in ticked}

    def pre_validate(self, form: ListingForm) -> None:
        """Refuse kinds that the license does not allow, and trainings that there are not."""
        if not set(self.data).issubset(modalities_for(form.license)):
            raise ValidationError("Choose only from the list.")
        if not set(self.data.values()).issubset(TRAINING):
            raise ValidationError("For each kind, choose a training from the list.")


class ModalitiesForm(ListingForm):
    """Kinds of therapy."""

    modalities = Trainings("Kinds that you offer")

    @property
    def training_href(self) -> str:
        """Where one asks for a check of a training."""
        return f"/my/listing/{self.listing['id']}/training"

    @property
    def yours(self) -> tuple[Kind, ...]:
        """The kinds that are chosen."""
        return tuple(kind for kind in self._kinds() if kind.is_chosen)

    @property
    def families(self) -> tuple[Family, ...]:
        """The other kinds that the license allows, by family."""
        others = [kind for kind in self._kinds() if not kind.is_chosen]
        return tuple(
            Family(name, some)
            for family, name in _FAMILIES.items()
            if (some := tuple(k for k in others if MODALITIES[k.code].family == family))
        )

    @property
    def many(self) -> int:
        """From more than how many kinds on those without proof count less."""
        return current_directory().ranking.need.breadth.modalities

    @property
    def percent(self) -> int:
        """How much they count then, in percent."""
        return round(100 * current_directory().ranking.need.breadth.factor)

    @property
    def tiers(self) -> dict[str, str]:
        """The trainings, from the least."""
        return TIERS

    def values(self) -> dict[str, Json]:
        """Return the values of the section's fields; a proof holds for its training alone."""
        stored = {held["code"]: held for held in self.listing.get("modalities") or ()}
        chosen = self.modalities.data
        return {
            "modalities": [
                _held(code, chosen[code], stored.get(code))
                for code in kept_order(list(chosen), stored)
            ]
        }

    def _kinds(self) -> Iterator[Kind]:
        stored = {held["code"]: held for held in self.listing.get("modalities") or ()}
        chosen = self.modalities.data
        for code in modalities_for(self.license):
            term = MODALITIES[code]
            yield Kind(
                code=code,
                label=str(term.label),
                about=str(term.about),
                is_chosen=code in chosen,
                training=chosen.get(code, _LEAST),
                checked=day_in_words(stored.get(code, {}).get("verified_at")),
            )


def _held(code: str, training: str, stored: Values | None) -> dict[str, Json]:
    is_same = stored is not None and stored["training"] == training
    verified = stored["verified_at"] if stored is not None and is_same else None
    return {"code": code, "training": training, "verified_at": verified}


SECTION = section_form(
    "modalities", "We look at which kinds are shown to help with what a person has.", ModalitiesForm
)
