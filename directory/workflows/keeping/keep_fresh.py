"""The daily look at every listing: pauses end, stale ones rest, keepers are reminded."""

from datetime import date, timedelta

from sqlmodel import Session

from directory.providers import Provider
from directory.providers.confirming import with_pause_kept
from directory.providers.history import SYSTEM
from directory.providers.standing import Standing, settled, standing
from directory.storage import Accounts, Keepers, Providers, Reminders
from directory.workflows.claims.contacts_on_file import can_be_mailed
from directory.workflows.keeping.freshness_letters import FreshnessLetters
from directory.workflows.keeping.keeping import may_keep
from directory.workflows.listing_changes import record_change
from directory.workflows.messages.post_mail import post
from directory.workflows.opening import Directory

_AT_ONCE = 100  # listings in one transaction
_ONE_DAY = timedelta(days=1)


def keep_fresh(directory: Directory) -> None:
    """Look at every claimed listing once a day.

    Two processes share the work, and one that is stopped goes on where it was: each step is one
    transaction with what it changes, what it mails and how far it came.
    """
    today = directory.today()
    with directory.database.reading() as session:
        if Reminders(session).progress(today).is_done:
            return
    while _look_at_some(directory, today):
        pass


def _look_at_some(directory: Directory, today: date) -> bool:
    """Look at the next few listings; tell whether there may be more."""
    with directory.database.writing() as session:
        reminders = Reminders(session)
        progress = reminders.progress(today)
        if progress.is_done:
            return False
        found = Providers(session).claimed_after(progress.upto, _AT_ONCE)
        since = progress.since or today - _ONE_DAY
        keepers = Keepers(session).of_listings([provider.id for provider in found])
        for provider in found:
            _look_at(directory, session, provider, keepers.get(provider.id, ()), since)
        if found:
            reminders.advance(today, found[-1].id)
        else:
            reminders.finish(today)
        return bool(found)


def _look_at(
    directory: Directory,
    session: Session,
    before: Provider,
    keepers: tuple[str, ...],
    since: date,
) -> None:
    today = directory.today()
    after = with_pause_kept(before, today)
    found = standing(after, bool(keepers), today)
    after = settled(after, found)
    if after is not before:
        record_change(session, before, after, SYSTEM, directory.clock())
    rests_from_now = before.is_public and not after.is_public
    if _is_mailed(directory, session, after) and (rests_from_now or found.reminds_since(since)):
        for account_id in keepers:
            if rests_from_now or _is_due(session, account_id, after, found, since):
                _remind(directory, session, after, account_id, found)


def _is_due(
    session: Session, account_id: str, provider: Provider, found: Standing, since: date
) -> bool:
    """Tell whether a reminder fell due for somebody since they were last reminded."""
    reminders = Reminders(session)
    last = reminders.last_day(provider.id, account_id) or since
    return found.reminds_since(max(since, last), reminders.is_quiet(provider.id, account_id))


def _is_mailed(directory: Directory, session: Session, provider: Provider) -> bool:
    """Tell whether mail about a listing can go out, with links that are signed."""
    return bool(session.info["secret"]) and can_be_mailed(directory, provider)


def _remind(
    directory: Directory, session: Session, provider: Provider, account_id: str, found: Standing
) -> None:
    """Post a reminder to somebody who may answer it."""
    account = Accounts(session).get(account_id)
    if account is None or not may_keep(session, account_id, provider.id):
        return
    letters = FreshnessLetters(directory, session.info["secret"])
    mail = letters.reminder(account.email, account_id, provider, found)
    post(session, mail, directory.clock())
    Reminders(session).note(provider.id, account_id, found.today)
