"""The page on how answers are read shows what the documentation shows, and nothing unsafe."""

import html
import re

import pytest
from flask.testing import FlaskClient

from directory.triage.described import described_instruments, described_rules
from directory.vocabulary.rules import RULES
from tests.reading_grade import reading_grade

ADDRESS = "/about/triage"


def text_of(client: FlaskClient) -> str:
    return html.unescape(client.get(ADDRESS).get_data(as_text=True))


@pytest.mark.parametrize("code", sorted(RULES.keys() - {"L10"}))
def test_every_rule_is_shown_with_its_threshold_sentence_and_source(
    client: FlaskClient, code: str
) -> None:
    page, rule = text_of(client), RULES[code]
    assert f'id="{code}"' in page
    for words in (rule.condition, rule.how_soon, rule.adds, rule.text, rule.source):
        assert words in page


def test_every_screen_is_shown_as_it_is_in_the_documentation(client: FlaskClient) -> None:
    page = text_of(client)
    for row in described_instruments():
        assert f'id="{row.code}"' in page
        assert all(f"<dt>{fact.name}</dt><dd>{fact.text}</dd>" in page for fact in row.facts)


def test_a_clinician_sees_how_many_rows_await_a_signature(client: FlaskClient) -> None:
    rows = [*described_rules(), *described_instruments()]
    waiting = [row for row in rows if row.awaits_a_clinician]
    assert f"That is {len(waiting)} of {len(rows)} rows." in text_of(client)
    assert text_of(client).count("<dd>awaits a clinician</dd>") == len(waiting) > 0


def test_what_no_page_may_name_is_not_named(client: FlaskClient) -> None:
    main = text_of(client).partition("<main")[2].partition("</main>")[0].lower()
    assert "told in the documentation" in main
    assert not [w for w in ("partner", "violence", "couples", "hotline") if w in main]


def test_the_words_for_patients_are_easy_to_read(client: FlaskClient) -> None:
    plain = text_of(client).partition('id="plain"')[2].partition("</div>")[0]
    ended = re.sub(r"</(?:h1|h2|li|p)>", ". ", plain.partition(">")[2])
    words = re.sub(r"<[^>]+>", "", ended).replace("..", ".")
    assert reading_grade(words) <= 6


def test_the_page_is_linked_from_the_page_about_us(client: FlaskClient) -> None:
    assert f'href="{ADDRESS}"' in client.get("/about").get_data(as_text=True)
