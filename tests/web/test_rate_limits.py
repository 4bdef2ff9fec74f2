"""How often one address may send something, over several processes that share one database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from directory.app import create_app
from directory.config import Settings
from directory.web.access import EXTENSION
from directory.web.rate_limits import STRICT
from tests.prepared import lay_out

NIGHT = datetime(2026, 11, 22, 23, 58, tzinfo=UTC)
ANSWERS = {"age": 34, "state": "CA"}
AT_MOST = 120
PAGES_AT_MOST = 300
ADDRESS = "203.0.113.7"


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = NIGHT

    def __call__(self) -> datetime:
        return self.now


class Processes:
    """Applications on one database, as worker processes are, and their clock."""

    def __init__(self, instance: Path) -> None:
        self.clock = Clock()
        self._instance = instance
        self.apps: list[Flask] = []

    def another(self, **environ: str) -> Flask:
        settings = {
            "INSTANCE_PATH": str(self._instance),
            "DIRECTORY_ENV": "development",
            "SECRET_KEY": "a key for tests alone",
        }
        lay_out(self._instance)
        app = create_app(Settings.from_environment(settings | environ), clock=self.clock)
        self.apps.append(app)
        return app


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    made = Processes(tmp_path)
    yield made
    for app in made.apps:
        app.extensions[EXTENSION].close()


def ask(client: FlaskClient, address: str = ADDRESS, **how: Any) -> TestResponse:
    return client.post("/api/v1/triage", json=ANSWERS, environ_base={"REMOTE_ADDR": address}, **how)


def ask_often(client: FlaskClient, address: str = ADDRESS, times: int = AT_MOST) -> None:
    assert {ask(client, address).status_code for _ in range(times)} == {200}


def rows(app: Flask) -> list[Any]:
    with app.extensions[EXTENSION].database.reading() as session:
        return list(session.execute(text("SELECT key, hits, expires_at FROM rate_count")))


def test_a_program_that_asks_too_often_learns_when_to_ask_again(processes: Processes) -> None:
    client = processes.another().test_client()
    ask_often(client)
    processes.clock.now += timedelta(seconds=20)
    refused = ask(client)
    assert refused.status_code == 429
    assert refused.mimetype == "application/problem+json"
    assert refused.get_json()["status"] == 429
    assert refused.headers["Retry-After"] == "40"
    processes.clock.now += timedelta(seconds=40)
    assert ask(client).status_code == 200


def test_whoever_reports_danger_gets_the_crisis_lines_even_then(processes: Processes) -> None:
    client = processes.another().test_client()
    ask_often(client)
    assert "crisis" not in ask(client).get_json()
    here = {"REMOTE_ADDR": ADDRESS}
    body = {**ANSWERS, "danger_now": True}
    refused = client.post("/api/v1/triage", json=body, environ_base=here)
    assert (refused.status_code, "Retry-After" in refused.headers) == (429, True)
    assert "988" in str(refused.get_json()["crisis"]["lines"])
    assert (
        client.post("/api/v1/triage", data=b"x" * 2_000_000, environ_base=here).status_code == 429
    )


def test_two_processes_count_as_one(processes: Processes) -> None:
    one, other = processes.another().test_client(), processes.another().test_client()
    ask_often(one, times=AT_MOST // 2)
    ask_often(other, times=AT_MOST // 2)
    assert ask(one).status_code == ask(other).status_code == 429


def test_each_address_and_each_route_is_counted_by_itself(processes: Processes) -> None:
    client = processes.another().test_client()
    ask_often(client)
    assert ask(client, "203.0.113.8").status_code == 200
    body = {"text": "panic"}
    here = {"REMOTE_ADDR": ADDRESS}
    other = client.post("/api/v1/concerns/suggestions", json=body, environ_base=here)
    assert other.status_code == 200


def test_an_address_counts_with_its_neighbours_in_one_ipv6_network(processes: Processes) -> None:
    client = processes.another().test_client()
    ask_often(client, "2001:db8:1:2::1")
    assert ask(client, "2001:db8:1:2:ffff::9").status_code == 429
    assert ask(client, "2001:db8:1:3::1").status_code == 200
    ask_often(client, "::ffff:203.0.113.9")
    assert ask(client, "203.0.113.9").status_code == 429
    assert ask(client, "no address").status_code == 200


def test_a_person_gets_a_calm_page_that_leads_on(processes: Processes) -> None:
    client = processes.another().test_client()
    assert {client.post("/triage/1").status_code for _ in range(PAGES_AT_MOST)} == {303}
    refused = client.post("/triage/1")
    assert refused.status_code == 429
    assert refused.mimetype == "text/html"
    assert int(refused.headers["Retry-After"]) == 60
    assert 'href="/crisis"' in refused.text


def test_reading_is_not_counted_and_writes_nothing(processes: Processes) -> None:
    app = processes.another()
    client = app.test_client()
    for address in ("/", "/search?q=panic", "/crisis", "/api/v1/providers", "/triage"):
        for _ in range(3):
            assert client.get(address).status_code == 200
    assert rows(app) == []


def test_nothing_kept_tells_who_asked_or_for_what(processes: Processes) -> None:
    app = processes.another()
    ask(app.test_client())
    (key, hits, _) = rows(app)[0]
    assert hits == 1
    assert ADDRESS not in key
    folder = Path(app.extensions[EXTENSION].database.engine.url.database).parent
    for file in folder.rglob("*"):
        if file.is_file():
            assert ADDRESS.encode() not in file.read_bytes(), file.name


def test_an_address_has_another_name_the_next_day_and_on_another_site(processes: Processes) -> None:
    app = processes.another()
    names = set()
    for _ in range(2):
        ask(app.test_client())
        names |= {key for key, _, _ in rows(app)}
        processes.clock.now += timedelta(minutes=2)
    ask(processes.another(SECRET_KEY="another key").test_client())
    assert len(names | {key for key, _, _ in rows(app)}) == 3


def test_nothing_is_left_when_the_windows_are_over(processes: Processes) -> None:
    app = processes.another()
    ask(app.test_client())
    processes.clock.now += timedelta(minutes=1)
    ask(app.test_client(), "203.0.113.8")
    assert len(rows(app)) == 1


def test_every_route_with_a_limit_of_its_own_takes_posts(processes: Processes) -> None:
    rules = processes.another().url_map.iter_rules()
    posts = {rule.endpoint for rule in rules if "POST" in (rule.methods or ())}
    assert set(STRICT) <= posts


def test_one_address_tells_of_one_listing_twice_a_day_at_most(processes: Processes) -> None:
    app = processes.another()
    here = {"Sec-Fetch-Site": "same-origin"}
    told = {"listing": "lcsw-1", "kind": "full"}
    answers = [app.test_client().post("/shortlist/told", data=told, headers=here) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [404, 404, 429]
    other = app.test_client().post("/shortlist/told", data=told | {"listing": "x"}, headers=here)
    assert other.status_code == 404


def test_how_a_call_went_is_told_a_few_times_an_hour(processes: Processes) -> None:
    client = processes.another().test_client()
    for number in range(10):
        told = client.post("/shortlist/told", data={"listing": str(number)})
        assert told.status_code != 429
    assert client.post("/shortlist/told").status_code == 429


def test_limits_can_be_turned_off(processes: Processes) -> None:
    app = processes.another(RATE_LIMIT="off")
    ask_often(app.test_client(), times=AT_MOST + 1)
    assert rows(app) == []


def test_what_a_visitor_says_of_their_address_is_believed_of_our_own_proxies_alone(
    processes: Processes,
) -> None:
    def asks(client: FlaskClient, forwarded: str) -> int:
        return ask(client, "10.0.0.1", headers={"X-Forwarded-For": forwarded}).status_code

    direct = processes.another().test_client()
    ask_often(direct, "10.0.0.1")
    assert asks(direct, "203.0.113.50") == 429
    behind = processes.another(TRUSTED_PROXIES="1").test_client()
    assert asks(behind, "203.0.113.50") == 200
    assert {asks(behind, f"198.51.100.{n}, 203.0.113.51") for n in range(AT_MOST)} == {200}
    assert asks(behind, "198.51.100.200, 203.0.113.51") == 429


def test_help_goes_on_while_the_counts_cannot_be_written(processes: Processes) -> None:
    app = processes.another()
    with app.extensions[EXTENSION].database.writing() as session:
        session.execute(text("DROP TABLE rate_count"))
    ask_often(app.test_client(), times=3)
