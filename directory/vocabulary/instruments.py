"""Screening instruments: bands and cut-offs, and questions where the licence lets us show them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from directory.sentences import Sentence
from directory.vocabulary.terms import DATA


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question; a value of None is a refusal to answer."""

    label: Sentence
    value: int | None
    loinc: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """One question, word for word as its authors published it."""

    text: Sentence
    loinc: str | None
    options: tuple[Option, ...]

    @property
    def values(self) -> tuple[int | None, ...]:
        """The values that may be answered."""
        return tuple(option.value for option in self.options)


@dataclass(frozen=True, slots=True)
class Band:
    """A named range of totals, both ends included."""

    low: int
    high: int
    name: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A screen with its licence and source; one that is not bundled has no questions here.

    `gate` is asked first and decides whether the items are; `follow_up` is asked after them.
    `minimum_age` is in years, None where any age may be asked. `brought_items` have answers but
    no words: they are read where another system asked them. `import_alias` gives values to
    answer codes that published examples use; `traps` say why a code or an answer is refused.
    """

    code: str
    name: Sentence
    bundled: bool
    minimum_age: int | None
    licence: str
    source: str
    panel_loinc: str | None
    total_loinc: str | None
    range: tuple[int, int] | None
    bands: tuple[Band, ...]
    cutoffs: Mapping[str, int]
    stem: Sentence | None
    items: tuple[Question, ...]
    gate: Question | None
    follow_up: Question | None
    brought_items: tuple[Question, ...]
    import_alias: Mapping[str, int]
    traps: Mapping[str, str]

    def __post_init__(self) -> None:
        _check_questions(self)
        _check_bands(self)

    def band(self, total: int) -> str:
        """Return the name of the band that a total falls in; raise ValueError outside of all."""
        for band in self.bands:
            if band.low <= total <= band.high:
                return band.name
        raise ValueError(f"{self.code}: no band holds {total}")


def _check_questions(instrument: Instrument) -> None:
    """Raise ValueError where the questions shown are not those that the licence allows."""
    if bool(instrument.items) != instrument.bundled:
        raise ValueError(f"{instrument.code}: has questions exactly when it is bundled")
    if not (instrument.licence and instrument.source):
        raise ValueError(f"{instrument.code}: needs a licence and a source")


def _check_bands(instrument: Instrument) -> None:
    """Raise ValueError where the bands leave a gap in the range of totals."""
    if not instrument.bands:
        return
    totals = [t for band in instrument.bands for t in range(band.low, band.high + 1)]
    low, high = instrument.range or (0, -1)
    if totals != list(range(low, high + 1)):
        raise ValueError(f"{instrument.code}: the bands do not cover {instrument.range}")


def _question(data: dict[str, Any] | None) -> Question | None:
    return _asked(data) if data else None


def _asked(data: dict[str, Any]) -> Question:
    return Question(Sentence(data["text"]), data["loinc"], _options(data))


def _brought(data: dict[str, Any] | None) -> tuple[Question, ...]:
    if data is None:
        return ()
    options = _options(data)
    return tuple(Question(Sentence(""), loinc, options) for loinc in data["loinc"])


def _options(data: dict[str, Any]) -> tuple[Option, ...]:
    rows = data["options"]
    return tuple(Option(Sentence(row["label"]), row["value"], row["loinc"]) for row in rows)


def _instrument(data: dict[str, Any]) -> Instrument:
    limits = data["range"]
    return Instrument(
        code=data["code"],
        name=Sentence(data["name"]),
        bundled=data["bundled"],
        minimum_age=data["minimum_age"],
        licence=data["licence"],
        source=data["source"],
        panel_loinc=data["loinc"].get("panel"),
        total_loinc=data["loinc"].get("total"),
        range=(limits[0], limits[1]) if limits else None,
        bands=tuple(Band(**band) for band in data["bands"]),
        cutoffs=MappingProxyType(data["cutoffs"]),
        stem=Sentence(data["stem"]) if data.get("stem") else None,
        items=tuple(_asked(item) for item in data.get("items", ())),
        gate=_question(data.get("gate")),
        follow_up=_question(data.get("follow_up")),
        brought_items=_brought(data.get("brought_items")),
        import_alias=MappingProxyType(data.get("import_alias", {})),
        traps=MappingProxyType({t["code"]: t["because"] for t in data.get("traps", ())}),
    )


def _read() -> Mapping[str, Instrument]:
    rows = json.loads((DATA / "instruments.json").read_text(encoding="utf-8"))
    return MappingProxyType({row["code"]: _instrument(row) for row in rows})


INSTRUMENTS = _read()
