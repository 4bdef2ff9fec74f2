"""How many messages may go out, and what is counted for them."""

from datetime import timedelta
from pathlib import Path

from directory.storage import Providers
from tests.factories import make_provider
from tests.smtp_server import mail_server
from tests.web.mailing import (
    ANSWER,
    FORM,
    PROVIDERS_ADDRESS,
    WRITERS_ADDRESS,
    Clock,
    Office,
    fill,
    link_in,
    office,
    people,
    read_mail,
    words_on,
)


def test_one_message_a_day_goes_to_the_same_provider(here: Office) -> None:
    person = here.person()
    person.write()
    page = person.write()
    assert page.status_code == 429
    assert int(page.headers["Retry-After"]) > 3600
    assert "You have written to this person today" in words_on(page)
    assert "yellow submarine" in page.text
    here.clock.passed = timedelta(days=1)
    assert person.write().status_code == 303


def test_five_messages_a_day_go_out_from_one_address_over_all_processes(tmp_path: Path) -> None:
    clock = Clock()
    with office(tmp_path, clock) as one, office(tmp_path, clock) as other:
        others = [make_provider(id=f"p{n}", email=PROVIDERS_ADDRESS) for n in range(7)]
        fill(one, *people(), *others)
        for n in range(5):
            assert (one, other)[n % 2].person().write(f"p{n}").status_code == 303
        for opened in (one, other):
            page = opened.person().write("p5")
            assert page.status_code == 429
            assert "were sent from your connection" in words_on(page)
        assert other.person("203.0.113.8").write("p5").status_code == 303


def test_twenty_messages_a_day_reach_one_provider(here: Office) -> None:
    for n in range(20):
        assert here.person(f"198.51.100.{n}").write().status_code == 303
    page = here.person("198.51.100.20").write()
    assert page.status_code == 429
    assert "This person got many messages today" in words_on(page)
    with here.directory.database.writing() as session:
        Providers(session).save(make_provider(id="else", email=PROVIDERS_ADDRESS))
    assert here.person("198.51.100.20").write("else").status_code == 303


def test_mail_that_does_not_go_out_is_told_and_costs_no_try(tmp_path: Path) -> None:
    with mail_server() as server:
        setting = {"MAIL_URL": f"smtp://127.0.0.1:{server.port}", "MAIL_FROM": "us@here.example"}
        with office(tmp_path, **setting) as opened:
            person = fill(opened).person()
            server.refuses = "RCPT"
            for _ in range(7):
                page = person.write()
                assert page.status_code == 503
                assert "We could not send it just now" in words_on(page)
                assert "yellow submarine" in page.text
            server.refuses = ""
            assert person.write().status_code == 303
            link = link_in(read_mail(server.mails[0]))
            server.refuses = "RCPT"
            failed = person.submit(link, message=ANSWER)
            assert failed.status_code == 503
            assert "green house" in failed.text
            server.refuses = ""
            assert person.submit(link, message=ANSWER).status_code == 303
    assert read_mail(server.mails[1])["To"] == WRITERS_ADDRESS


def test_an_application_without_limits_counts_nothing(tmp_path: Path) -> None:
    with office(tmp_path, RATE_LIMIT="off") as opened:
        person = fill(opened).person()
        assert [person.write().status_code for _ in range(6)] == [303] * 6


def test_reading_the_form_writes_nothing(here: Office) -> None:
    before = here.directory.database.engine.url.database
    assert before
    size = Path(f"{before}-wal").stat().st_size
    here.person().see(FORM)
    assert Path(f"{before}-wal").stat().st_size == size
