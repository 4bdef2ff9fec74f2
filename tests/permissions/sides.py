"""What each of the two sides has: a listing with all that can hang on it, a practice, a claim."""

from dataclasses import replace
from datetime import date, timedelta

from sqlmodel import Session

from directory.accuracy.samples import Sample, SampledCall, call_id
from directory.likeness import Likeness
from directory.providers import Practice, Provider
from directory.providers.claims import Claim
from directory.providers.corrections import Correction
from directory.providers.drafts import SectionDraft, section_values, values_of
from directory.providers.evidence import Evidence
from directory.providers.history import Author
from directory.providers.notices import Notice
from directory.providers.photo import Photo
from directory.providers.removals import Removal
from directory.providers.roster_files import RosterFile
from directory.providers.roster_verdicts import Roster
from directory.providers.verifications import Verification
from directory.roles import ROLES
from directory.steps import Step
from directory.storage import (
    Accounts,
    AdminSteps,
    CallSamples,
    Claims,
    Corrections,
    Drafts,
    Duplicates,
    EvidenceFiles,
    Keepers,
    Merges,
    Notices,
    Photos,
    PracticeInvitation,
    PracticeInvitations,
    Practices,
    Providers,
    Removals,
    RoleInvitation,
    RoleInvitations,
    Rosters,
    StoredPasskey,
    Verifications,
)
from directory.storage.tokens import hash_of_token
from directory.workflows import Directory
from directory.workflows.listing_changes import record_change
from tests.accounts import store_account
from tests.conftest import NOW
from tests.factories import make_license, make_npi, make_provider, make_unclaimed
from tests.permissions.oracle import PEOPLE

# Of an invitation into the own practice, which anybody may answer who has it.
TOKEN = "x" * 43
# A week in which one listing was drawn, and its call.
WEEK = date(2026, 11, 16)
CALL = call_id(WEEK, 1)
SIDES = {"own": "aaaa", "foreign": "bbbb", "missing": "zzzz"}
# The things that an address names, by the name of the argument.
THINGS = {
    name: {side: f"{name}-{ending}" for side, ending in SIDES.items()}
    for name in (
        "listing",
        "practice",
        "invitation",
        "claim",
        "removal",
        "correction",
        "passkey",
        "evidence",
        "notice",
        "roster",
        "verification",
    )
} | {"change": {"own": "1", "foreign": "2", "missing": "9"}}


def account_of(person: str) -> str:
    """Return the id of a person's account."""
    return f"account-{person.replace(' ', '-')}"


def address_of(person: str) -> str:
    """Return the mail address of a person."""
    return f"{person.replace(' ', '-')}@example.org"


def fill(directory: Directory) -> None:
    """Store the accounts of all people, and what both sides have."""
    with directory.database.writing() as session:
        for person in PEOPLE:
            role = person if person in ROLES else None
            store_account(session, account_of(person), address_of(person), role)
        _roles(session)
        for number, side in enumerate(("own", "foreign")):
            other = "" if side == "own" else "other "
            _listing(session, number, SIDES[side], account_of(f"{other}keeper"))
            _practice(session, SIDES[side], account_of(f"{other}manager"))
            _claim(session, SIDES[side], account_of(f"{other}claimant"))
        _duplicates(session)
        CallSamples(session).save_sample(Sample(WEEK, "seed", 2, 0, NOW.date()))
        CallSamples(session).save(SampledCall(CALL, WEEK, 1, "listing-aaaa", "aetna"))


def _duplicates(session: Session) -> None:
    """Store a pair that may be one person, and a merge; both are number 1."""
    first, second, gone = (
        make_unclaimed(id=f"stub-{name}", npi=None, published=False)
        for name in ("one", "two", "gone")
    )
    for one in (first, second):
        Providers(session).save(one)
    Duplicates(session).note(first.id, second.id, Likeness(70, "likely", ()), 1, NOW)
    Merges(session).add(first, gone, first, (), account_of("editor"), NOW)


