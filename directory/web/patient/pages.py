"""What each patient template is given: finished data, one frozen dataclass per page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a form control."""

    value: str
    text: str
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with the icon that goes before it."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A short honest note on a listing; `note` ones ask for attention."""

    text: str
    is_note: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Card:
    """A provider at a glance."""

    href: str
    name: str
    pronouns: str | None
    initials: str
    license: str
    license_may: str
    badges: tuple[Badge, ...]
    facts: tuple[Fact, ...]
    helps_with: str


@dataclass(frozen=True, slots=True)
class TitledPage:
    """A page that needs nothing but its title."""

    title: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The two doors."""

    states: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A badge and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the site is, and what the notes on listings mean."""

    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class LicenseEntry:
    """A licence with what its holder may do."""

    code: str
    name: str
    plural: str
    about: str
    powers: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class LicensesPage:
    """Every licence in plain words."""

    title: str
    licenses: tuple[LicenseEntry, ...]


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A crisis line with links that dial or write to it."""

    name: str
    call: str | None
    call_number: str | None
    text: str | None
    text_link: str | None
    chat: str | None


@dataclass(frozen=True, slots=True)
class HelpCard:
    """A headline and the lines to reach."""

    headline: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class CrisisPage:
    """Help right now, with nothing else needed."""

    title: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value of a filter and how many people it would give; None where no count is known."""

    value: str
    label: str
    count: str | None
    checked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values."""

    name: str
    legend: str
    options: tuple[FacetOption, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What the search form shows again."""

    q: str
    zip: str
    max_fee: str
    sliding_scale: bool
    states: tuple[Option, ...]
    distances: tuple[Option, ...]
    sorts: tuple[Option, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class SearchErrors:
    """One thing to mend in the search form."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchResultsPage:
    """A page of search results."""

    title: str
    form: SearchForm
    errors: tuple[SearchErrors, ...]
    count: str
    did_you_mean: Link | None
    chips: tuple[Link, ...]
    clear_href: str
    cards: tuple[Card, ...]
    next_href: str | None
    first_href: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One known fact of a profile, with the day it was last confirmed."""

    name: str
    values: tuple[str, ...]
    confirmed: str | None


@dataclass(frozen=True, slots=True)
class LicenseRow:
    """One licence of a profile."""

    title: str
    state: str
    details: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Ways to reach a provider without us in between."""

    phones: tuple[Link, ...]
    website: Link | None
    note: str


@dataclass(frozen=True, slots=True)
class Modality:
    """A kind of therapy as a profile tells it."""

    label: str
    training: str
    about: str


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """Everything known about one provider, and what is not."""

    title: str
    card: Card
    bio: tuple[str, ...]
    contact: Contact
    license_about: str
    licenses: tuple[LicenseRow, ...]
    modalities: tuple[Modality, ...]
    groups: tuple[Row, ...]
    rows: tuple[Row, ...]
    not_known: tuple[str, ...]
    is_claimed: bool
