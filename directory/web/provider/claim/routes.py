"""Asking for a listing, and following how it goes."""

from flask import Blueprint, flash, make_response, redirect
from werkzeug.wrappers import Response

from directory.errors import Conflict, Invalid, NotFound
from directory.providers import Provider
from directory.providers.claims import OPEN, Claim
from directory.providers.proof_ways import ProofWay
from directory.storage import ClaimKeys, Claims, Keepers, Providers
from directory.web.access import current_directory
from directory.web.gate import asking_account
from directory.web.letters import claim_letters
from directory.web.provider.claim.forms import AnswerForm, ClaimForm, CodeForm, WayForm
from directory.web.provider.claim.limits import may_ask, may_try
from directory.web.provider.claim.page import course_page, has_errors, start_page
from directory.web.rendering import render_page
from directory.workflows.claims.claim_listing import Wish, claim_listing, prove_by
from directory.workflows.claims.contacts_on_file import ways_for
from directory.workflows.claims.decide_claim import claim_of
from directory.workflows.claims.prove_claim import answer_question, prove_by_code, withdraw_claim

START = "/claim/<listing>"
COURSE = "/claims/<claim>"

pages = Blueprint("claim", __name__)


@pages.get(START)
def start(listing: str) -> Response:
    """Show the form that asks for a listing, or how an earlier claim of it goes."""
    provider, ways, own = _for_start(listing)
    if own:
        return redirect(f"/claims/{own.id}", 303)
    return _start(provider, ways, ClaimForm(ways))


@pages.post(START)
def ask(listing: str) -> Response:
    """Write a claim down, and send its proof."""
    provider, ways, _ = _for_start(listing)
    form, me = ClaimForm(ways), asking_account()
    if not form.validate() or not may_ask(form, me.id, listing):
        return _start(provider, ways, form)
    wish = Wish(
        provider_id=listing,
        account_id=me.id,
        way=form.way.data,
        local_part=form.local_part.data,
        license_state=form.license_state.data,
        license_number=form.license_number.data or "",
    )
    try:
        claim = claim_listing(current_directory(), claim_letters(), wish)
    except Conflict as error:
        form.form_errors = [str(error).capitalize()]
        return _start(provider, ways, form)
    return redirect(f"/claims/{claim.id}", 303)


@pages.get(COURSE)
def course(claim: str) -> Response:
    """Show how a claim stands, and what can be done next."""
    return _course(claim)


@pages.post(f"{COURSE}/way")
def choose_way(claim: str) -> Response:
    """Send the proof again, or by another way."""
    found, provider, ways, _ = _for_course(claim)
    form = WayForm(ways)
    if not form.validate() or not may_ask(form, found.account_id, provider.id):
        return _course(claim, way_form=form)
    try:
        prove_by(current_directory(), claim_letters(), claim, form.way.data, form.local_part.data)
    except Invalid as error:
        form.form_errors = [problem.message for problem in error.problems]
        return _course(claim, way_form=form)
    return redirect(f"/claims/{claim}", 303)


@pages.post(f"{COURSE}/code")
def try_code(claim: str) -> Response:
    """Take the code of a call or a letter."""
    form = CodeForm()
    if not form.validate() or not may_try(form, asking_account().id):
        return _course(claim, code_form=form)
    if not prove_by_code(current_directory(), claim, form.code.data):
        form.code.errors = ["This is not the code. Check it letter by letter"]
        return _course(claim, code_form=form)
    return redirect(f"/claims/{claim}", 303)


@pages.post(f"{COURSE}/answer")
def answer(claim: str) -> Response:
    """Keep the answer to what an admin asked."""
    form = AnswerForm()
    if not form.validate():
        return _course(claim, answer_form=form)
    answer_question(current_directory(), claim, form.answer.data)
    return redirect(f"/claims/{claim}", 303)


@pages.post(f"{COURSE}/withdraw")
def withdraw(claim: str) -> Response:
    """Take a claim back."""
    withdraw_claim(current_directory(), claim)
    flash("You took this back. The listing stays as it was.")
    return redirect(f"/claims/{claim}", 303)


def _for_start(id: str) -> tuple[Provider, tuple[ProofWay, ...], Claim | None]:
    """Return a public listing, how it can be claimed, and the account's own claim of it."""
    directory, me = current_directory(), asking_account()
    with directory.database.reading() as session:
        provider = Providers(session).get(id)
        if provider is None or not provider.published:
            raise NotFound(f"no listing has the id {id}")
        now = directory.clock()
        own = (one.at(now) for one in Claims(session).of_listing(id) if one.account_id == me.id)
        keeps = Keepers(session).keeps(me.id, id)
        shown = (one for one in own if one.state in OPEN | {"expired"} or keeps)
        return provider, ways_for(directory, session, provider), next(shown, None)


def _start(provider: Provider, ways: tuple[ProofWay, ...], form: ClaimForm) -> Response:
    with current_directory().database.reading() as session:
        is_kept = Keepers(session).is_kept(provider.id)
    page = start_page(provider, ways, is_kept, form)
    return make_response(render_page("claim/start.html", page), 422 if has_errors(form) else 200)


def _for_course(id: str) -> tuple[Claim, Provider, tuple[ProofWay, ...], int]:
    directory = current_directory()
    now = directory.clock()
    with directory.database.reading() as session:
        claim = claim_of(session, id).at(now)
        provider = Providers(session).one(claim.provider_id)
        ways = ways_for(directory, session, provider)
        return claim, provider, ways, ClaimKeys(session).tries_left(id, now)


def _course(
    id: str,
    way_form: WayForm | None = None,
    code_form: CodeForm | None = None,
    answer_form: AnswerForm | None = None,
) -> Response:
    claim, provider, ways, tries = _for_course(id)
    forms = (
        way_form or WayForm(ways, formdata=None),
        code_form or CodeForm(formdata=None),
        answer_form or AnswerForm(formdata=None),
    )
    mailer = current_directory().mailer
    goes_nowhere = mailer is None or not mailer.is_real
    page = course_page(claim, provider, ways, tries, forms, goes_nowhere)
    return make_response(render_page("claim/course.html", page), 422 if has_errors(*forms) else 200)