def _roles(session: Session) -> None:
    """Store a step that waits for a second admin, and two invitations into a role."""
    asked_by, document = account_of("editor"), {"account": account_of("reader"), "role": "owner"}
    AdminSteps(session).save(
        Step("step-aaaa", "role.changed", document, asked_by, "editor", NOW - timedelta(days=1))
    )
    ends, owner = NOW + timedelta(days=7), account_of("owner")
    for id, invited in (
        (hash_of_token(TOKEN), address_of("keeper")),
        ("invitation-aaaa", "c@example.org"),
    ):
        RoleInvitations(session).put(RoleInvitation(id, invited, "reader", owner, ends))


def _listing(session: Session, number: int, name: str, keeper: str) -> None:
    """Store a listing with two licenses of which one is checked, a change and a draft."""
    licenses = [make_license(), make_license(state="NV", status="unverified", verified_at=None)]
    listed = make_provider(id=f"listing-{name}", npi=make_npi(number), licenses=licenses)
    Accounts(session).add_passkey(_passkey(f"passkey-{name}", keeper))
    before = listed.model_copy(update={"bio": "Earlier words."})
    Keepers(session).add(listed.id, keeper, NOW)
    record_change(session, before, listed, Author("provider", keeper), NOW)
    values = section_values(values_of(listed), "costs") | {"fee": {"min": 9, "max": 1}}
    Photos(session).put(listed.id, Photo(b"large", b"small"), NOW)
    Corrections(session).save(Correction(f"correction-{name}", listed.id, keeper, NOW, "Ann"))
    Removals(session).save(Removal(f"removal-{name}", listed.id, NOW, "details", "wrong"))
    Drafts(session).put(listed.id, SectionDraft("costs", values, NOW))
    _desk(session, listed, name)


def _desk(session: Session, listed: Provider, name: str) -> None:
    """Store a check of the listing, a file that shows it, and a notice of a roster."""
    checked = Verification(
        id=f"verification-{name}",
        provider_id=listed.id,
        at=NOW,
        by=account_of("verifier"),
        looked_on=NOW.date(),
        source="The board",
        licenses=listed.licenses,
        due_on=None,
        before=listed,
        after=listed,
        was=None,
    )
    Verifications(session).save(checked)
    file = Evidence(f"evidence-{name}", listed.id, "a.pdf", "pdf", 4, "0" * 64, NOW, None)
    EvidenceFiles(session).add(file, b"%PDF")
    about = Roster("CA", "lcsw", NOW.date())
    roster = RosterFile(f"roster-{name}", "a.csv", about, "The board", NOW, None, ("A",), "0" * 64)
    roster = replace(roster, stage="read")
    Rosters(session).add(roster, b"A\n1\n")
    Notices(session).save(Notice(f"notice-{name}", listed.id, "unsure", NOW, "Look.", "roster/1"))


def _practice(session: Session, name: str, manager: str) -> None:
    """Store a practice that looks after the listing, and two invitations into it."""
    id, listing, practices = f"practice-{name}", f"listing-{name}", Practices(session)
    practices.add(id, f"House {name}", NOW)
    practices.add_manager(id, manager, NOW)
    practices.join(id, listing, NOW)
    stored = Providers(session).get(listing)
    assert stored
    within = stored.model_copy(update={"practice": Practice(id=id, name=f"House {name}")})
    Providers(session).save(within)
    ends = NOW + timedelta(days=9)
    first = PracticeInvitation(f"invitation-{name}", id, "listing", "a@example.org", None, ends)
    PracticeInvitations(session).put(first)
    if name == SIDES["own"]:
        open_to_all = replace(first, id=hash_of_token(TOKEN), email="b@example.org")
        PracticeInvitations(session).put(open_to_all)


def _claim(session: Session, name: str, claimant: str) -> None:
    """Store a claim to the listing by somebody else, which waits for an admin."""
    listing = f"listing-{name}"
    claim = Claim(f"claim-{name}", listing, claimant, NOW, "by_hand", "", "asked", NOW)
    Claims(session).save(claim)


def _passkey(id: str, account_id: str) -> StoredPasskey:
    return StoredPasskey(
        id=id,
        user_id=account_id,
        name="Phone",
        credential_id=id.encode(),
        public_key=b"public",
        sign_count=0,
        transports=None,
        backup_state=False,
        device_type="single_device",
        extensions=None,
        usage="first",
        created_at=NOW,
        lastuse_datetime=NOW,
    )
