"""From a claim to the page on which an admin decides."""

from collections.abc import Iterator, Mapping

from sqlmodel import Session

from directory.providers import Provider
from directory.providers.claims import Claim, State, Way, deadline
from directory.storage import Claims, LicenseChecks, Providers
from directory.web.access import current_directory
from directory.web.admin.naming import account_name
from directory.web.admin.queue.facts import listing_facts
from directory.web.admin.queue.forms import (
    FindingsForm,
    QuestionForm,
    ReasonForm,
    findings_form,
)
from directory.web.admin.queue.pages import ClaimPage, KnownFact
from directory.web.times import told_time
from directory.workflows.claims.decide_claim import claim_of, is_disputed
from directory.workflows.desk.license_checks import known_licenses

STATES: Mapping[State, str] = {
    "asked": "Waits for us",
    "proof_sent": "Waits for the claimant",
    "proven": "Proven, waits for your decision",
    "approved": "Approved, can be stopped",
    "frozen": "Stopped by an objection",
    "settled": "Settled",
    "rejected": "Rejected",
    "withdrawn": "Taken back",
    "expired": "The link or code ran out",
}
WAYS: Mapping[Way, str] = {
    "email": "A link to the address on file",
    "domain": "A link to an address at the practice’s own domain",
    "phone": "A code by phone, to the number on file",
    "letter": "A code by letter, to the address on file",
    "by_hand": "No contact on file reaches them: by hand",
}


def stored_claim(id: str) -> tuple[Claim, Provider]:
    """Return a claim as it stands, and its listing; raise NotFound where either is gone."""
    directory = current_directory()
    with directory.database.reading() as session:
        claim = claim_of(session, id).at(directory.clock())
        return claim, Providers(session).one(claim.provider_id)


def claim_page(
    id: str,
    findings: FindingsForm | None = None,
    reason: ReasonForm | None = None,
    question: QuestionForm | None = None,
) -> ClaimPage:
    """Return a claim with the forms by which it is decided."""
    claim, listing = stored_claim(id)
    with current_directory().database.reading() as session:
        facts = (*listing_facts(session, listing), *_claim_facts(session, claim))
        known = known_licenses(session, listing)
    return ClaimPage(
        title=f"Claim of {listing.name}",
        action=f"/admin/claims/{claim.id}",
        state=claim.state,
        way=claim.way,
        facts=facts,
        script=_script(claim, listing),
        letter_due=claim.letter_due,
        findings=findings or findings_form(known, formdata=None),
        reason=reason or ReasonForm(formdata=None),
        question=question or QuestionForm(formdata=None),
    )


def _claim_facts(session: Session, claim: Claim) -> Iterator[KnownFact]:
    yield KnownFact("Claimed by", (account_name(session, claim.account_id),))
    yield KnownFact("How it stands", (STATES[claim.state], f"Since {told_time(claim.since)}"))
    end = deadline(claim.state, claim.way, claim.since)
    if end:
        yield KnownFact("Ends by itself", (told_time(end),))
    yield KnownFact("Proof", tuple(filter(None, (WAYS[claim.way], *claim.sent_to.splitlines()))))
    if claim.license_number or claim.license_state:
        typed = f"{claim.license_number} {claim.license_state}".strip()
        yield KnownFact("License that they typed", (typed,))
    if claim.npi:
        yield KnownFact("NPI that they typed", (claim.npi,))
    if is_disputed(session, claim):
        yield KnownFact("Dispute", ("Somebody else keeps the listing, or kept it when they asked",))
    for name, words in (("You asked", claim.question), ("They answered", claim.answer)):
        if words:
            yield KnownFact(name, (words,))
    if claim.reason:
        yield KnownFact("Reason", (claim.reason,))
    yield from _history(session, claim)


def _history(session: Session, claim: Claim) -> Iterator[KnownFact]:
    others = [one for one in Claims(session).of_listing(claim.provider_id) if one.id != claim.id]
    for other in others:
        standing = STATES[other.at(current_directory().clock()).state]
        told = f"{standing}, asked {told_time(other.asked_at)}"
        yield KnownFact("Another claim of it", (told,), f"/admin/claims/{other.id}")
    check = LicenseChecks(session).get(claim.provider_id)
    if check and check.checked_at:
        yield KnownFact("Last check", (f"{told_time(check.checked_at)}: {check.source}",))


def _script(claim: Claim, listing: Provider) -> tuple[str, ...]:
    """Return what to say on the phone."""
    if claim.way != "phone":
        return ()
    return (
        f"Call {claim.sent_to}. Call no other number, whatever you are asked.",
        f"“Hello, may I speak with {listing.name}? I call from the provider directory.”",
        "Only when that person is on the line: “Did you ask to keep your listing with us?”",
        "If they say yes, read the code slowly, letter by letter. If not, reject the claim.",
        "Leave no code on an answering machine and with nobody else.",
    )
