"""From a claim to the pages that show it."""

from collections.abc import Iterable

from flask_wtf import FlaskForm

from directory.providers import Provider
from directory.providers.claims import MAILED, Claim, deadline
from directory.providers.corrections import Correction
from directory.providers.proof_ways import ProofWay, masked_address
from directory.vocabulary import LICENSES
from directory.web.provider.claim.forms import AnswerForm, ClaimForm, CodeForm, WayForm
from directory.web.provider.claim.pages import (
    AskedCorrection,
    CoursePage,
    OfferedWay,
    StartPage,
    Subject,
)
from directory.web.times import told_time
from directory.web.training_words import training_words

_TITLES = {
    "asked": "We have your request",
    "proof_sent": "Show that it is you",
    "proven": "We check your license",
    "approved": "Your listing",
    "settled": "Your listing",
    "frozen": "Your listing is on hold",
    "rejected": "You do not have this listing",
    "withdrawn": "You took this back",
    "expired": "The link is over",
}


def start_page(
    provider: Provider, ways: tuple[ProofWay, ...], is_kept: bool, form: ClaimForm
) -> StartPage:
    """Return the form that asks for a listing."""
    return StartPage(
        title="Is this you?",
        action=f"/claim/{provider.id}",
        listing=subject_of(provider),
        ways=_offered(ways),
        domain=_domain(ways),
        is_kept=is_kept,
        asks_license=not provider.is_coach,
        form=form,
    )


def course_page(
    claim: Claim,
    provider: Provider,
    ways: tuple[ProofWay, ...],
    tries: int,
    forms: tuple[WayForm, CodeForm, AnswerForm],
    goes_nowhere: bool,
) -> CoursePage:
    """Return how a claim stands; `ways` are those that can still be chosen."""
    end = deadline(claim.state, claim.way, claim.since)
    can_choose = claim.state in {"asked", "proof_sent", "expired"}
    return CoursePage(
        title=_TITLES[claim.state],
        action=f"/claims/{claim.id}",
        listing=subject_of(provider),
        listing_href=f"/my/listing/{provider.id}",
        state=claim.state,
        way=claim.way,
        sent_to=_sent_to(claim, ways),
        until=told_time(end) if end else "",
        tries=tries,
        question=claim.question if claim.state in {"asked", "proof_sent", "proven"} else "",
        answer=claim.answer,
        reason=claim.reason,
        ways=_offered(ways) if can_choose else (),
        domain=_domain(ways),
        goes_nowhere=goes_nowhere,
        way_form=forms[0],
        code_form=forms[1],
        answer_form=forms[2],
    )


def subject_of(provider: Provider) -> Subject:
    """Return what tells one listing from others, without a street."""
    places = dict.fromkeys(f"{place.city}, {place.state}" for place in provider.locations)
    on_file = (f"{held.title} {held.number or ''} ({held.state})" for held in provider.licenses)
    return Subject(
        name=provider.name,
        license=LICENSES.label(provider.license),
        places="; ".join(places),
        on_file=tuple(" ".join(one.split()) for one in on_file),
    )


def has_errors(*forms: FlaskForm) -> bool:
    """Tell whether something is to be mended."""
    return any(form.errors or form.form_errors for form in forms)


def _sent_to(claim: Claim, ways: Iterable[ProofWay]) -> str:
    """Return where the proof went, with as much of it as the claimant may see."""
    if claim.way in MAILED:
        return claim.sent_to if claim.way == "domain" else masked_address(claim.sent_to)
    return next((way.shown for way in ways if way.way == claim.way), "")


def _offered(ways: Iterable[ProofWay]) -> tuple[OfferedWay, ...]:
    return tuple(OfferedWay(way.way, *_words(way)) for way in ways)


def _words(way: ProofWay) -> tuple[str, str]:
    """Return what a way is called, and what comes of choosing it."""
    if way.way == "email":
        hint = "The address on file. You get a link that works for 48 hours."
        return f"Email to {way.shown}", hint
    if way.way == "domain":
        hint = "The domain of the website on file. You get a link that works for 48 hours."
        return f"Email to an address at {way.shown}", hint
    if way.way == "phone":
        return f"Call to {way.shown}", "The number on file. A person calls and reads out a code."
    if way.way == "letter":
        hint = "The address on file. A code comes by mail and works for 30 days."
        return f"Letter to the practice in {way.shown}", hint
    return "None of these reach me", "A person asks you for something else. This takes longest."


def _domain(ways: Iterable[ProofWay]) -> str:
    return next((way.to for way in ways if way.way == "domain"), "")


def asked_before(correction: Correction) -> AskedCorrection:
    """Return what was asked for in one line, and what became of it."""
    parts = (
        f"Name: {correction.name}" if correction.name else "",
        f"NPI: {correction.npi}" if correction.npi else "",
        correction.words,
        *map(training_words, correction.trainings),
        correction.proof,
    )
    outcome = "A person looks at it"
    if correction.decided_at:
        outcome = "Done" if correction.is_done else f"Not done: {correction.reason}"
    return AskedCorrection(" · ".join(filter(None, parts)), outcome)
