"""Modalities: the kinds of therapy, and who may offer each."""

from dataclasses import dataclass

from directory.vocabulary.codes import FORMATS, SERVICES
from directory.vocabulary.licenses import INDEPENDENT, LICENSED, LICENSES, PRESCRIBERS
from directory.vocabulary.terms import (
    Term,
    Vocabulary,
    cell_list,
    check_codes,
    read_about,
    read_table,
    term_fields,
)

# The licences that may offer a modality, by the word in its column `who_may`.
WHO_MAY = {
    "anyone": frozenset(LICENSES),
    "licensed": LICENSED,
    "prescriber": PRESCRIBERS,
    "psychologist": frozenset({"psychologist"}) & INDEPENDENT,
}


@dataclass(frozen=True, slots=True)
class Modality(Term):
    """A kind of therapy; `service` is the service that it belongs to."""

    family: str
    kind: str
    formats: tuple[str, ...]
    who_may: str
    service: str

    def may_be_offered_by(self, license: str) -> bool:
        """Tell whether the holder of a licence may offer this modality."""
        return license in WHO_MAY[self.who_may]


def _modality(row: dict[str, str], about: str) -> Modality:
    modality = Modality(
        **term_fields(row, about),
        family=row["family"],
        kind=row["kind"],
        formats=cell_list(row["formats"]),
        who_may=row["who_may"],
        service=row["service"],
    )
    check_codes(modality.code, modality.formats, FORMATS)
    check_codes(modality.code, [modality.service], SERVICES)
    check_codes(modality.code, [modality.who_may], WHO_MAY)
    return modality


_ABOUT = read_about("modality_about.csv")
MODALITIES = Vocabulary(
    "modality", (_modality(row, _ABOUT[row["code"]]) for row in read_table("modalities.csv"))
)
