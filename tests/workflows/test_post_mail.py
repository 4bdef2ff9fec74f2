"""The outbox: a mail is posted with what it tells of, sent once, tried again, and then dropped."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from directory.config import Settings
from directory.errors import Unusable
from directory.mail import Mail
from directory.storage import Outbox
from directory.workflows import Directory, open_directory
from directory.workflows.messages.post_mail import deliver, drop_mails_to, post
from tests.prepared import lay_out
from tests.smtp_server import MailServer, mail_server
from tests.web.mailing import Clock

SECRET = "https://directory.example/account/reset/a-secret-token"
MAIL = Mail(to="ana@practice.example", subject="A link", text=SECRET, language="en")
Open = Callable[..., Directory]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as opened:
        yield opened


@pytest.fixture
def open_one(tmp_path: Path, clock: Clock, server: MailServer) -> Iterator[Open]:
    """Open the directory as one more process does that mails to the server."""
    opened = []

    def open_it(**environ: str) -> Directory:
        fixed = {
            "DIRECTORY_ENV": "development",
            "INSTANCE_PATH": str(tmp_path),
            "SECRET_KEY": "a key for tests alone",
            "MAIL_URL": f"smtp://127.0.0.1:{server.port}",
            "SITE_URL": "https://directory.example",
            "MAIL_FROM": "no-reply@directory.example",
        }
        lay_out(tmp_path)
        one = open_directory(Settings.from_environment(fixed | environ), clock)
        opened.append(one)
        return one

    yield open_it
    for one in opened:
        one.close()


def send(directory: Directory, *mails: Mail) -> None:
    with directory.database.writing() as session:
        for mail in mails or (MAIL,):
            post(session, mail, directory.clock())


def waiting(directory: Directory) -> int:
    with directory.database.reading() as session:
        return len(Outbox(session).all())


def tries(server: MailServer) -> int:
    return sum(line.upper().startswith("MAIL") for line in server.commands)


def test_a_mail_is_sent_and_forgotten(open_one: Open, server: MailServer) -> None:
    directory = open_one()
    send(directory)
    deliver(directory)
    deliver(directory)
    assert len(server.mails) == 1
    assert waiting(directory) == 0


def test_a_mail_waits_sealed(open_one: Open, tmp_path: Path) -> None:
    send(open_one())
    kept = b"".join(file.read_bytes() for file in tmp_path.glob("directory.db*"))
    for word in (SECRET, MAIL.to, MAIL.subject):
        assert word.encode() not in kept


def test_a_mail_that_was_sent_leaves_no_byte(open_one: Open, tmp_path: Path) -> None:
    directory = open_one()
    send(directory)
    with directory.database.reading() as session:
        blob = Outbox(session).all()[0].blob
    deliver(directory)
    directory.database.close()
    assert blob not in (tmp_path / "directory.db").read_bytes()


def test_what_was_not_done_is_not_told(open_one: Open) -> None:
    directory = open_one()

    def fail(session: Session) -> None:
        post(session, MAIL, directory.clock())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), directory.database.writing() as session:
        fail(session)
    assert waiting(directory) == 0


def test_a_server_that_refuses_is_tried_again_after_longer_and_longer(
    open_one: Open, server: MailServer, clock: Clock
) -> None:
    directory, server.refuses = open_one(), "RCPT"
    send(directory)
    deliver(directory)
    for number, minutes in enumerate((2, 4, 8, 16, 32, 64, 64), start=1):
        assert tries(server) == number
        clock.passed += timedelta(minutes=minutes, seconds=-1)
        deliver(directory)
        assert tries(server) == number
        clock.passed += timedelta(seconds=1)
        deliver(directory)
    server.refuses = ""
    clock.passed += timedelta(minutes=64)
    deliver(directory)
    assert len(server.mails) == 1
    assert waiting(directory) == 0


def test_a_server_that_does_not_answer_is_tried_again(open_one: Open, clock: Clock) -> None:
    directory = open_one(MAIL_URL="smtp://127.0.0.1:1")
    send(directory)
    deliver(directory)
    assert waiting(directory) == 1


def test_one_bad_address_does_not_hold_up_the_others(open_one: Open, server: MailServer) -> None:
    directory, server.refuses = open_one(), "RCPT"
    send(directory)
    deliver(directory)
    server.refuses = ""
    send(directory, Mail(to="noor@practice.example", subject="B", text="B", language="en"))
    deliver(directory)
    assert len(server.mails) == 1
    assert b"noor@practice.example" in server.mails[0]


def test_what_could_not_be_sent_in_a_day_is_dropped(
    open_one: Open, server: MailServer, clock: Clock
) -> None:
    directory, server.refuses = open_one(), "RCPT"
    send(directory)
    deliver(directory)
    clock.passed = timedelta(days=1, seconds=1)
    server.refuses = ""
    deliver(directory)
    assert waiting(directory) == 0
    assert not server.mails


def test_without_a_mail_server_mails_wait_for_a_day(open_one: Open, clock: Clock) -> None:
    directory = open_one(MAIL_URL="", DIRECTORY_ENV="production")
    send(directory)
    deliver(directory)
    assert waiting(directory) == 1
    clock.passed = timedelta(days=1, seconds=1)
    deliver(directory)
    assert waiting(directory) == 0


def test_two_processes_never_send_a_mail_twice(open_one: Open, server: MailServer) -> None:
    first, second = open_one(), open_one()
    some = [Mail(f"p{n}@practice.example", f"Mail {n}", "Words", "en") for n in range(30)]
    send(first, *some)
    with ThreadPoolExecutor(4) as pool:
        for _ in range(4):
            pool.submit(deliver, first)
            pool.submit(deliver, second)
    assert sorted(raw.count(b"Subject:") for raw in server.mails) == [1] * 30
    assert len({raw.partition(b"To: ")[2].partition(b"\r\n")[0] for raw in server.mails}) == 30
    assert waiting(first) == 0


def test_a_mail_whose_sender_died_is_sent_by_another(
    open_one: Open, server: MailServer, clock: Clock
) -> None:
    first, second = open_one(), open_one()
    send(first)
    with first.database.writing() as session:
        now = clock()
        assert Outbox(session).take(now, now + timedelta(minutes=5), 20)
    deliver(second)
    assert not server.mails
    clock.passed = timedelta(minutes=5)
    deliver(second)
    assert len(server.mails) == 1


def test_under_another_key_nobody_can_read_what_waits(open_one: Open, server: MailServer) -> None:
    send(open_one())
    other = open_one(SECRET_KEY="another key")
    deliver(other)
    assert not server.mails
    assert waiting(other) == 0


def test_without_a_key_nothing_is_posted(open_one: Open) -> None:
    with closing(open_one(SECRET_KEY="", DIRECTORY_ENV="production")) as directory:
        with pytest.raises(Unusable, match="SECRET_KEY"):
            send(directory)
        deliver(directory)


def test_the_mails_to_one_address_can_be_dropped(open_one: Open) -> None:
    directory = open_one()
    send(directory, MAIL, Mail(to="noor@practice.example", subject="B", text="B", language="en"))
    with directory.database.writing() as session:
        drop_mails_to(session, MAIL.to.upper())
    assert waiting(directory) == 1
