"""Noting what a call found: it counts, may confirm facts, and tells the desk what was wrong."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from directory.accuracy.calls import WRONG, Heard, Said, confirmed_by, said_by, verdicts
from directory.accuracy.confirming import confirming_days, unconfirmed, with_days
from directory.accuracy.samples import SampledCall
from directory.errors import Conflict, Invalid, NotFound, Problem
from directory.providers import Provider
from directory.providers.history import Author
from directory.roles import Admin
from directory.sentences import ENGLISH
from directory.storage import AuditLog, CallSamples, Notices, Providers
from directory.vocabulary.payers import NO_PLANS
from directory.workflows.desk.desk_notices import open_notice
from directory.workflows.listing_changes import record_change
from directory.workflows.opening import Directory

_CHANGED = "The listing was changed since you opened this page. Look at what it says now."
_GONE = "Patients do not see this listing any more, so this call is left out."
_OVER = "This week is over: its calls stand as they are."


def note_call(
    directory: Directory,
    admin: Admin,
    call_id: str,
    heard: Heard,
    called_on: date,
    seen: str,
    confirms: bool,
) -> SampledCall:
    """Note what was heard in a call, in place of what was noted of it before.

    `seen` is the mark of what the listing said when the page was opened; `confirms` whether what
    was right counts as confirmed that day. Raises Conflict where the listing says something else by
    now or the week is over, Invalid for a day that cannot be.
    """
    with directory.database.writing() as session:
        call = _open_call(session, directory, call_id)
        if not call.week <= called_on <= directory.today():
            raise Invalid((Problem("called_on", "Choose a day from the week’s Monday to today"),))
        listing = _unconfirmed(session, directory, admin, call, public_listing(session, call))
        said = said_by(listing, call.plan)
        if said.mark != seen:
            raise Conflict(_CHANGED)
        found = verdicts(said, heard)
        noted = replace(
            call,
            called_on=called_on,
            entered_by=admin.account_id,
            said=said,
            heard=heard,
            verdicts=found,
            confirmed={},
        )
        if confirms:
            noted = _confirm(session, directory, admin, noted, listing)
        CallSamples(session).save(noted)
        _tell_the_desk(session, directory.clock(), noted)
        details = {"wrong": [*noted.wrong], "confirmed": [*noted.confirmed_facts]}
        _log(session, directory.clock(), admin, "call.noted", noted, details)
    return noted


def take_back_call(directory: Directory, admin: Admin, call_id: str) -> None:
    """Make a call unmade: what it confirmed is no longer confirmed, unless somebody did since."""
    with directory.database.writing() as session:
        call = _open_call(session, directory, call_id)
        if not call.is_made:
            return
        if listing := Providers(session).get(call.provider_id):
            _unconfirmed(session, directory, admin, call, listing)
        bare = SampledCall(call.id, call.week, call.place, call.provider_id, call.plan)
        CallSamples(session).save(bare)
        Notices(session).drop_waiting_of(origin_of(call.id))
        _log(session, directory.clock(), admin, "call.taken_back", call, {})


def stored_call(session: Session, call_id: str) -> SampledCall:
    """Return a call; raise NotFound where there is none."""
    call = CallSamples(session).call(call_id)
    if call is None:
        raise NotFound(f"there is no call {call_id}")
    return call


def origin_of(call_id: str) -> str:
    """Return how a notice names the call that found something."""
    return f"call/{call_id}"


def public_listing(session: Session, call: SampledCall) -> Provider:
    """Return the listing of a call; raise Conflict where patients do not see it any more."""
    listing = Providers(session).get(call.provider_id)
    if listing is None or not listing.is_public:
        raise Conflict(_GONE)
    return listing


def plans_of(listing: Provider) -> int:
    """Return how many health plans a listing names."""
    return sum(code not in NO_PLANS for code in listing.payers)


def _open_call(session: Session, directory: Directory, call_id: str) -> SampledCall:
    call = stored_call(session, call_id)
    sample = CallSamples(session).sample(call.week)
    if sample is None or not sample.is_open(directory.today()):
        raise Conflict(_OVER)
    return call


def _confirm(
    session: Session, directory: Directory, admin: Admin, call: SampledCall, listing: Provider
) -> SampledCall:
    """Confirm what a call heard whole; note the days that stood before."""
    facts = confirmed_by(call.said or Said(), call.verdicts, plans_of(listing))
    days = confirming_days(listing, facts, call.called_on or directory.today())
    after = with_days(listing, dict.fromkeys(days, call.called_on))
    author = Author("admin", admin.account_id)
    record_change(session, listing, after, author, directory.clock())
    return replace(call, confirmed=days)


def _unconfirmed(
    session: Session, directory: Directory, admin: Admin, call: SampledCall, listing: Provider
) -> Provider:
    """Take back what a call confirmed, and return the listing as it stands then."""
    if not call.confirmed or call.called_on is None:
        return listing
    after = unconfirmed(listing, call.confirmed, call.called_on)
    record_change(session, listing, after, Author("admin", admin.account_id), directory.clock())
    return Providers(session).one(listing.id)


def _tell_the_desk(session: Session, at: datetime, call: SampledCall) -> None:
    """Put what a call found wrong before the admins, in place of what it found before."""
    origin = origin_of(call.id)
    Notices(session).drop_waiting_of(origin)
    if call.wrong and call.called_on:
        wrong = ". ".join(WRONG[fact] for fact in call.wrong)
        words = f"A call on {ENGLISH.day(call.called_on)} found: {wrong}"
        open_notice(session, call.provider_id, "call", words, origin, at)


def _log(
    session: Session,
    at: datetime,
    admin: Admin,
    action: str,
    call: SampledCall,
    details: Mapping[str, list[str]],
) -> None:
    AuditLog(session).append(at, admin, action, f"call/{call.id}", details)
