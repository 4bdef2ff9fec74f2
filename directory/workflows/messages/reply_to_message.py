"""A provider's reply to a message: it brings the provider's address, and leaves nothing behind."""

from dataclasses import dataclass, field

from directory.errors import NotFound
from directory.providers import Provider
from directory.storage import AwaitedReplies
from directory.workflows.merging.merged_away import standing_listing
from directory.workflows.messages.letters import Site, letter_to_writer
from directory.workflows.messages.reply_links import Awaited, ReplyLink
from directory.workflows.opening import Directory


@dataclass(frozen=True, slots=True)
class OpenReply:
    """A reply that can still be given, and by whom."""

    provider: Provider
    link: ReplyLink
    awaited: Awaited = field(repr=False)


def open_reply(directory: Directory, token: str) -> OpenReply | None:
    """Return what a link opens; None where it was used, its time is over or it is not ours.

    The listing must still be public and have the address to which the link was sent.
    """
    link = ReplyLink.read(token)
    if link is None:
        return None
    with directory.database.reading() as session:
        blob = AwaitedReplies(session).get(link.id, directory.clock())
        awaited = link.open(blob) if blob else None
        provider = standing_listing(session, awaited.provider_id) if awaited else None
    if awaited is None or provider is None or not provider.is_public:
        return None
    is_theirs = provider.email == awaited.provider_address
    return OpenReply(provider, link, awaited) if is_theirs else None


def reply_to_message(directory: Directory, token: str, words: str, site: Site) -> None:
    """Mail a reply to the person who wrote, then forget them.

    Raises NotFound where the link opens nothing and Unsent where the mail did not go out; then the
    link still works.
    """
    found = open_reply(directory, token)
    if found is None or directory.mailer is None:
        raise NotFound("this link is over")
    directory.mailer.send(letter_to_writer(site, found.provider, found.awaited, words))
    with directory.database.writing() as session:
        AwaitedReplies(session).delete(found.link.id)
