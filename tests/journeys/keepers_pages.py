"""Every page of those who keep a listing, check one, or mind an account, found by walking there.

Routes come from the application's own map of addresses, by their policies; what an address names is
one's own. Then every form on every page is sent three times: empty, with nonsense, and as it
stands, each time from the same state. A route that none of this reaches fails
`test_every_private_route_is_walked_to`: then say here how to get there.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from directory.providers.view_counts import VIEW_KINDS, WeekCount, whole_weeks
from directory.roles import ROLES, Admin
from directory.storage import Keepers, ViewCounts
from directory.web.permissions import policy_of
from directory.web.policies import POLICIES
from directory.workflows.keeping.keep_links import SAYINGS, KeepLink, write_link
from tests.account.people import ADDRESS, begin
from tests.account.people import sign_in as type_password
from tests.account.phones import set_up_app
from tests.accounts import sign_in, store_account
from tests.claim.people import ACCOUNTS, LISTING, ON_FILE, approved, claim, links_in, register_stub
from tests.conftest import NOW
from tests.editions.publishing import begin_draft
from tests.factories import make_coach, make_provider, store
from tests.journeys.admins.rooms import see_rooms
from tests.journeys.seeing import Sight
from tests.journeys.sending import OURS, forms_of, see
from tests.permissions.database import Snapshot
from tests.permissions.oracle import STRANGER
from tests.permissions.sides import account_of, fill
from tests.permissions.world import EVERY_SECTION, address_for, things_of, visitor
from tests.web.mailing import Clock, Office, text_of

# Who walks to the pages of a kind.
WHO = {
    "anyone": STRANGER,
    "account": "keeper",
    "keeper": "keeper",
    "sole_keeper": "keeper",
    "practice_manager": "manager",
    "claimant": "claimant",
    "passkey_owner": "keeper",
    **dict.fromkeys(ROLES, "owner"),
}
_PATH = re.compile(r"(?m)^https?://[^/\s]+(/\S+)$")


def private_rules(app: Flask) -> list[Rule]:
    """Return the routes of pages that are not for patients, each of which has a policy."""
    return [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and rule.endpoint in POLICIES and rule.endpoint != "static"
    ]


def see_everything(folder: Path) -> tuple[Office, Sight]:
    """Walk to every page; return the application, which is to be closed, and what was seen."""
    here = Office(folder, Clock(), RATE_LIMIT="off")
    fill(here.directory)
    _furnish(here)
    sight = Sight(here.app, looked_for=private_rules)
    ways = list(_addresses(here))
    browsers = {person: _browser(here.app, person) for person in dict(ways)}
    snapshot = Snapshot(here.directory.database)
    for person, address in ways:
        see(sight, snapshot, browsers[person], f"{person}: {address}", address)
    _see_what_is_kept_back(sight, browsers)
    snapshot.restore()
    see_rooms(here, sight)
    snapshot.restore()
    _see_accounts(here, sight)
    _see_claims(here, sight)
    return here, sight


def _browser(app: Flask, person: str) -> FlaskClient:
    client = visitor(app, *person.split(", ", 1))
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def _furnish(here: Office) -> None:
    """Give the keeper numbers, the bystander two listings, and the editors a draft."""
    weeks = whole_weeks(here.clock().date())
    counts = [
        ("listing-aaaa", WeekCount(week, kind, (number * 7 + place * 5) % 60))
        for place, kind in enumerate(VIEW_KINDS)
        for number, week in enumerate(weeks)
    ]
    store(here.directory, make_coach(), make_provider(id="second", published=False))
    with here.directory.database.writing() as session:
        ViewCounts(session).add(counts)
        for id in ("cora-coach", "second"):
            Keepers(session).add(id, account_of("bystander"), NOW)
    begin_draft(here.directory, Admin(account_of("editor"), "editor"))


def _addresses(here: Office) -> Iterator[tuple[str, str]]:
    """Yield who comes to which address."""
    for rule in private_rules(here.app):
        policy = policy_of(rule.endpoint, {})
        assert policy
        for whose, arguments in things_of(rule, EVERY_SECTION):
            if whose in {"own", "nothing"}:
                yield WHO[policy.who], address_for(here.app, rule, arguments)
    for saying in SAYINGS:
        link = KeepLink("listing-aaaa", account_of("keeper"), saying, NOW.date())
        yield STRANGER, f"/keep/{write_link(link, 'a key for tests alone')}"
    yield "keeper", "/my/listing/listing-aaaa/history/restore?change=1"
    yield "keeper, long ago", "/account/password"
    for person in ("keeper", "owner"):  # with a passkey that was not used, and without one
        yield f"{person}, by an app", "/account/security/passkey"
    yield "bystander, no second factor", "/my/listing/cora-coach"
    for page in ("", "/reach", "/offer", "/services", "/license", "/numbers", "/publish"):
        yield "bystander", f"/my/listing/cora-coach{page}"
        yield "bystander", f"/my/listing/second{page}"
    for address in ("/my/listing", "/my/practice", "/account/security", "/my/find-listing?q=ana"):
        yield "bystander", address


def _see_what_is_kept_back(sight: Sight, browsers: Mapping[str, FlaskClient]) -> None:
    """See forms that cannot be taken, each held on a page, and one that meets another's save."""
    words, typed = "/my/listing/listing-aaaa/words", {"name": "Rose Garden", "bio": "Bees."}
    (form, *_) = forms_of(sight.look(browsers["keeper"], words, "words once more"))
    token = form.hidden["csrf_token"]
    for name, person, sent in (
        ("signed out", STRANGER, typed),
        ("without a second step", "bystander, no second factor", typed),
        ("with an old token", "keeper", typed),
        ("over another save", "keeper", {**typed, "csrf_token": token, "seen": "stale"}),
    ):
        to = words.replace("listing-aaaa", "cora-coach") if person.startswith("by") else words
        browser = sight.visitor(browsers[person])
        sight.keep(browser, browser.post(to, data=sent, headers=OURS), f"a form sent {name}")
    browser = sight.visitor(browsers["keeper, long ago"])
    answer = browser.post("/account/password", data={"new_password": "x"}, headers=OURS)
    sight.keep(browser, answer, "a form sent long after signing in")


