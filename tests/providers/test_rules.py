"""The rules across the fields of a listing: what each allows, and what it refuses."""

from datetime import date

import pytest
from pydantic import ValidationError

from directory.errors import problems_of
from directory.providers import License
from directory.vocabulary import LICENSES
from tests.factories import make_coach, make_license, make_provider, make_unclaimed

GROUP = {
    "name": "After a loss",
    "theme": "grief",
    "kind": "process",
    "seats": 8,
    "open": 3,
    "starts": "2027-01-11",
    "schedule": "Mondays at 6",
}
MEDICATION = {"services": ["medication"], "modalities": [{"code": "MEDS"}]}
TESTING = {"services": ["testing"], "modalities": [{"code": "TEST"}]}


def problem(make, **changes):
    """Return the field that a refusal names, and its sentence."""
    with pytest.raises(ValidationError) as refused:
        make(**changes)
    problems = problems_of(refused.value)
    assert len(problems) == 1
    return problems[0].field, problems[0].message


def licensed(code, title, **changes):
    held = [make_license(license=code, title=title)]
    return make_provider(license=code, licenses=held, **changes)


def prescriber(**changes):
    return licensed("psychiatrist", "MD", **changes)


def psychologist(**changes):
    return licensed("psychologist", "Psychologist", **changes)


@pytest.mark.parametrize("service", ["psychotherapy", "medication", "testing"])
def test_a_coach_cannot_offer_what_takes_a_licence(service):
    field, message = problem(make_coach, services=["support", service])
    assert (field, message) == ("services", f"a coach cannot offer {service}")


def test_a_coach_may_offer_support_and_complementary_help():
    assert make_coach(services=["support", "complementary"]).is_coach


@pytest.mark.parametrize("intent", ["psychotherapy", "both"])
def test_a_coach_cannot_intend_psychotherapy(intent):
    assert problem(make_coach, service_intent=intent)[0] == "service_intent"


def test_a_coach_holds_no_licence():
    assert problem(make_coach, licenses=[make_license()])[0] == "licenses"


def test_no_licence_is_a_coaching_licence():
    assert problem(make_license, license="coach", title="Coach")[0] == "license"


def test_a_coach_cannot_name_a_modality_of_the_licensed():
    assert problem(make_coach, modalities=[{"code": "CBT"}])[0] == "modalities"
    assert make_coach(modalities=[{"code": "COACH"}]).modalities


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("psychologist", "Psychologist"),
        ("lcsw", "LCSW"),
        ("lpc", "LPCC"),
        ("lmft", "LMFT"),
        ("associate", "AMFT"),
    ],
)
def test_medication_needs_a_prescriber(code, title):
    assert problem(lambda **c: licensed(code, title, **c), services=["medication"]) == (
        "services",
        f"medication needs a prescriber, not {code}",
    )


@pytest.mark.parametrize(("code", "title"), [("psychiatrist", "MD"), ("pmhnp", "PMHNP")])
def test_prescribers_may_offer_medication(code, title):
    assert licensed(code, title, **MEDICATION).services == ("medication",)


def test_testing_needs_a_psychologist():
    for make in (make_provider, prescriber):
        assert problem(make, services=["testing"])[0] == "services"
    assert psychologist(**TESTING).services == ("testing",)


def test_a_modality_of_prescribers_is_for_prescribers():
    assert problem(make_provider, modalities=[{"code": "MEDS"}])[0] == "modalities"
    assert prescriber(**MEDICATION)


def test_a_modality_of_psychologists_is_for_psychologists():
    assert problem(make_provider, modalities=[{"code": "TEST"}])[0] == "modalities"
    assert psychologist(**TESTING)


def test_psychotherapy_names_at_least_one_modality():
    assert problem(make_provider, modalities=[]) == (
        "modalities",
        "psychotherapy needs at least one modality",
    )
    assert make_provider(services=["support"], modalities=[], service_intent="support")


def test_a_modality_is_named_once():
    twice = [{"code": "CBT"}, {"code": "CBT", "training": "trained"}]
    assert problem(make_provider, modalities=twice)[0] == "modalities"


def test_a_listing_is_not_published_without_service_intent():
    assert problem(make_provider, service_intent=None)[0] == "service_intent"
    assert make_provider(service_intent=None, published=False)


def test_a_published_licensed_provider_names_a_licence():
    assert problem(make_provider, licenses=[])[0] == "licenses"
    assert make_provider(licenses=[], published=False)


