"""The pages of people: who has a role, inviting, accepting, changing and ending."""

import re
from datetime import timedelta

from directory.roles import Role
from directory.storage import Accounts, AuditLog
from directory.workflows.messages.post_mail import deliver
from tests.audit.conftest import add_owner, address, browser
from tests.web.mailing import Office, Person, text_of, words_on

INVITE = "/admin/people/invite"
_LINK = re.compile(r"(/account/invitation/\S+)")


def role_of(house: Office, name: str) -> Role | None:
    with house.directory.database.reading() as session:
        account = Accounts(session).get(name)
    assert account
    return account.role


def mails_to(house: Office, name: str) -> list[str]:
    deliver(house.directory)
    return [str(one["Subject"]) for one in house.mails() if one["To"] == address(name)]


def actions(house: Office) -> list[str]:
    with house.directory.database.reading() as session:
        return [one.action for one in reversed(AuditLog(session).newest())]


def link_to(house: Office, name: str) -> str:
    deliver(house.directory)
    found = [_LINK.search(text_of(one)) for one in house.mails() if one["To"] == address(name)]
    link = [one for one in found if one][-1]
    assert link
    return link[1]


def press(person: Person, page: str, action: str, **typed: str) -> str:
    """Press a button of a page, and return what the page after it says."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', person.see(page).text)
    assert token
    answer = person.client.post(action, data={"csrf_token": token[1], **typed})
    assert answer.status_code == 303, words_on(answer)
    return words_on(person.client.get(answer.location, follow_redirects=True))


def test_an_owner_invites_a_verifier_who_accepts(house: Office) -> None:
    olga, uma = browser(house, "olga"), browser(house, "uma")
    assert olga.submit(INVITE, email=" UMA@practice.example ", role="verifier").status_code == 303
    assert "uma@practice.example , as a verifier" in words_on(olga.see("/admin/people"))
    link = link_to(house, "uma")
    assert "decide what waits" in words_on(uma.see(link))
    assert "You are a verifier now" in press(uma, link, f"{link}/accept")
    assert role_of(house, "uma") == "verifier"
    assert uma.see(link).status_code == 404, "it works once"
    assert mails_to(house, "olga") == ["uma@practice.example is now a verifier"]
    assert actions(house) == ["role.offered", "role.given"]


def test_the_log_holds_no_address(house: Office) -> None:
    olga = browser(house, "olga")
    olga.submit(INVITE, email="uma@practice.example", role="verifier")
    with house.directory.database.reading() as session:
        assert "practice.example" not in str(AuditLog(session).newest())


def test_accepting_takes_a_passkey_and_the_invited_address(house: Office) -> None:
    browser(house, "olga").submit(INVITE, email="uma@practice.example", role="editor")
    link = link_to(house, "uma")
    weak = browser(house, "uma", by_passkey=False)
    assert "Use or add a passkey" in words_on(weak.see(link))
    answer = weak.submit(link)
    token = re.search(r'name="csrf_token" value="([^"]+)"', weak.see(link).text)
    assert token
    answer = weak.client.post(f"{link}/accept", data={"csrf_token": token[1]})
    assert answer.location == f"/account/security/passkey?next={link}"
    rita = browser(house, "rita")
    assert "went to another address" in words_on(rita.see(link))
    token = re.search(r'name="csrf_token" value="([^"]+)"', rita.see(link).text)
    assert token
    for way in ("accept", "decline"):
        answer = rita.client.post(f"{link}/{way}", data={"csrf_token": token[1]})
        assert answer.status_code == 404
    assert (role_of(house, "uma"), role_of(house, "rita")) == (None, "reader")


def test_an_invitation_can_be_declined_taken_back_and_runs_out(house: Office) -> None:
    olga, uma = browser(house, "olga"), browser(house, "uma")
    for end in ("declined", "taken back", "ran out"):
        olga.submit(INVITE, email="uma@practice.example", role="reader")
        link = link_to(house, "uma")
        if end == "declined":
            assert "You declined" in press(uma, link, f"{link}/decline")
        elif end == "taken back":
            page = olga.see("/admin/people").text
            found = re.search(r"/admin/people/invitations/\w+/withdraw", page)
            assert found
            assert "Taken back" in press(olga, "/admin/people", found[0])
        else:
            house.clock.passed += timedelta(days=7)
            uma = browser(house, "uma")
        assert uma.see(link).status_code == 404
    assert role_of(house, "uma") is None


def test_what_is_no_address_or_has_a_role_is_not_invited_and_stays_typed(house: Office) -> None:
    olga = browser(house, "olga")
    for typed, said in (
        ("uma", "Write the email address like name@example.com"),
        ("", "Write an email address"),
        ("rita@practice.example", "They are a reader already"),
    ):
        answer = olga.submit(INVITE, email=typed, role="editor")
        assert answer.status_code == 422
        assert said in words_on(answer)
        assert f'value="{typed}"' in answer.text
    assert "Choose a role" in words_on(olga.submit(INVITE, email="uma@practice.example"))


def test_the_only_owner_invites_another_at_once_and_the_log_says_so(house: Office) -> None:
    browser(house, "olga").submit(INVITE, email="uma@practice.example", role="owner")
    link, uma = link_to(house, "uma"), browser(house, "uma")
    press(uma, link, f"{link}/accept")
    assert role_of(house, "uma") == "owner"
    assert actions(house) == ["step.unshared", "role.offered", "role.given"]


def test_a_second_owner_has_to_agree_to_a_third(house: Office) -> None:
    otto = add_owner(house)
    browser(house, "olga").submit(INVITE, email="uma@practice.example", role="owner")
    assert mails_to(house, "uma") == []
    assert mails_to(house, "otto") == ["Please look: Invite an owner"]
    assert mails_to(house, "ed") == []
    step = re.search(r"/admin/steps/\w+", otto.see("/admin/steps").text)
    assert step
    assert "uma@practice.example would be invited" in words_on(otto.see(step[0]))
    assert "Agreed, and done" in press(otto, step[0], f"{step[0]}/agree")
    assert mails_to(house, "uma") == ["Help to run Find your kind of help"]


def test_a_role_is_changed_and_ended_and_everybody_concerned_is_told(house: Office) -> None:
    olga, rita = browser(house, "olga"), browser(house, "rita")
    press(olga, "/admin/people/rita", "/admin/people/rita/role", role="verifier")
    assert role_of(house, "rita") == "verifier"
    press(olga, "/admin/people/rita", "/admin/people/rita/end")
    assert role_of(house, "rita") is None
    assert mails_to(house, "rita") == ["You are now a verifier", "Your role has ended"]
    assert rita.see("/admin/people").status_code == 404, "for the next click"
    assert actions(house) == ["role.changed", "role.ended"]


def test_the_last_owner_stays(house: Office) -> None:
    olga = browser(house, "olga")
    assert "This is the only owner" in words_on(olga.see("/admin/people/olga"))
    page = "/admin/people/rita"
    for way, typed in (("end", {}), ("role", {"role": "editor"})):
        assert "only owner" in press(olga, page, f"/admin/people/olga/{way}", **typed)
    assert role_of(house, "olga") == "owner"


def test_nobody_sends_the_only_other_owner_away_alone(house: Office) -> None:
    otto, olga = add_owner(house), browser(house, "olga")
    said = press(olga, "/admin/people/otto", "/admin/people/otto/end")
    assert "This takes two people" in said
    assert role_of(house, "otto") == "owner"
    press(olga, "/admin/people/ed", "/admin/people/ed/end")
    assert role_of(house, "ed") is None, "anybody else is stopped at once"
    # With three owners one can be stopped at once; and one's own role ends whenever one likes.
    add_owner(house, "oana")
    press(olga, "/admin/people/oana", "/admin/people/oana/end")
    assert role_of(house, "oana") is None
    assert "Your role has ended" in press(otto, "/admin/people/otto", "/admin/people/otto/end")
    assert role_of(house, "otto") is None


def test_a_reader_sees_the_people_and_can_change_nothing(house: Office) -> None:
    rita = browser(house, "rita")
    page = rita.see("/admin/people")
    assert "ed@practice.example" in page.text
    assert "<form" not in page.text.partition("<main")[2]
    assert rita.see(INVITE).status_code == 404
    assert rita.see("/admin/people/ed").status_code == 404
