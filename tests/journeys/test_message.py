"""Writing to a provider, and the provider's answer, in a real browser without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import NewPage
from tests.journeys.test_accessibility import broken_rules
from tests.web.mailing import link_in, mails_in


def link_in_the_last_mail(folders: pytest.TempPathFactory) -> str:
    return link_in(mails_in(folders.getbasetemp() / "served0")[-1])


def write(page: Page, words: str) -> None:
    page.get_by_label("Your message").fill(words)
    page.get_by_label("Your email address").fill("worried@example.com")
    page.get_by_role("button", name="Send message").click()


def test_a_message_and_its_answer_go_their_way(
    new_page: NewPage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto("/providers/lcsw-1")
    page.get_by_role("link", name="Write a message").click()
    page.get_by_role("button", name="Send message").click()
    expect(page).to_have_title(re.compile("^Error: "))
    page.get_by_role("link", name="Write a few words").click()
    expect(page.get_by_label("Your message")).to_be_focused()
    write(page, "I want to kill myself.")
    expect(page.locator(".care").get_by_role("link", name="Call 988")).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value("I want to kill myself.")
    write(page, "Do you have room on Mondays?")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your message is on its way")
    provider = new_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    provider.goto(link_in_the_last_mail(tmp_path_factory))
    provider.get_by_label("Your answer").fill("Yes, at nine.")
    provider.get_by_role("button", name="Send answer").click()
    expect(provider.get_by_role("heading", level=1)).to_have_text("Your answer is on its way")
    provider.get_by_role("link", name="Go to the first page").click()
    expect(provider).to_have_url(re.compile("/$"))


def test_a_slip_a_crisis_card_and_a_reply_break_no_rule(
    new_page: NewPage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = new_page()
    page.goto("/providers/lcsw-2/message")
    page.get_by_role("button", name="Send message").click()
    assert broken_rules(page) == []
    write(page, "I want to kill myself.")
    assert broken_rules(page) == []
    write(page, "Do you have room?")
    page.goto(link_in_the_last_mail(tmp_path_factory))
    assert broken_rules(page) == []