def test_the_headline_licence_is_one_that_is_held():
    assert problem(make_provider, license="lmft")[0] == "license"


def test_a_group_has_theme_kind_seats_and_dates():
    group = make_provider(groups=[GROUP], formats=["group"]).groups[0]
    assert (group.theme, group.kind, group.seats, group.open) == ("grief", "process", 8, 3)
    assert group.starts == date(2027, 1, 11)


@pytest.mark.parametrize("missing", ["name", "theme", "kind", "seats", "open", "schedule"])
def test_a_group_without_one_of_them_is_refused(missing):
    group = {name: value for name, value in GROUP.items() if name != missing}
    field, _ = problem(make_provider, groups=[group], formats=["group"])
    assert field == f"groups[0].{missing}"


def test_a_group_has_no_more_open_seats_than_seats():
    group = GROUP | {"open": 9}
    assert problem(make_provider, groups=[group], formats=["group"])[0] == "groups[0].open"
    assert make_provider(groups=[GROUP | {"open": 8}], formats=["group"])


def test_whoever_has_groups_offers_the_format_group():
    assert problem(make_provider, groups=[GROUP])[0] == "formats"


def test_a_process_group_has_a_licensed_leader():
    group = {"groups": [GROUP], "formats": ["group"]}
    assert problem(make_coach, **group) == ("groups", "a process group needs a licensed leader")
    assert make_coach(groups=[GROUP | {"kind": "educational"}], formats=["group"])
    assert make_provider(**group)


def test_an_unclaimed_listing_offers_nothing():
    assert problem(make_unclaimed, services=["support"])[0] == "services"
    assert problem(make_unclaimed, service_intent="support")[0] == "services"
    assert make_unclaimed().service_intent is None


def test_an_unclaimed_listing_has_no_verified_licence():
    assert problem(make_unclaimed, licenses=[make_license()])[0] == "licenses"


@pytest.mark.parametrize(
    ("state", "title", "license"),
    [
        ("CO", "LPCC", "lpc"),
        ("MA", "LCSW", "lcsw"),
        ("KS", "LCP", "psychologist"),
        ("MD", "LCSW", "lcsw"),
        ("RI", "LCSW", "lcsw"),
        ("WV", "LCSW", "lcsw"),
        ("NM", "LMHC", "lpc"),
        ("CA", "LMFT", "psychologist"),
        ("CA", "LCSW", "psychiatrist"),
        ("CA", "Psychologist", "pmhnp"),
    ],
)
def test_a_title_grants_no_licence_that_its_state_does_not(state, title, license):
    for status in ("active", "unverified"):
        changes = {"state": state, "title": title, "license": license, "status": status}
        assert problem(make_license, **changes)[0] == "title"


@pytest.mark.parametrize(
    ("state", "title"),
    [("CO", "LPCC"), ("MA", "LCSW"), ("KS", "LCP"), ("MD", "LCSW"), ("NM", "LMHC")],
)
def test_a_dependent_title_is_an_associate(state, title):
    held = License.model_validate(make_license(state=state, title=title, license="associate"))
    assert held.license == "associate"


@pytest.mark.parametrize(
    ("state", "title", "license"),
    [
        ("MA", "LICSW", "lcsw"),
        ("MD", "LCSW-C", "lcsw"),
        ("NM", "LPCC", "lpc"),
        ("CA", "DO", "psychiatrist"),
    ],
)
def test_an_independent_title_grants_its_licence(state, title, license):
    assert make_license(state=state, title=title, license=license)["license"] == license


def test_an_unknown_title_counts_only_unverified_or_as_associate():
    unknown = {"title": "Healer of Note"}
    assert problem(make_license, **unknown)[0] == "title"
    assert make_license(**unknown, status="unverified")
    assert make_license(**unknown, license="associate")


def test_the_title_at_fault_is_found_by_its_place():
    held = [make_license(), {**make_license(), "title": "LMFT"}]
    field, message = problem(make_provider, licenses=held)
    assert field == "licenses[1].title"
    assert "in CA the title LMFT stands for lmft" in message


def test_every_licence_but_the_coach_can_be_listed():
    titles = {
        "psychologist": "Psychologist",
        "lcsw": "LCSW",
        "lpc": "LPCC",
        "lmft": "LMFT",
        "psychiatrist": "MD",
        "pmhnp": "PMHNP",
        "associate": "AMFT",
    }
    assert set(titles) == set(LICENSES) - {"coach"}
    for code, title in titles.items():
        assert licensed(code, title).license == code
