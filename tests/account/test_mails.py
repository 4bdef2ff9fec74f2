"""The page on which a developer reads the mails of their machine."""

from pathlib import Path

from tests.account.people import ADDRESS, begin, link_in_last_mail, office
from tests.web.mailing import Office, words_on


def test_a_developer_reads_the_mails_and_follows_their_links(here: Office) -> None:
    begin(here.person())
    page = here.person().see("/account/mail")
    assert ADDRESS in words_on(page)
    assert f'href="{link_in_last_mail(here)}"' in page.text


def test_there_is_no_such_page_where_mails_really_go_out(tmp_path: Path) -> None:
    real = {"MAIL_URL": "smtp://localhost:2525", "MAIL_FROM": "no-reply@directory.example"}
    for environ in (real, {"DIRECTORY_ENV": "production"}):
        with office(tmp_path / str(len(environ)), **environ) as here:
            assert here.person().see("/account/mail").status_code == 404


def test_without_mail_nobody_can_begin_an_account(tmp_path: Path) -> None:
    with office(tmp_path, DIRECTORY_ENV="production") as here:
        page = here.person().see("/account/sign-up")
        assert "cannot send mail yet" in words_on(page)
        assert '<form action="/account/sign-up"' not in page.text
