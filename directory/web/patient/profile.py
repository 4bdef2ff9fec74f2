"""From a listing to its page: everything known, what is not, and when each fact was confirmed."""

from collections.abc import Callable, Iterable
from datetime import date

from directory.providers import Group, License, ModalityTraining, Provider
from directory.vocabulary import (
    ACCESSIBILITY,
    AGE_GROUPS,
    AUTHORITIES,
    COMMUNITIES,
    CONCERNS,
    DELIVERY,
    FORMATS,
    GENDERS,
    KINDS,
    LANGUAGES,
    LICENSE_STATUSES,
    LICENSES,
    MODALITIES,
    PAYERS,
    SERVICE_INTENTS,
    SERVICES,
    STATES,
    THEMES,
    TRAINING,
)
from directory.web.patient.cards import card_of
from directory.web.patient.contact import contact_of
from directory.web.patient.pages.profile import LicenseRow, Modality, ProfilePage, Row
from directory.web.patient.plain_words import (
    day_words,
    fee_words,
    how_long_ago,
    mid_sentence,
    opening_words,
)


def profile_of(provider: Provider, today: date, takes_messages: bool = False) -> ProfilePage:
    """Return the page of one listing as it stands today."""
    rows = _rows(provider, today)
    return ProfilePage(
        title=provider.name,
        card=card_of(provider, today),
        bio=tuple(part for part in provider.bio.splitlines() if part.strip()),
        contact=contact_of(provider, takes_messages),
        license_about=LICENSES[provider.license].about,
        licenses=tuple(_license(held, today) for held in provider.licenses),
        modalities=tuple(map(_modality, provider.modalities)),
        groups=tuple(map(_group, provider.groups)),
        rows=tuple(row for row in rows if row.values),
        not_known=tuple(mid_sentence(row.name) for row in rows if not row.values),
        is_claimed=provider.claimed,
    )


def _rows(provider: Provider, today: date) -> tuple[Row, ...]:
    def row(name: str, values: Iterable[str], fact: str) -> Row:
        return Row(name, tuple(values), _confirmed(provider, fact, today))

    intent = provider.service_intent
    has_opening = provider.availability.accepting != "unknown"
    opening = (opening_words(provider.availability, today),) if has_opening else ()
    return (
        Row("Openings", opening, None),
        row("Kind of help", map(SERVICES.label, provider.services), "services"),
        row("Psychotherapy or support", _one(intent, SERVICE_INTENTS.label), "services"),
        row("Helps with", map(CONCERNS.label, provider.concerns), "concerns"),
        row("Who is in the room", map(FORMATS.label, provider.formats), "formats"),
        row("Ages", map(AGE_GROUPS.label, provider.age_groups), "age_groups"),
        row("Ways to meet", map(DELIVERY.label, provider.delivery), "delivery"),
        row("Offices", _offices(provider), "locations"),
        row("Cost", (fee_words(provider.fee),) if provider.fee else (), "fee"),
        row("Insurance", map(PAYERS.label, provider.payers), "payers"),
        row("Languages", map(LANGUAGES.label, provider.languages), "languages"),
        row("People they know well", map(COMMUNITIES.label, provider.communities), "communities"),
        row("Gender", _one(provider.gender, GENDERS.label), "gender"),
        row("Works with thoughts of suicide", _yes_or_no(provider.accepts_suicidality), "services"),
        *((Row("Practice", (provider.practice.name,), None),) if provider.practice else ()),
    )


def _one(value: str | None, words: Callable[[str], str]) -> tuple[str, ...]:
    return () if value is None else (words(value),)


def _yes_or_no(value: bool | None) -> tuple[str, ...]:
    return () if value is None else ("Yes" if value else "No",)


def _confirmed(provider: Provider, fact: str, today: date) -> str | None:
    day = provider.confirmed.get(fact)
    return f"Confirmed {how_long_ago(day, today)}" if day else None


def _offices(provider: Provider) -> Iterable[str]:
    for place in provider.locations:
        access = ", ".join(map(ACCESSIBILITY.label, place.accessibility)).lower()
        address = f"{place.street}, {place.city}, {place.state} {place.zip}"
        yield f"{address}. Access: {access}" if access else address


def _license(held: License, today: date) -> LicenseRow:
    status = "expired" if held.is_expired(today) else held.status
    details = [LICENSE_STATUSES.label(status)]
    if held.authority != "license":
        details.append(AUTHORITIES.label(held.authority))
    if held.number:
        details.append(f"number {held.number}")
    if held.expires:
        details.append(
            f"{'ended' if status == 'expired' else 'good until'} {day_words(held.expires)}"
        )
    checked = f"checked {how_long_ago(held.verified_at, today)}" if held.verified_at else ""
    details.append(checked or "not checked by us")
    label = LICENSES.label(held.license)
    title = label if held.title in label else f"{label}, {held.title}"
    return LicenseRow(title, STATES.label(held.state), ", ".join(details))


def _modality(offered: ModalityTraining) -> Modality:
    term = MODALITIES[offered.code]
    training = TRAINING.label(offered.training)
    if offered.training != "self_declared":
        training += ", checked" if offered.verified_at else ", by their own word"
    return Modality(term.label, training, term.about)


def _group(group: Group) -> Row:
    starts = f"starts {day_words(group.starts)}" if group.starts else "start date not known"
    seats = f"{group.open} of {group.seats} seats open"
    kinds = f"{THEMES.label(group.theme)}, {KINDS.label(group.kind).lower()}"
    return Row(group.name, (kinds, group.schedule, f"{seats}, {starts}"), None)
