"""From a listing to the page on which it is looked after."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from directory.providers import Provider
from directory.providers.contact_reports import REPORTS_COUNT_FOR
from directory.providers.evidence import Evidence
from directory.providers.notices import Notice
from directory.providers.verifications import Verification
from directory.sentences import ENGLISH
from directory.storage import (
    Changes,
    ContactReports,
    DeskListings,
    EvidenceFiles,
    LicenseChecks,
    Notices,
    Providers,
    Verifications,
)
from directory.web.access import current_directory
from directory.web.admin.amounts import bytes_words
from directory.web.admin.listings.forms import PublishForm, VerifyForm
from directory.web.admin.listings.pages import (
    ListingPage,
    ToldChange,
    ToldCheck,
    ToldFile,
    ToldNotice,
)
from directory.web.admin.listings.upload import UploadForm
from directory.web.admin.listings.words import (
    AUTHORS,
    change_words,
    check_words,
    standing_words,
)
from directory.web.admin.naming import account_name
from directory.web.admin.queue.facts import license_words, listing_facts
from directory.web.admin.queue.forms import NoteForm, ReasonForm, with_rows
from directory.web.admin.queue.pages import KnownFact
from directory.web.admin.queue.report_words import REPORTS
from directory.web.times import told_time
from directory.workflows.desk.license_checks import known_licenses
from directory.workflows.desk.verify_listing import may_publish, why_it_stays

_SPARE = 1  # for a license that the listing lacks
_CHANGES = 20


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms as they were sent, where something is to be mended."""

    findings: VerifyForm | None = None
    reason: ReasonForm | None = None
    upload: UploadForm | None = None
    problem: str = ""

    @property
    def are_wrong(self) -> bool:
        """Whether anything is to be mended."""
        return bool(self.findings or self.reason or self.upload or self.problem)


def verify_form(id: str, **options: None) -> VerifyForm:
    """Return the form for what was found, with the licenses as they are known."""
    directory = current_directory()
    with directory.database.reading() as session:
        listing = Providers(session).one(id)
        known, asks = known_licenses(session, listing), may_publish(session, listing)
    kind: type[VerifyForm] = PublishForm if asks else VerifyForm
    spare = 0 if listing.is_coach else _SPARE
    form = with_rows(kind, known, spare, **options)
    if options:
        form.looked_on.data = directory.today()
        if asks:
            form.published.data = "yes" if listing.published else None
    return form


def listing_page(id: str, forms: Forms) -> ListingPage:
    """Return the page of a listing; raise NotFound where there is none of this id."""
    findings = forms.findings or verify_form(id, formdata=None)
    with current_directory().database.reading() as session:
        listing = Providers(session).one(id)
        check = LicenseChecks(session).get(id)
        last = KnownFact("Last check", check_words(check))
        return ListingPage(
            title=f"Listing of {listing.name}",
            back_href="/admin/listings",
            action=f"/admin/listings/{id}",
            standing=standing_words(listing, check),
            is_public=listing.published,
            is_held=bool(check and check.held_since),
            is_coach=listing.is_coach,
            facts=(
                *listing_facts(session, listing, is_elsewhere=False),
                *_more_facts(listing),
                last,
            ),
            notices=tuple(_notice(one) for one in Notices(session).of_listing(id)),
            reports=tuple(_reports(session, id)),
            looked_action=f"/admin/reports/{id}/looked",
            checks=tuple(_check(session, one) for one in Verifications(session).of_listing(id)),
            files=tuple(_file(session, one) for one in EvidenceFiles(session).of_listing(id)),
            changes=tuple(_changes(session, id)),
            findings=findings,
            reason=forms.reason or ReasonForm(formdata=None),
            note=NoteForm(formdata=None),
            upload=forms.upload or UploadForm(formdata=None),
            problem=forms.problem,
            is_wrong=forms.are_wrong,
            next_href=_next_href(session, id),
        )


def _more_facts(listing: Provider) -> Iterator[KnownFact]:
    places = tuple(f"{place.city}, {place.state} {place.zip or ''}" for place in listing.locations)
    told = (("Places", places), ("Phone", (listing.phone or "",)), ("Id", (listing.id,)))
    yield from (KnownFact(name, values) for name, values in told if any(values))
    if not listing.claimed:
        yield KnownFact("From a register", ("Nobody speaks for it yet, so it promises nothing.",))


def _next_href(session: Session, id: str) -> str | None:
    """Return where the next listing is that an import left hidden, beginning anew at the end."""
    listings, today = DeskListings(session), current_directory().today()
    found = listings.find("", "new", today, id, 1) or listings.find("", "new", today, "", 1)
    return f"/admin/listings/{found[0].id}" if found and found[0].id != id else None


def _notice(one: Notice) -> ToldNotice:
    action = "" if one.closed_at else f"/admin/notices/{one.id}/close"
    return ToldNotice(told_time(one.at), one.words, one.answer, action)


def _reports(session: Session, id: str) -> Iterator[KnownFact]:
    since = current_directory().today() - REPORTS_COUNT_FOR
    counts: dict[str, int] = {}
    for one in ContactReports(session).of_listing(id, since):
        counts[one.kind] = counts.get(one.kind, 0) + one.reports
    yield from (KnownFact(REPORTS[kind], (f"{count:,}",)) for kind, count in counts.items())


def _check(session: Session, one: Verification) -> ToldCheck:
    found = tuple(map(license_words, one.licenses)) or ("No license",)
    facts = [
        KnownFact("Found", found),
        KnownFact("Where", (one.source,)),
        KnownFact("Noted", (f"{told_time(one.at)}, by {account_name(session, one.by)}",)),
    ]
    if one.due_on:
        facts.append(KnownFact("Due again", (ENGLISH.day(one.due_on),)))
    if one.taken_back_at:
        who = account_name(session, one.taken_back_by)
        facts.append(KnownFact("Taken back", (f"{told_time(one.taken_back_at)}, by {who}",)))
    return ToldCheck(
        title=f"Looked up on {ENGLISH.day(one.looked_on)}",
        facts=tuple(facts),
        is_undone=one.taken_back_at is not None,
        undo_action=f"/admin/verifications/{one.id}/take-back",
        stays=why_it_stays(session, one),
    )


def _file(session: Session, one: Evidence) -> ToldFile:
    who = account_name(session, one.added_by)
    about = f"{bytes_words(one.size)}, {told_time(one.added_at)}, by {who}"
    here = f"/admin/evidence/{one.id}"
    return ToldFile(one.name, about, here, f"{here}/delete")


def _changes(session: Session, id: str) -> Iterator[ToldChange]:
    for one in Changes(session).of_listing(id, _CHANGES):
        yield ToldChange(told_time(one.at), AUTHORS[one.author.kind], change_words(one))
