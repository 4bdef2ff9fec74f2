"""From a listing to its page: everything known, what is not, and when each fact was confirmed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from directory.providers import Group as ProviderGroup
from directory.providers import License, ModalityTraining, Provider
from directory.providers.standing import openings_hold
from directory.sentences import inside, joined, say, say_many
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
from directory.web.patient.about.words import license_entry
from directory.web.patient.listing.cards import card_of, may_practise, shown_concerns
from directory.web.patient.listing.contact import address_of, contact_of
from directory.web.patient.listing.pages import Group, LicenseRow, Modality, ProfilePage, Row
from directory.web.patient.listing.plain_words import (
    confirmed_words,
    fee_words,
    how_long_ago,
    opening_age,
    opening_words,
)
from directory.web.patient.parts import Fact

# How many good licences are told at once; what ended or was taken away always is.
_MOST_LICENSES = 2


def profile_of(
    provider: Provider, today: date, takes_messages: bool = False, photo: str | None = None
) -> ProfilePage:
    """Return the page of one listing as it stands today; `photo` is the name of its picture."""
    rows = _rows(provider, today)
    known = tuple(row for row in rows if row.values)
    first, more = _first_licenses(provider, today)
    return ProfilePage(
        title=provider.name,
        card=card_of(provider, today, photo=photo),
        bio=tuple(part for part in provider.bio.splitlines() if part.strip()),
        contact=contact_of(provider, takes_messages),
        license_about=LICENSES[provider.license].about,
        powers=_powers(provider, today),
        licenses=tuple(_license(held, today) for held in first),
        more_licenses=tuple(_license(held, today) for held in more),
        more_states=joined(dict.fromkeys(STATES.label(held.state) for held in more)),
        modalities=tuple(map(_modality, provider.modalities)),
        groups=tuple(map(_group, provider.groups)),
        rows=known,
        not_confirmed=_not_confirmed(known),
        not_known=tuple(inside(row.name) for row in rows if not row.values),
    )


def _powers(provider: Provider, today: date) -> tuple[Fact, ...]:
    """Return what the licence allows, and nothing where none is known to be active."""
    if not may_practise(provider, today):
        return ()
    return license_entry(LICENSES[provider.license]).powers


def _rows(provider: Provider, today: date) -> tuple[Row, ...]:
    def row(name: str, values: Iterable[str], fact: str) -> Row:
        day = provider.confirmed.get(fact)
        return Row(name, tuple(values), confirmed_words(fact, day, today) if day else "")

    ages = map(AGE_GROUPS.label, provider.age_groups)
    suicide = _yes_or_no(provider.accepts_suicidality)
    return (
        _openings(provider, today),
        row(say("Kind of help"), map(SERVICES.label, provider.services), "services"),
        row(say("Psychotherapy or support"), _intent(provider), "services"),
        row(say("Helps with"), map(CONCERNS.label, shown_concerns(provider)), "concerns"),
        row(say("Who is in the room"), map(FORMATS.label, provider.formats), "formats"),
        row(say("Ages"), ages, "age_groups"),
        row(say("Ways to meet"), map(DELIVERY.label, provider.delivery), "delivery"),
        replace(row(say("Offices"), _offices(provider), "locations"), is_given=True),
        row(say("Cost"), (fee_words(provider.fee),) if provider.fee else (), "fee"),
        row(say("Insurance"), map(PAYERS.label, provider.payers), "payers"),
        row(say("Languages"), map(LANGUAGES.label, provider.languages), "languages"),
        row(say("People they know well"), map(COMMUNITIES.label, provider.communities), ""),
        row(say("Gender"), _one(provider.gender and GENDERS.label(provider.gender)), ""),
        row(say("Works with thoughts of suicide"), suicide, "services"),
        *_practice(provider),
    )


def _openings(provider: Provider, today: date) -> Row:
    opening = provider.availability
    is_known = opening.accepting != "unknown"
    words = (opening_words(opening),) if is_known else ()
    age = opening_age(opening, today)
    if not openings_hold(opening, today):
        age = say("{age}. Call to check", age=age)
    return Row(say("Openings"), words, age)


def _practice(provider: Provider) -> tuple[Row, ...]:
    if provider.practice is None:
        return ()
    return (Row(say("Practice"), (provider.practice.name,), "", is_given=True),)


def _not_confirmed(known: Sequence[Row]) -> str:
    """Say once what no one has confirmed: all of it, or what has no date, or nothing."""
    dated = sum(bool(row.confirmed) for row in known)
    if dated == len(known):
        return ""
    if dated == 0:
        return say("No one has confirmed these facts.")
    return say("No one has confirmed the facts that have no date.")


def _first_licenses(provider: Provider, today: date) -> tuple[Sequence[License], Sequence[License]]:
    """Part the licences that everyone should see from those that are good in still more states."""
    held = sorted(provider.licenses, key=lambda one: one.is_active(today))
    wrong = sum(not one.is_active(today) for one in held)
    seen = wrong + _MOST_LICENSES
    return (held[:seen], held[seen:]) if len(held) > seen + 1 else (provider.licenses, ())


def _intent(provider: Provider) -> tuple[str, ...]:
    intent = provider.service_intent
    return _one(intent and SERVICE_INTENTS.label(intent))


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _yes_or_no(value: bool | None) -> tuple[str, ...]:
    return () if value is None else (say("Yes") if value else say("No"),)


def _offices(provider: Provider) -> Iterable[str]:
    for place in provider.locations:
        address = address_of(place)
        access = tuple(inside(ACCESSIBILITY.label(code)) for code in place.accessibility)
        yield (
            say("{address}. Access: {access}", address=address, access=access)
            if access
            else address
        )


def _license(held: License, today: date) -> LicenseRow:
    label = LICENSES.label(held.license)
    has_title = held.title in label
    title = label if has_title else say("{license}, {title}", license=label, title=held.title)
    return LicenseRow(title, STATES.label(held.state), tuple(_license_details(held, today)))


def _license_details(held: License, today: date) -> Iterator[str]:
    is_over = held.is_expired(today)
    yield LICENSE_STATUSES.label("expired" if is_over else held.status)
    if held.authority != "license":
        yield AUTHORITIES.label(held.authority)
    if held.number:
        yield say("number {number}", number=held.number)
    if held.expires:
        over, good = say("ended {day}", day=held.expires), say("good until {day}", day=held.expires)
        yield over if is_over else good
    if held.verified_at:
        yield say("checked {ago}", ago=how_long_ago(held.verified_at, today))
    else:
        yield say("not checked by us")


def _modality(offered: ModalityTraining) -> Modality:
    term = MODALITIES[offered.code]
    training = inside(TRAINING.label(offered.training))
    if offered.training == "self_declared":
        heading = say("{modality}: {training}", modality=term.label, training=training)
    elif offered.verified_at:
        heading = say("{modality}: {training}, checked", modality=term.label, training=training)
    else:
        heading = say(
            "{modality}: {training}, by their own word", modality=term.label, training=training
        )
    return Modality(heading, term.about)


def _group(group: ProviderGroup) -> Group:
    seats = say_many(
        "{open} of {count} seat open", "{open} of {count} seats open", group.seats, open=group.open
    )
    starts = say("starts {day}", day=group.starts) if group.starts else say("start date not known")
    theme, kind = THEMES.label(group.theme), inside(KINDS.label(group.kind))
    return Group(
        name=group.name,
        kind=say("{theme}, {kind}", theme=theme, kind=kind),
        schedule=group.schedule,
        seats=say("{seats}, {starts}", seats=seats, starts=starts),
    )
