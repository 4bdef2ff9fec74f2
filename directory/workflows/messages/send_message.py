"""Passing a message on to a provider, so that neither side sees the other's address yet."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from directory.errors import Conflict
from directory.mail import Unsent, is_mail_address
from directory.providers import Provider
from directory.storage import AwaitedReplies
from directory.workflows.messages.letters import Site, letter_to_provider
from directory.workflows.messages.reply_links import Awaited, ReplyLink
from directory.workflows.opening import Directory

LASTS = timedelta(days=14)
Obstacle = Literal["unclaimed", "demo", "no_address", "no_mail"]


@dataclass(frozen=True, slots=True)
class Message:
    """What a person wrote, their address for the reply and the language they read."""

    words: str = field(repr=False)
    address: str = field(repr=False)
    language: str


def obstacle(directory: Directory, provider: Provider) -> Obstacle | None:
    """Return why no message can be passed on to a provider, None where one can.

    The address of a demo listing is nobody's, so mail that would really go out goes to none.
    """
    if not provider.claimed:
        return "unclaimed"
    if directory.mailer is None:
        return "no_mail"
    if provider.demo and directory.mailer.is_real:
        return "demo"
    return None if is_mail_address(provider.email or "") else "no_address"


def send_message(directory: Directory, provider: Provider, message: Message, site: Site) -> None:
    """Mail a message to a provider, and keep for two weeks, sealed, whom a reply goes to.

    Raises Conflict where the provider takes no messages and Unsent where the mail did not go out;
    then nothing is kept.
    """
    found = obstacle(directory, provider)
    if found or directory.mailer is None or provider.email is None:
        raise Conflict(f"{provider.id} takes no messages: {found}")
    link, until = ReplyLink.issue(), directory.clock() + LASTS
    with directory.database.writing() as session:
        replies = AwaitedReplies(session)
        replies.delete_expired(directory.clock())
        replies.put(link.id, link.seal(_awaited(provider, provider.email, message)), until)
    # A mail in an outbox would hold the message in the clear, so it goes out at once or not at all.
    address = f"{site.url}/reply/{link.token}"
    letter = letter_to_provider(
        site, provider, provider.email, message.words, address, until.date()
    )
    try:
        directory.mailer.send(letter)
    except Unsent:
        with directory.database.writing() as session:
            AwaitedReplies(session).delete(link.id)
        raise
    directory.views.add(directory.today(), "contacted", (provider.id,))


def _awaited(provider: Provider, provider_address: str, message: Message) -> Awaited:
    return Awaited(
        provider_id=provider.id,
        provider_address=provider_address,
        writer_address=message.address,
        writer_language=message.language,
    )
