"""Every page that a patient can come to, found by walking there.

Routes without arguments are found in the application's own map of addresses, further ones by the
links of the pages; questions, slips, results and the rest by answering. A route that none of these
ways reaches fails `test_every_route_is_walked_to`: then say here how to get there.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from flask import Flask, render_template

from directory.app import create_app
from directory.config import Settings
from directory.providers import Provider
from directory.storage import Providers
from directory.web.access import EXTENSION
from directory.workflows.prepare import prepare_demo
from tests.accuracy.published import publish_calls
from tests.journeys.seeing import WAY_OUT, Seen, Sight, names_of, patient_rules, sent
from tests.web.conftest import noon
from tests.web.mailing import link_in, mails_in
from tests.web.people import TODAY
from tests.web.removing import asking_for_removal
from tests.web.walking import CALM, Given, Walk, hidden_fields, walk

DEMO = Path(__file__).parents[2] / "seed_data" / "providers.jsonl.gz"
SEARCHES = (
    "/search?q=panic+attacks&state=CA",
    "/search?q=panick+atacks",
    "/search?q=nothing-like-this&license=coach&state=WY",
    "/search?zip=00000&max_fee=much",
    "/search?zip=94110&within_miles=25&state=CA",
    "/search?more=concern",
    "/search?q=a&cursor=stale",
)
# Whoever answers so is asked every question that there is, each by one of them at least.
PEOPLE: Mapping[str, Mapping[str, Given]] = {
    "a calm person": {},
    "someone afraid of their partner": {
        "concerns": ["ipv_survivor"],
        "formats": ["couples"],
        "instruments.PCPTSD5.gate": "1",
        "instruments.HARK[0]": "1",
    },
    "someone who drinks": {
        "concerns": ["alcohol"],
        "care_so_far": ["relapsed"],
        **{f"instruments.AUDITC[{place}]": "4" for place in range(3)},
        "red_flags": ["overdose"],
        "red_flags.overdose_now": "false",
        "red_flags.withdrawal_signs": "false",
        "coverage.payer": "",
        "coverage.max_fee": "10",
        "preferences.gender": "nonbinary",
        "preferences.gender.strength": "must",
    },
    "someone who eats too little": {"concerns": ["anorexia"], "care_so_far": "none"},
    "someone low and worried": {f"instruments.PHQ4[{place}]": "3" for place in range(4)},
    "someone who hears voices": {"red_flags": ["psychosis"], "danger_now.again": "false"},
    "a young child": {"for": "child", "age": "6", "concerns": ["child_anxiety"]},
    "someone who looks for a diagnosis of another": {
        "for": "other",
        "age": "70",
        "text": "my father needs a lawyer",
        "concerns": ["memory_aging"],
        "seeks": "diagnosis",
    },
}
IN_DANGER: Mapping[str, Mapping[str, Given]] = {
    "someone in danger": {"danger_now": "true"},
    "someone who thinks of suicide now": {
        "instruments.ASQ[0]": "1",
        "instruments.ASQ_NOW": "1",
    },
}
WRONG: Mapping[str, Given] = {
    "age": "young",
    "zip": "1",
    "within_miles": "far",
    "text": "x" * 3000,
    "concerns": ["panic", "gad", "ptsd", "ocd"],
    "coverage.max_fee": "much",
    "instruments.DRUG": "lots",
}
# How many pages of one route are looked at by following links: with arguments, with questions.
_EACH_KIND, _ASKED = 3, 12


def demo_app(instance: Path) -> Flask:
    """Return an application with the demo listings, at noon of a day that stands still.

    What calls found is published, so that its page is there.
    """
    environ = {"INSTANCE_PATH": str(instance), "DIRECTORY_ENV": "development", "RATE_LIMIT": "off"}
    app = create_app(Settings.from_environment(environ), clock=noon)
    prepare_demo(app.extensions[EXTENSION], DEMO)
    publish_calls(app.extensions[EXTENSION])
    return app


def see_everything(app: Flask, language: str = "en") -> Sight:
    """Walk to every page and return what was seen."""
    sight = Sight(app, language)
    _see_plain_pages(sight)
    _see_searches_and_listings(sight)
    for person, answers in PEOPLE.items():
        _see_the_questions(sight, person, answers)
    for person, answers in IN_DANGER.items():
        _see_the_interruption(sight, person, answers)
    _see_the_shortlist(sight)
    _see_a_message_and_its_reply(sight)
    _see_errors(sight)
    _follow_links(sight)
    _see_removals(sight)
    return sight


def see_in_short(app: Flask, language: str) -> Sight:
    """Walk to every page that has an address of its own, and through the questions once."""
    sight = Sight(app, language)
    _see_plain_pages(sight)
    _see_searches_and_listings(sight)
    _see_the_questions(sight, "a calm person", {})
    return sight


def _see_plain_pages(sight: Sight) -> None:
    for rule in patient_rules(sight.app):
        if not rule.arguments and rule.rule != WAY_OUT:
            sight.look(sight.visitor(), rule.rule)


def _see_searches_and_listings(sight: Sight) -> None:
    for address in SEARCHES:
        sight.look(sight.visitor(), address)
    for what, id in listings(sight.app).items():
        sight.look(sight.visitor(), f"/providers/{id}", f"the listing of {what}")


def listings(app: Flask) -> dict[str, str]:
    """Return a listing of each sort by its id."""
    with app.extensions[EXTENSION].database.reading() as session:
        everyone = list(Providers(session).published())
    sorts = {
        "someone who has joined": lambda one: one.claimed and one.email and len(one.bio) > 200,
        "someone who has not joined": lambda one: not one.claimed,
        "a coach": lambda one: one.license == "coach",
        "someone whose license ended": _has_ended,
        "someone with groups": lambda one: bool(one.groups),
    }
    return {what: next(one.id for one in everyone if is_so(one)) for what, is_so in sorts.items()}


def _has_ended(one: Provider) -> bool:
    return any(held.is_expired(TODAY) for held in one.licenses)


def _see_the_questions(sight: Sight, person: str, answers: Mapping[str, Given]) -> None:
    """See each question not seen before, with and without a slip, and what the answers come to."""
    client = sight.visitor()
    way = walk(client)
    sight.look(client, "/triage", f"the start again, for {person}", "start again")
    _answer_all(sight, way, answers)
    sight.look(client, "/triage/check", f"the check, for {person}", "the check")
    sight.look(client, "/triage/1?from=check", f"a change, for {person}", "a change")
    results = sight.look(client, "/triage/results", f"the results, for {person}")
    _see_the_results_otherwise(sight, way, results, person)


def _answer_all(sight: Sight, way: Walk, answers: Mapping[str, Given]) -> None:
    while re.fullmatch(r"/triage/\d+", way.at):
        before = way.at
        _see_the_question(sight, way)
        way.answer({**CALM, **answers})
        assert way.at != before, f"stuck at {way.asked[-1]}"


def _see_the_question(sight: Sight, way: Walk) -> None:
    key = way.page_key
    if f"question {key}" in sight.pages:
        return
    sort = re.sub(r"\[\d\]$", "[]", key)
    sight.look(way.client, way.at, f"question {key}", f"question {sort}")
    names = dict.fromkeys(_names(way.text))
    wrong = {name: WRONG[name] for name in names if name in WRONG}
    data = {**hidden_fields(way.text), **wrong}
    slip = way.client.post(way.at, data=data, follow_redirects=True)
    if 'role="alert"' in slip.text:
        sight.keep(way.client, slip, f"question {key}, with a slip", f"question {sort}, slip")


def _names(html: str) -> Sequence[str]:
    return re.findall(r'<(?:input|select|textarea)[^>]* name="([^"]+)"', html)


def _see_the_results_otherwise(sight: Sight, way: Walk, results: Seen, person: str) -> None:
    """Have every wish dropped that the results offer to drop, each in turn, then the rest."""
    for drop in re.findall(r'name="drop" value="([^"]+)"', results.html):
        answer = sent(way.client, results, "/triage/results", drop=drop)
        results = sight.keep(way.client, answer, f"the results without {drop}, for {person}")


def _see_the_interruption(sight: Sight, person: str, answers: Mapping[str, Given]) -> None:
    client = sight.visitor()
    way = walk(client)
    _answer_all(sight, way, answers)
    stop = sight.look(client, way.at, f"the interruption, for {person}")
    way.at = sent(client, stop, "/triage/results", show_providers="true").request.path
    _answer_all(sight, way, answers)
    sight.look(client, "/triage/results", f"the results, for {person}")


def _see_the_shortlist(sight: Sight) -> None:
    """Keep four people, compare them, tell how a call went, take the list along."""
    client, ids = sight.visitor(), list(listings(sight.app).values())[:4]
    back = {"back": f"/providers/{ids[-1]}"}

    def see(name: str, to: str = "", site: str = "same-origin", **sent: Given) -> None:
        data, headers = {**back, **sent}, {"Sec-Fetch-Site": site}
        answer = client.post(f"/shortlist{to}", data=data, headers=headers, follow_redirects=True)
        sight.keep(client, answer, name)

    for id in ids:
        see("a listing, kept", keep=id)
    back = {"back": "/shortlist"}
    sight.look(client, "/shortlist", "the list")
    see("the list, with a call told", "/told", listing=ids[0], kind="full")
    see("the list, with too few to compare", "/compare", compare=ids[:1])
    see("the comparison", "/compare", compare=ids)
    sight.look(client, "/shortlist/print", "the list on paper")
    sight.look(client, "/shortlist.txt")
    see("the list, with somebody removed", remove=ids[0])
    see("one more press", site="cross-site", keep=ids[0])


def _see_a_message_and_its_reply(sight: Sight) -> None:
    """Write to somebody and answer, each with something to mend at first."""
    client = sight.visitor()
    to = f"/providers/{listings(sight.app)['someone who has joined']}/message"
    form = sight.look(client, to, "a message")
    sight.keep(client, sent(client, form, to), "a message, with a slip")
    words = {"message": "I want to die today", "email": "me@example.org"}
    sight.keep(client, sent(client, form, to, **words), "a message that tells of danger")
    words["message"] = "Do you have room on Mondays?"
    sight.keep(client, sent(client, form, to, **words), "a message, sent")
    instance = sight.app.extensions[f"{EXTENSION}.settings"].instance_path
    link, provider = link_in(mails_in(instance)[-1]), sight.visitor()
    form = sight.look(provider, link, "a reply")
    sight.keep(provider, sent(provider, form, link), "a reply, with a slip")
    sight.keep(provider, sent(provider, form, link, message="Yes."), "a reply, sent")
    sight.look(provider, link, "a reply by a link that is over")


def _see_removals(sight: Sight) -> None:
    """Have two listings removed that nobody looks at any more, one of them in part."""
    instance = sight.app.extensions[f"{EXTENSION}.settings"].instance_path
    with sight.app.extensions[EXTENSION].database.reading() as session:
        mailed = [one.id for one in Providers(session).published() if one.email]
    unseen = [id for id in mailed if id not in listings(sight.app).values()]
    for what, id in zip(("details", "all"), reversed(unseen), strict=False):
        client = sight.visitor()
        for name, page in asking_for_removal(client, instance, id, what):
            sight.keep(client, page, f"{name} ({what})")


def _see_errors(sight: Sight) -> None:
    client = sight.visitor()
    sight.look(client, "/no/such/page")
    sight.look(client, "/providers/nobody")
    way = walk(client)
    sight.keep(client, client.post(way.at, data={}), "a form without its token")
    for status in (429, 500):
        with sight.app.test_request_context("/", headers={"Accept-Language": sight.language}):
            html = render_template(f"errors/{status}.html")
            answer = sight.app.process_response(sight.app.response_class(html, status))
        seen = Seen(f"error {status}", f"error {status}", "/", status, answer.headers, html)
        sight.pages[seen.name] = seen


def _follow_links(sight: Sight) -> None:
    """See the pages that links lead to: all without arguments or questions, some of the others."""
    seen: Counter[str] = Counter()
    queue = [link for page in list(sight.pages.values()) for link in page.links()]
    done = {page.address for page in sight.pages.values()}
    while queue:
        address = queue.pop(0)
        path, _, query = address.partition("?")
        rule = sight.rule_of(path)
        if address in done or rule is None or path == WAY_OUT or path.startswith("/triage"):
            continue
        kind = f"{rule.rule}?{','.join(names_of(query))}"
        done.add(address)
        seen.update((kind, f"{rule.rule} asked" if query else ""))
        most = _EACH_KIND if rule.arguments else 1
        if seen[kind] <= most and not (query and seen[f"{rule.rule} asked"] > _ASKED):
            links = sight.look(sight.visitor(), address, address, kind).links()
            queue.extend(() if query else links)
