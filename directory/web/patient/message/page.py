"""The form for a message to a provider, and the page that says why there is none."""

from collections.abc import Mapping

from directory.providers import Provider
from directory.sentences import Sentence, say
from directory.web.patient.front.help_lines import help_card
from directory.web.patient.listing.contact import phones_of
from directory.web.patient.message.form import Draft
from directory.web.patient.message.pages import MessagePage, NoMessagePage
from directory.web.patient.parts import Slip
from directory.workflows.messages.send_message import Obstacle

_WHY: Mapping[Obstacle, Sentence] = {
    "unclaimed": say(
        "This person has not joined this site. All we know comes from a public list, and it may"
        " be old."
    ),
    "demo": say("This is a demo listing, not a real person. No one would get your message."),
    "no_address": say("This person has not given us an address for messages."),
    "no_mail": say("This site cannot send messages."),
}


def profile_href(provider: Provider) -> str:
    """Return the address of a provider's page."""
    return f"/providers/{provider.id}"


def message_page(
    provider: Provider, draft: Draft, more: tuple[Slip, ...], goes_nowhere: bool
) -> MessagePage:
    """Return the form with what was typed; `more` are slips that are not about one field."""
    slips = (*more, *draft.slips)
    title = say("Write to {name}", name=provider.name)
    crisis = draft.crisis
    return MessagePage(
        title=say("Error: {title}", title=title) if slips else title,
        name=provider.name,
        profile_href=profile_href(provider),
        slips=slips,
        words=draft.words,
        address=draft.address,
        help_card=help_card(crisis) if crisis else None,
        has_seen_help=draft.has_seen_help or crisis is not None,
        goes_nowhere=goes_nowhere,
        is_full=provider.availability.accepting == "no",
        phones=phones_of(provider),
    )


def no_message_page(provider: Provider, obstacle: Obstacle) -> NoMessagePage:
    """Return the page that says why no message can be passed on, and what else to do."""
    return NoMessagePage(
        title=say("We cannot pass on a message to {name}", name=provider.name),
        name=provider.name,
        profile_href=profile_href(provider),
        why=_WHY[obstacle],
        phones=phones_of(provider),
    )
