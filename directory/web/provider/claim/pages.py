"""The pages about claims, new listings and corrections."""

from dataclasses import dataclass

from flask_wtf import FlaskForm


@dataclass(frozen=True, slots=True)
class OfferedWay:
    """One way to prove a claim: what it is called, and what comes of choosing it."""

    way: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class Subject:
    """The listing that a page is about, as the public register has it."""

    name: str
    license: str
    places: str
    on_file: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StartPage:
    """The form that asks for a listing."""

    title: str
    action: str
    listing: Subject
    ways: tuple[OfferedWay, ...]
    domain: str
    is_kept: bool
    asks_license: bool
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class CoursePage:
    """How a claim stands, and what the claimant can do next."""

    title: str
    action: str
    listing: Subject
    listing_href: str
    state: str
    way: str
    sent_to: str
    until: str
    tries: int
    question: str
    answer: str
    reason: str
    ways: tuple[OfferedWay, ...]
    domain: str
    goes_nowhere: bool
    way_form: FlaskForm
    code_form: FlaskForm
    answer_form: FlaskForm


@dataclass(frozen=True, slots=True)
class OneButtonPage:
    """A page behind a mailed link: what its one button does; without one it says how it went."""

    title: str
    says: tuple[str, ...]
    button: str = ""
    action: str = ""
    other_text: str = ""
    other_href: str = ""


@dataclass(frozen=True, slots=True)
class StopCodePage:
    """The form for the code of a letter that stops a keeper."""

    title: str
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class AlikeListing:
    """A listing that may be the same person."""

    name: str
    license: str
    places: str
    href: str


@dataclass(frozen=True, slots=True)
class NewListingPage:
    """The form for a new listing, with those that may be the same person."""

    title: str
    form: FlaskForm
    alike: tuple[AlikeListing, ...]


@dataclass(frozen=True, slots=True)
class AskedCorrection:
    """A correction that was asked for, and what became of it."""

    what: str
    outcome: str


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """The form that asks for a correction of what is locked."""

    title: str
    action: str
    back_href: str
    name: str
    npi: str
    training_href: str
    licenses: tuple[str, ...]
    asked: tuple[AskedCorrection, ...]
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class TrainingsPage:
    """The form that asks for a check of trainings."""

    title: str
    action: str
    back_href: str
    section_href: str
    asked: tuple[AskedCorrection, ...]
    form: FlaskForm