def _see_accounts(here: Office, sight: Sight) -> None:
    """See an account from its first page to its last, each link of a mail included."""
    person, stranger = here.person(), here.person()
    begin(person)
    sight.look(person.client, "/account/mail-sent")
    confirm, snapshot = _link(here, "/account/confirm/"), Snapshot(here.directory.database)
    see(sight, snapshot, stranger.client, "a link to confirm", confirm)
    stranger.submit(confirm)
    type_password(person)
    set_up_app(here, person)
    sight.look(person.client, "/account/security", "with an app")
    sight.look(person.client, "/account/security/app/remove", "an app to remove")
    person.submit("/account/address", email="ana@new-home.example")
    stranger.submit("/account/forgotten", email=ADDRESS)
    here.clock.passed += timedelta(minutes=1)
    half = here.person()
    type_password(half)
    snapshot = Snapshot(here.directory.database)
    for address in ("/account/code", "/account/recovery-code", "/account/lost"):
        see(sight, snapshot, half.client, f"second step {address}", address)
    for part in ("reset/", "address/confirm/", "address/stop/"):
        address = _link(here, f"/account/{part}")
        see(sight, snapshot, stranger.client, f"a link to {part}", address)


def _link(here: Office, part: str) -> str:
    """Return the newest link of a kind in a mail."""
    links = [link for mail in here.mails() for link in _PATH.findall(text_of(mail))]
    return next(link for link in reversed(links) if part in link)


def _see_claims(here: Office, sight: Sight) -> None:
    """See a claim by mail from its proof to the approval, and the links that object to it."""
    store(here.directory, register_stub())
    with here.directory.database.writing() as session:
        for id, address in ACCOUNTS.items():
            store_account(session, id, address, role="owner" if id == "boss" else None)
    una, boss = (sign_in(here.app, id, here.clock(), True) for id in ("una", "boss"))
    begun = Snapshot(here.directory.database)
    see(sight, begun, una, "a claim to begin", f"/claim/{LISTING}")
    claim_id = claim(here)
    snapshot = Snapshot(here.directory.database)
    for link in links_in(here, ON_FILE):
        for person, client in (("una", una), ("anyone", here.person().client)):
            see(sight, snapshot, client, f"{person}: {link.rpartition('/')[0]}", link)
    see(sight, snapshot, una, "a claim that waits for proof", f"/claims/{claim_id}")
    see(sight, snapshot, boss, "a claim on the desk", f"/admin/claims/{claim_id}")
    begun.restore()
    approved(here)
    snapshot = Snapshot(here.directory.database)
    for link in links_in(here, ON_FILE):
        see(sight, snapshot, here.person().client, f"anyone: {link.rpartition('/')[0]}", link)
