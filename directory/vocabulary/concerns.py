"""Concerns: what people seek help for, with the words that they type."""

from dataclasses import dataclass

from directory.vocabulary.codes import FORMATS, THEMES
from directory.vocabulary.terms import (
    Term,
    Vocabulary,
    cell_list,
    check_codes,
    read_about,
    read_table,
    term_fields,
    yes,
)


@dataclass(frozen=True, slots=True)
class Concern(Term):
    """A reason to seek help; a clinical one is for licensed people only.

    `med_eval` says whether a talk about medication is none, offered, recommended or required;
    `asks_about` names what a triage should ask when this concern is chosen.
    """

    icd10cm: tuple[str, ...]
    clinical: bool
    population: tuple[str, ...]
    formats: tuple[str, ...]
    med_eval: str
    asks_about: tuple[str, ...]
    seed_bucket: str
    group_theme: str | None


def _concern(row: dict[str, str], about: str) -> Concern:
    concern = Concern(
        **term_fields(row, about),
        icd10cm=cell_list(row["icd10cm"]),
        clinical=yes(row["clinical"]),
        population=cell_list(row["population"]),
        formats=cell_list(row["formats"]),
        med_eval=row["med_eval"],
        asks_about=cell_list(row["asks_about"]),
        seed_bucket=row["seed_bucket"],
        group_theme=row["group_theme"] or None,
    )
    check_codes(concern.code, concern.formats, FORMATS)
    check_codes(concern.code, cell_list(row["group_theme"]), THEMES)
    if concern.med_eval not in {"none", "offer", "recommend", "required"}:
        raise ValueError(f"{concern.code}: unknown med_eval {concern.med_eval!r}")
    return concern


_ABOUT = read_about("concern_about.csv")
CONCERNS = Vocabulary(
    "concern", (_concern(row, _ABOUT[row["code"]]) for row in read_table("concerns.csv"))
)
