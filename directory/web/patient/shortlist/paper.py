"""The shortlist on paper: phones written out, days in full, what to say and what to ask."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from directory.providers import Provider
from directory.sentences import say
from directory.web.patient.listing.cards import badges_of
from directory.web.patient.listing.contact import address_of, phones_of
from directory.web.patient.shortlist.first_words import QUESTIONS, first_words
from directory.web.patient.shortlist.pages import (
    Cell,
    FirstWords,
    PaperPage,
    PaperPart,
    PaperPerson,
)
from directory.web.patient.shortlist.told_facts import TELLING_FACTS, facts_of
from directory.web.patient.visit import Answers


def paper_page(
    providers: Sequence[Provider], answers: Answers, today: date, site: str
) -> PaperPage:
    """Return the list to print or save; `site` is the address of this site.

    What they help with stays out: others may find the paper.
    """
    return PaperPage(
        title=say("Your list"),
        made=say("Made on {day}. Things change, so call to check.", day=today),
        people=tuple(
            PaperPerson(
                name=provider.name,
                phones=tuple(_phones(provider)),
                lines=tuple(_lines(provider.as_published(), today, site)),
            )
            for provider in providers
        ),
        parts=tuple(_parts(first_words(None, answers))),
        notes_heading=say("My notes"),
        last=say("This page shows whom you may call. Keep it where only you can see it."),
    )


def _parts(words: FirstWords) -> Iterator[PaperPart]:
    yield PaperPart(say("What to say when you call"), words.call)
    yield PaperPart(say("A first message"), words.message, is_letter=True)
    if words.in_english:
        yield PaperPart(say("The same in English"), words.in_english, True, "en")
    yield PaperPart(say("Good things to ask"), QUESTIONS)
    yield PaperPart(
        say("If it cannot wait"),
        (say("Call or text 988, day or night. It is free."), say("In danger, call 911.")),
    )


def _phones(provider: Provider) -> Iterator[str]:
    phones = phones_of(provider)
    yield from (say("Phone: {number}", number=phone.text) for phone in phones)
    if not phones:
        yield say("Phone: not known")


def _lines(provider: Provider, today: date, site: str) -> Iterator[str]:
    (_, license), *others = facts_of(provider, today).items()
    yield from license.values
    yield from (badge.text for badge in badges_of(provider, today))
    yield from (say("Address: {address}", address=address_of(p)) for p in provider.locations)
    if provider.website:
        yield say("Website: {address}", address=provider.website)
    yield from (_fact(name, cell) for name, cell in others if name not in TELLING_FACTS)
    address = f"{site}/providers/{provider.id}"
    yield say("After you call, tell how it went, with no account: {address}", address=address)


def _fact(name: str, cell: Cell) -> str:
    if not cell.values:
        return say("{fact}: not known", fact=name)
    if cell.note is None:
        return say("{fact}: {values}", fact=name, values=cell.values)
    return say("{fact}: {values}. {note}.", fact=name, values=cell.values, note=cell.note)


def paper_text(page: PaperPage) -> str:
    """Return the page as plain text; the page is told already in the reader's language."""
    lines: list[str] = [page.title, page.made]
    for number, person in enumerate(page.people, start=1):
        lines += ["", f"{number}. {person.name}", *_indented((*person.phones, *person.lines))]
    for part in page.parts:
        lines += ["", part.heading, *_indented(part.lines, "   " if part.is_letter else "- ")]
    return "\r\n".join([*lines, "", page.last, ""])


def _indented(lines: Iterable[str], mark: str = "   ") -> Iterator[str]:
    return (f"{mark}{line}" for line in lines)
