"""The words of the mails that pass a message and its reply on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from directory.mail import Mail
from directory.providers import Provider
from directory.sentences import Sentence, say
from directory.workflows.messages.reply_links import Awaited
from directory.workflows.messages.site_letters import quoted

# Tells a sentence in the language of a code.
Told = Callable[[Sentence, str], str]
PROVIDERS_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Site:
    """How this site calls itself, where it is, and how it tells a sentence in a language."""

    name: str
    url: str
    told: Told


def letter_to_provider(
    site: Site, provider: Provider, to: str, words: str, link: str, until: date
) -> Mail:
    """Return the mail that passes a person's message on, with the link to answer by."""
    return _letter(
        site,
        PROVIDERS_LANGUAGE,
        to,
        say("Someone asks about a first visit"),
        (
            say("Hello {name},", name=provider.name),
            say("Someone who looks for help found you on “{site}” and wrote:", site=site.name),
            quoted(words),
            say("You can answer on this page. It works once, until {day}:", day=until),
            link,
            say(
                "Your answer goes to them by email. They will see your address, {address}, so that"
                " they can write back. You will see theirs when they do.",
                address=to,
            ),
            say("Please do not reply to this email. No one would read it."),
            say("We have not checked the message. Take care with links in it."),
            say(
                "Email is not sealed. Others may be able to read it on its way. Please keep health"
                " details out of your answer."
            ),
        ),
    )


def letter_to_writer(site: Site, provider: Provider, awaited: Awaited, words: str) -> Mail:
    """Return the mail that brings the reply; answering it goes to the provider."""
    address = awaited.provider_address
    return _letter(
        site,
        awaited.writer_language,
        awaited.writer_address,
        say("A reply to your message"),
        (
            say(
                "{name} answered the message that you sent through “{site}”:",
                name=provider.name,
                site=site.name,
            ),
            quoted(words),
            say(
                "To write back, reply to this email. Your reply goes to {address}, and {name} will"
                " then see your address.",
                address=address,
                name=provider.name,
            ),
            say("Email is not sealed. Others may be able to read it on its way."),
            say("We have kept no copy. If you did not write to anyone, you can delete this email."),
            say("If you need help now, call or text 988. If you are in danger, call 911."),
        ),
        reply_to=address,
    )


def _letter(
    site: Site,
    language: str,
    to: str,
    subject: Sentence,
    parts: Iterable[str],
    reply_to: str | None = None,
) -> Mail:
    told = (site.told(part, language) if isinstance(part, Sentence) else part for part in parts)
    return Mail(
        to=to,
        subject=site.told(subject, language),
        text="\n\n".join(told) + "\n",
        language=language,
        reply_to=reply_to,
    )
