"""What holds of every section of the editor, whatever the listing."""

import brotli
import pytest
from flask import Flask, render_template
from hypothesis import given, settings

from directory.errors import Problem
from directory.providers import Provider
from directory.providers.scope import concerns_for, modalities_for, services_for
from directory.providers.sections import SECTIONS as NAMES
from directory.vocabulary import COMMUNITIES, CONCERNS, LANGUAGES, LICENSES, PAYERS
from directory.vocabulary.concern_groups import CONCERN_GROUPS
from directory.web.provider.listing.sections import SECTIONS, slips_of
from tests.factories import make_coach, make_provider
from tests.provider.sections import Shown, section_of, values
from tests.strategies import providers

ALL = list(SECTIONS)
FULL = make_provider(
    groups=[
        {
            "name": "Sleep well",
            "theme": "other",
            "kind": "educational",
            "seats": 8,
            "open": 3,
            "starts": "2027-01-11",
            "schedule": "Mondays at 6 pm",
        }
    ],
    formats=["individual", "group"],
    email="ana@example.org",
    website="https://example.org/ana",
    practice={"id": "bay", "name": "Bay Minds"},
    communities=["lgbtq"],
)


def test_every_section_has_a_form_for_its_fields_in_the_order_of_the_task_list() -> None:
    assert list(NAMES) == ALL
    assert [form.fields for form in SECTIONS.values()] == [one.fields for one in NAMES.values()]


@given(provider=providers())
def test_a_form_that_is_filled_holds_the_same_values(forms: Flask, provider: Provider) -> None:
    listing = values(provider)
    with forms.test_request_context("/"):
        for code, section in SECTIONS.items():
            assert section.values_of(section.filled(listing)) == section_of(listing, code), code


@settings(max_examples=12)
@given(provider=providers())
def test_a_page_that_is_sent_as_it_is_shown_changes_nothing(
    forms: Flask, provider: Provider
) -> None:
    listing = values(provider)
    for code in ALL:
        assert Shown(forms, code, listing).send().values == section_of(listing, code), code


@pytest.mark.parametrize("code", ALL)
def test_a_whole_listing_can_be_saved_section_by_section(forms: Flask, code: str) -> None:
    for listing in (values(FULL), values(make_coach(published=False))):
        sent = Shown(forms, code, listing).send(offers_none="y")
        assert sent.is_valid, sent.slips


@pytest.mark.parametrize("code", ALL)
def test_a_field_that_is_not_shown_is_not_accepted(forms: Flask, code: str) -> None:
    listing = values(make_coach(published=False))
    foreign = {
        "id": "somebody-else",
        "npi": "1234567893",
        "name": "Another Name",
        "claimed": "y",
        "published": "y",
        "confirmed": "2026-01-01",
        "license": "psychiatrist",
        "licenses-0-license": "lcsw",
        "licenses-0-status": "active",
        "licenses-0-verified_at": "2026-01-01",
        "training-CBT": "certified",
        "accepts_suicidality": "yes",
        "lat": "1",
    }
    plain, more = Shown(forms, code, listing).send(), Shown(forms, code, listing).send(foreign)
    assert more.values == plain.values


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("services", "services"),
        ("services", "service_intent"),
        ("modalities", "modalities"),
        ("concerns", "first"),
        ("concerns", "others"),
        ("formats", "formats"),
        ("formats", "groups-0-theme"),
        ("ages", "age_groups"),
        ("ages", "communities"),
        ("delivery", "delivery"),
        ("places", "locations-0-state"),
        ("places", "locations-0-accessibility"),
        ("costs", "payers"),
        ("languages", "languages"),
        ("availability", "accepting"),
        ("words", "gender"),
    ],
)
def test_an_unknown_code_is_refused_at_its_field(forms: Flask, code: str, field: str) -> None:
    sent = Shown(forms, code, values(FULL)).send({field: "no-such-code"})
    assert not sent.is_valid
    assert f"#{field}" in sent.slips


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("availability", "next_opening"),
        ("availability", "open_places"),
        ("costs", "fee_min"),
        ("costs", "fee_max"),
        ("formats", "groups-0-seats"),
        ("formats", "groups-0-starts"),
        ("places", "phone"),
        ("places", "website"),
        ("places", "email"),
        ("places", "locations-0-zip"),
        ("places", "locations-0-phone"),
    ],
)
def test_what_cannot_be_read_comes_back_as_it_was_typed(
    forms: Flask, code: str, field: str
) -> None:
    sent = Shown(forms, code, values(FULL)).send({field: "about <ten> or so"})
    assert not sent.is_valid
    assert f"#{field}" in sent.slips
    assert sent.fields()[field] == "about <ten> or so"


def test_every_problem_in_a_summary_leads_to_something_on_the_page(forms: Flask) -> None:
    listing = values(FULL)
    for code, section in SECTIONS.items():
        with forms.test_request_context("/"):
            form = section.filled(listing)
            unplaced = section.blame(form, [Problem(path, "mend it") for path in section.fields])
            html = render_template(section.template, form=form)
            slips = slips_of(form)
        assert not unplaced
        assert slips
        assert all(f'id="{slip.href[1:]}"' in html for slip in slips), (code, slips)


@pytest.mark.parametrize("code", ALL)
def test_a_section_is_light(forms: Flask, code: str) -> None:
    for provider in (FULL, make_coach()):
        html = Shown(forms, code, values(provider)).html
        assert len(brotli.compress(html.encode(), quality=9)) < 12_000


def test_every_code_can_be_chosen_somewhere(forms: Flask) -> None:
    listing = values(FULL)
    offered = {
        "languages": LANGUAGES,
        "payers": PAYERS,
        "communities": COMMUNITIES,
        "others": CONCERNS,
    }
    for code, field in (
        ("languages", "languages"),
        ("costs", "payers"),
        ("ages", "communities"),
        ("concerns", "others"),
    ):
        choices = [choice.value for choice in Shown(forms, code, listing).form[field].choices]
        assert sorted(choices) == sorted(offered[field])
    assert sorted(CONCERNS) == sorted(c for codes in CONCERN_GROUPS.values() for c in codes)


@pytest.mark.parametrize("license", LICENSES)
def test_a_license_is_offered_what_the_rules_of_a_listing_allow(license: str) -> None:
    assert ("medication" in services_for(license)) == LICENSES[license].may_prescribe
    assert ("testing" in services_for(license)) == LICENSES[license].may_test
    assert ("psychotherapy" in services_for(license)) == LICENSES[license].licensed
    for service in services_for(license):
        Provider(
            id="x",
            name="X",
            license=license,
            services=(service,),
            modalities=(_any(license),),
            published=False,
        )


def _any(license: str) -> dict[str, str]:
    return {"code": modalities_for(license)[0]}


def test_a_coach_is_offered_nothing_clinical() -> None:
    assert all(not CONCERNS[code].clinical for code in concerns_for("coach"))
    assert "CBT" not in modalities_for("coach")
