"""From a practice to the pages of those who manage it."""

from directory.storage import PracticeInvitation, PracticeInvitations, Practices, Providers
from directory.web.access import current_directory
from directory.web.provider.practice.desk import practice_of
from directory.web.provider.practice.pages import (
    BeginPracticePage,
    Field,
    PartingPage,
    PracticeInvited,
    PracticeListing,
    PracticePage,
)
from directory.web.provider.states import state_of
from directory.workflows.practices.practices import addresses


def begin_page(name: Field) -> BeginPracticePage:
    """Return the form that begins a practice."""
    return BeginPracticePage(_with_error("Begin a practice", name), name)


def practice_page(id: str, who: Field, email: Field) -> PracticePage:
    """Return a practice with its listings, invitations and managers."""
    practice, directory = practice_of(id), current_directory()
    href = f"/my/practice/{id}"
    with directory.database.reading() as session:
        practices, providers = Practices(session), Providers(session)
        listings = providers.get_many(practices.listings(id))
        open_ones = PracticeInvitations(session).of_practice(id, directory.clock())
        names = {
            one.provider_id: listing.name
            for one in open_ones
            if one.provider_id and (listing := providers.get(one.provider_id))
        }
        managers = addresses(session, practices.managers(id))
    return PracticePage(
        title=_with_error(practice.name, who, email),
        name=practice.name,
        href=href,
        listings=tuple(
            PracticeListing(
                name=listing.name,
                href=f"/my/listing/{listing.id}",
                state=state_of(listing, directory.today()),
                remove_href=f"{href}/remove/{listing.id}",
            )
            for listing in listings
        ),
        invited=tuple(_invited(one, names.get(one.provider_id or ""), href) for one in open_ones),
        managers=managers,
        who=who,
        email=email,
    )


def removing_page(id: str, listing_id: str) -> PartingPage:
    """Return the page that asks before a listing is let go."""
    practice = practice_of(id)
    with current_directory().database.reading() as session:
        listing = Providers(session).get(listing_id)
    name = listing.name if listing else "this listing"
    return PartingPage(
        title=f"Remove {name} from {practice.name}?",
        says=(
            "You will no longer be able to edit the listing.",
            "It will no longer name your practice.",
            "The listing itself stays as it is. We tell whoever keeps it by email.",
        ),
        button="Remove from the practice",
        action=f"/my/practice/{id}/remove/{listing_id}",
        back_href=f"/my/practice/{id}",
    )


def stopping_page(id: str) -> PartingPage:
    """Return the page that asks before somebody stops managing."""
    practice = practice_of(id)
    with current_directory().database.reading() as session:
        others = len(Practices(session).managers(id)) - 1
    says: tuple[str, ...] = ("Your own listing, if you have one, stays as it is.",)
    if others:
        says = ("You will no longer be able to edit the listings of its clinicians.", *says)
    else:
        closing = (
            "You are the only manager, so this closes the practice. Its listings stay, and go on"
            " by themselves. We tell whoever keeps them by email."
        )
        says = (closing, "To keep it open, invite another manager first.", *says)
    return PartingPage(
        title=f"Stop managing {practice.name}?",
        says=says,
        button="Stop managing" if others else "Close the practice",
        action=f"/my/practice/{id}/leave",
        back_href=f"/my/practice/{id}",
    )


def _invited(invitation: PracticeInvitation, name: str | None, href: str) -> PracticeInvited:
    whom = name or invitation.email or "A listing that is gone"
    day = invitation.expires_at.date()
    return PracticeInvited(
        whom=f"{whom} (as a manager)" if invitation.kind == "manager" else whom,
        until=f"{day:%B} {day.day}",
        withdraw_href=f"{href}/invitations/{invitation.id}/withdraw",
    )


def _with_error(title: str, *fields: Field) -> str:
    return f"Error: {title}" if any(field.problem for field in fields) else title
