"""The first admin of a site."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from directory.cli import main
from directory.storage import Accounts
from tests.account.people import ADDRESS, PASSWORD, sign_in, sign_up
from tests.conftest import NOW
from tests.web.mailing import Office


@pytest.fixture
def run(tmp_path: Path) -> CliRunner:
    environ = {
        "INSTANCE_PATH": str(tmp_path),
        "DIRECTORY_ENV": "development",
        "SECRET_KEY": "a key for tests alone",
    }
    return CliRunner(env=environ)


def create_admin(here: Office, run: CliRunner) -> str:
    """Run the command, which knows the true time alone, and return what it says."""
    done = run.invoke(main, ["create-admin", ADDRESS])
    here.clock.passed = datetime.now(UTC) - NOW
    assert done.exit_code == 0, done.output
    return done.output


def test_a_new_admin_chooses_a_password_and_signs_in(here: Office, run: CliRunner) -> None:
    link = re.findall(r"http\S+", create_admin(here, run))[0]
    path, person = urlsplit(link).path, here.person()
    assert person.submit(path, password=PASSWORD).status_code == 303
    assert sign_in(person).status_code == 303
    with here.directory.database.reading() as session:
        found = Accounts(session).find("email", ADDRESS)
    assert found
    assert found.role == "owner"
    assert here.person().see(path).status_code == 404


def test_an_account_that_is_there_becomes_an_admins(here: Office, run: CliRunner) -> None:
    sign_up(here)
    assert "as before" in create_admin(here, run)
    assert sign_in(here.person()).status_code == 303


def test_what_is_no_address_is_refused(run: CliRunner) -> None:
    done = run.invoke(main, ["create-admin", "nobody"])
    assert done.exit_code == 1
    assert "name@example.com" in done.output


def test_the_link_lasts_a_day(here: Office, run: CliRunner) -> None:
    path = urlsplit(re.findall(r"http\S+", create_admin(here, run))[0]).path
    here.clock.passed += timedelta(hours=25)
    assert here.person().see(path).status_code == 404
