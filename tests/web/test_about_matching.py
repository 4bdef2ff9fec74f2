"""The page on how people are chosen shows what the documentation shows, and nothing unsafe."""

import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from directory.app import create_app
from directory.config import Settings
from directory.matching import RANKING
from directory.matching.described import (
    described_evidence,
    described_figures,
    described_groups,
    described_help_sources,
    described_kinds,
    described_lengths,
    described_limits,
    described_programs,
    described_sentences,
)
from directory.matching.phrases import TELLING_CONCERNS, TELLING_MODALITIES
from directory.vocabulary.described import Described
from directory.vocabulary.evidence import EVIDENCE
from directory.web.access import EXTENSION
from directory.web.patient.about.matching import matching_page
from tests.reading_grade import reading_grade

ADDRESS = "/about/matching"
PAGES = (ADDRESS, "/about/evidence")
TABLES = {
    "figures": described_figures(RANKING),
    "limits": described_limits(),
    "groups": described_groups(),
    "evidence": described_evidence(),
    "kinds": described_kinds(),
    "lengths": described_lengths(),
    "programs": described_programs(),
    "help sources": described_help_sources(),
    "sentences": described_sentences(),
}
ROWS = [row for rows in TABLES.values() for row in rows]
HIDDEN = TELLING_MODALITIES | {
    row.code
    for pair, row in zip(EVIDENCE, described_evidence(), strict=True)
    if pair.concern in TELLING_CONCERNS or pair.modality in TELLING_MODALITIES
}


@pytest.fixture
def text(client: FlaskClient) -> str:
    return html.unescape("".join(client.get(page).get_data(as_text=True) for page in PAGES))


def is_shown(row: Described, text: str) -> bool:
    facts = "".join(f"<dt>{fact.name}</dt><dd>{fact.text}</dd>" for fact in row.facts)
    name = f"{row.code}: {row.name}" if row.name else row.code
    return f'<h3 class="govuk-heading-s">{name}</h3>' in text and facts in text


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_row_is_shown_as_it_is_in_the_documentation(table: str, text: str) -> None:
    rows = [row for row in TABLES[table] if row.code not in HIDDEN]
    assert rows
    assert not [row.code for row in rows if not is_shown(row, text)]


def test_a_clinician_sees_how_many_rows_await_a_signature(text: str) -> None:
    waiting = [row for row in ROWS if row.awaits_a_clinician]
    assert f"That is {len(waiting)} of {len(ROWS)} rows." in text
    assert f"{len(HIDDEN)} rows are told in the documentation, and not on a page." in text
    shown = [row for row in waiting if row.code not in HIDDEN]
    assert text.count("<dd>awaits a clinician</dd>") == len(shown) > 0


def test_what_no_page_may_name_is_not_named(text: str) -> None:
    main = "".join(re.findall(r"<main.*?</main>", text, flags=re.DOTALL))
    telling = r"(?i)violence|abusive|\bIPV|\bBIP\b|partner abuse|hotline"
    assert not re.findall(telling, main)
    assert not [code for code in HIDDEN | TELLING_CONCERNS if code in main]


def test_the_words_for_patients_are_easy_to_read(text: str) -> None:
    plain = text.partition('id="plain"')[2].partition("</div>")[0]
    ended = re.sub(r"</(?:h1|h2|li|p)>", ". ", plain.partition(">")[2])
    words = re.sub(r"<[^>]+>", "", ended).replace("..", ".")
    assert reading_grade(words) <= 6


def test_patients_read_the_figures_that_are_in_force(tmp_path: Path) -> None:
    own = tmp_path / "ranking.toml"
    own.write_text("[weights]\ncost = 12.5\n[fairness]\nband_points = 3\n", encoding="utf-8")
    environ = {"INSTANCE_PATH": str(tmp_path), "DIRECTORY_ENV": "development", "RATE_LIMIT": "off"}
    app = create_app(Settings.from_environment(environ | {"RANKING_FILE": str(own)}))
    said = html.unescape(app.test_client().get(ADDRESS).get_data(as_text=True))
    app.extensions[EXTENSION].close()
    assert "What it costs, if you ask: 12.5." in said
    assert "people within 3 points take turns" in said
    assert "[own] set by whoever runs this directory; it ships as 10" in said


def test_every_weight_stands_in_the_words_for_patients() -> None:
    weights = [fact.text for fact in matching_page(RANKING).weights]
    assert weights == [f"{weight:g}" for _, weight in RANKING.weights]


@pytest.mark.parametrize("address", ["/about", "/about/triage", "/sitemap.xml"])
def test_the_page_is_linked(client: FlaskClient, address: str) -> None:
    assert ADDRESS in client.get(address).get_data(as_text=True)
