"""Every stated need is met, not met or not known, by a fact and its day."""

from datetime import date
from typing import Any

import pytest

from directory.matching import Need
from directory.providers import Provider
from directory.vocabulary import AGE_GROUPS, FORMATS, SERVICES
from tests.factories import make_coach, make_license, make_provider
from tests.matching.asking import holder_of, the_match

DAY = "2026-10-02"
SAID = "Confirmed on October 2, 2026."
NOBODY = "No one has confirmed this."
ASK = "Ask before you book."
FORMAT_WORDS = ("one-on-one", "with couples", "with families", "in groups")
AGE_WORDS = ("children", "teens", "adults", "older adults")
SERVICE_WORDS = ("psychotherapy", "medicine", "tests", "support", "help such as yoga")


def need(provider: Provider, name: str, **changes: Any) -> Need:
    (found,) = (one for one in the_match(provider, **changes).needs if one.need == name)
    return found


def confirmed(*facts: str, **changes: Any) -> Provider:
    return make_provider(confirmed=dict.fromkeys(facts, DAY), **changes)


def wish(factor: str, value: str, strength: str = "prefer") -> dict[str, Any]:
    return {"preferences": [{"factor": factor, "value": value, "strength": strength}]}


@pytest.mark.parametrize(
    ("asked", "name", "fact", "text"),
    [
        ({"delivery": ["video"]}, "meets by video", "delivery", "Meets by video."),
        ({"coverage": {"payer": "aetna"}}, "takes Aetna", "payers", "Takes Aetna."),
        (
            {"coverage": {"max_fee": 100}},
            "has sessions for $100 or less",
            "fee",
            "Has fees from $90.",
        ),
        (
            {"coverage": {"sliding_scale": True}},
            "has lower fees for some people",
            "fee",
            "Has lower fees for some people.",
        ),
        (
            {"zip": "94110", "within_miles": 5, "delivery": ["in_person"]},
            "is within 5 miles",
            "locations",
            "Is about 0 miles from you.",
        ),
        (
            {"zip": "94110", "within_miles": 5},
            "is within 5 miles",
            "delivery",
            "Can meet you without a trip.",
        ),
        (wish("language", "en"), "speaks English", "languages", "Speaks English."),
        (wish("language", "es"), "speaks Spanish", "languages", "Does not list Spanish."),
        (
            wish("modality", "CBT"),
            "offers cognitive behavioral therapy",
            "modalities",
            "Offers cognitive behavioral therapy.",
        ),
        (
            wish("structure", "structured"),
            "often works with a plan",
            "modalities",
            "Often works with a plan.",
        ),
        (
            wish("time_focus", "past"),
            "often looks at the past",
            "modalities",
            "May not look at the past.",
        ),
        (
            wish("length", "brief"),
            "often works in a short time",
            "modalities",
            "Often works in a short time.",
        ),
        (
            {"exploration_comfort": 1},
            "often starts with skills",
            "modalities",
            "Often starts with skills.",
        ),
        (
            wish("license", "lcsw"),
            "is a clinical social worker (LCSW)",
            "licenses",
            "Is a clinical social worker (LCSW).",
        ),
        (wish("delivery", "video"), "meets by video", "delivery", "Meets by video."),
        (
            {"concerns": ["panic"]},
            "names panic attacks as a focus",
            "concerns",
            "Names panic attacks as a focus.",
        ),
        (
            {"concerns": ["grief"]},
            "names grief and loss as a focus",
            "concerns",
            "Does not name grief and loss as a focus.",
        ),
        ({}, "offers psychotherapy", "services", "Offers psychotherapy."),
        ({"formats": ["individual"]}, "works one-on-one", "formats", "Works one-on-one."),
        ({}, "sees adults", "age_groups", "Sees adults."),
    ],
)
def test_a_need_has_the_day_of_the_fact_that_it_rests_on(
    asked: dict[str, Any], name: str, fact: str, text: str
) -> None:
    told = need(confirmed(fact), name, **asked)
    assert (told.text, told.confirmed_at) == (f"{text} {SAID}", date(2026, 10, 2))
    untold = need(make_provider(), name, **asked)
    assert (untold.text, untold.confirmed_at) == (f"{text} {NOBODY}", None)
    assert untold.state == told.state == ("not_met" if " not " in text else "met")


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (wish("gender", "female"), "is a woman"),
        (wish("community", "lgbtq"), "works with LGBTQ+ people"),
    ],
)
def test_what_nobody_confirms_has_no_day(asked: dict[str, Any], name: str) -> None:
    who = confirmed("bio", "languages", "modalities", communities=["lgbtq"])
    found = need(who, name, **asked)
    assert found.text.endswith(NOBODY)
    assert found.confirmed_at is None


def test_access_rests_on_the_places() -> None:
    place = {"city": "Oakland", "state": "CA", "zip": "94601", "accessibility": ["step_free"]}
    who = confirmed("locations", locations=[place])
    found = need(who, "has a way in without steps", **wish("accessibility", "step_free"))
    assert found.confirmed_at == date(2026, 10, 2)


def test_what_is_not_known_has_no_day_and_is_asked() -> None:
    silent = confirmed("payers", "concerns", payers=[], concerns=[])
    assert need(silent, "takes Aetna", coverage={"payer": "aetna"}) == Need(
        "takes Aetna", "not_known", f"Not known if this person takes Aetna. {ASK}", None
    )
    assert need(silent, "names grief and loss as a focus", concerns=["grief"]) == Need(
        "names grief and loss as a focus",
        "not_known",
        f"Not known if this person names grief and loss as a focus. {ASK}",
        None,
    )


def test_the_work_asked_for_stands_after_the_wishes_in_a_fixed_order() -> None:
    asked = {"concerns": ["panic", "grief"], "formats": ["individual"], "delivery": ["video"]}
    found = the_match(make_provider(), **asked, seeks="diagnosis").needs
    assert [one.need for one in found] == [
        "meets by video",
        "names panic attacks as a focus",
        "names grief and loss as a focus",
        "offers psychotherapy",
        "works one-on-one",
        "sees adults",
        "may treat people in California",
        "can give a diagnosis",
        "has room for new people",
    ]


def test_who_is_not_sure_needs_no_focus_and_a_telling_concern_is_not_named() -> None:
    asked = {"concerns": ["unsure", "ipv_survivor"], "safety_flags": ["partner_violence"]}
    assert [one.need for one in the_match(make_provider(), **asked).needs] == [
        "offers psychotherapy",
        "sees adults",
        "may treat people in California",
        "has room for new people",
    ]


@pytest.mark.parametrize(
    ("service", "words"),
    list(zip(SERVICES, SERVICE_WORDS, strict=True)),
)
def test_every_service_has_words(service: str, words: str) -> None:
    license = {"medication": "psychiatrist", "testing": "psychologist"}.get(service, "lcsw")
    who = holder_of(license, services=[service], modalities=[{"code": "CBT"}])
    assert need(who, f"offers {words}", services=[service]).state == "met"


def test_of_several_services_those_that_are_given_are_named() -> None:
    asked = {"level_of_care": "psychotherapy_and_medication"}
    name = "offers psychotherapy or medicine"
    assert need(make_provider(), name, **asked).text == f"Offers psychotherapy. {NOBODY}"
    both = holder_of("psychiatrist")
    assert need(both, name, **asked).text == f"Offers psychotherapy and medicine. {NOBODY}"


@pytest.mark.parametrize(
    ("format", "words"),
    list(zip(FORMATS, FORMAT_WORDS, strict=True)),
)
def test_every_format_has_words(format: str, words: str) -> None:
    assert need(make_provider(formats=[format]), f"works {words}", formats=[format]).state == "met"


def test_of_several_formats_those_that_are_offered_are_named() -> None:
    asked = {"formats": ["group", "individual", "family"]}
    who = make_provider(formats=["individual", "couples", "family"])
    found = need(who, "works in groups, one-on-one or with families", **asked)
    assert found.text == f"Works one-on-one and with families. {NOBODY}"


@pytest.mark.parametrize(
    ("age", "words"),
    list(zip(AGE_GROUPS, AGE_WORDS, strict=True)),
)
def test_every_age_has_words(age: str, words: str) -> None:
    assert need(make_provider(age_groups=[age]), f"sees {words}", age_group=age).state == "met"


@pytest.mark.parametrize(
    ("authority", "right"),
    [
        ("license", "Holds a license in California: LCSW."),
        ("compact", "May treat people in California by a pact of states: LCSW."),
        ("telehealth", "May treat people in California by video or phone: LCSW."),
    ],
)
def test_the_right_to_treat_here_is_told_with_the_day_it_was_checked(
    authority: str, right: str
) -> None:
    checked = make_provider(licenses=[make_license(authority=authority)])
    assert need(checked, "may treat people in California") == Need(
        "may treat people in California",
        "met",
        f"{right} Checked on November 1, 2026.",
        date(2026, 11, 1),
    )
    unchecked = make_provider(licenses=[make_license(authority=authority, verified_at=None)])
    found = need(unchecked, "may treat people in California")
    assert (found.text, found.confirmed_at) == (f"{right} No one has checked it.", None)


def test_of_several_licences_the_one_checked_last_is_told() -> None:
    lcsw = [
        make_license(verified_at=None),
        make_license(verified_at="2026-11-03", number="9"),
        make_license(verified_at="2026-11-02"),
        make_license(verified_at="2026-11-20", state="NV"),
    ]
    found = need(make_provider(licenses=lcsw), "may treat people in California")
    assert found.confirmed_at == date(2026, 11, 3)


def test_a_coach_holds_no_licence_to_tell_of() -> None:
    found = the_match(make_coach(), level_of_care="support", concerns=["career"])
    assert "may treat people in California" not in [one.need for one in found.needs]


@pytest.mark.parametrize("seeks", ["diagnosis", "both"])
def test_who_seeks_a_diagnosis_is_told_who_can_give_one(seeks: str) -> None:
    name = "can give a diagnosis"
    assert need(holder_of("psychologist"), name, seeks=seeks) == Need(
        name, "met", "Can give a diagnosis. Confirmed on November 1, 2026.", date(2026, 11, 1)
    )
    assert need(make_provider(), name, seeks=seeks) == Need(
        name, "not_known", f"Some people with this license can give a diagnosis. {ASK}", None
    )
    assert need(holder_of("associate"), name, seeks=seeks) == Need(
        name, "not_met", "Has no license to give a diagnosis.", None
    )


@pytest.mark.parametrize("seeks", ["growth", "unsure", None])
def test_who_seeks_none_is_not_told(seeks: str | None) -> None:
    needs = the_match(make_provider(), seeks=seeks).needs
    assert "can give a diagnosis" not in [one.need for one in needs]


def test_readiness_for_thoughts_of_suicide_is_a_need() -> None:
    who = make_provider(accepts_suicidality=True)
    name = "works with people who think of suicide"
    assert need(who, name, safety_flags=["suicide"]) == Need(
        name, "met", f"Works with people who think of suicide. {NOBODY}", None
    )
    assert name not in [one.need for one in the_match(who).needs]


@pytest.mark.parametrize(
    ("accepting", "state", "text"),
    [
        ("yes", "met", "Takes new people. Confirmed on November 10, 2026."),
        ("waitlist", "not_met", "Keeps a wait list. Confirmed on November 10, 2026."),
        ("unknown", "not_known", f"Not known if they take new people. {ASK}"),
    ],
)
def test_room_is_a_need(accepting: str, state: str, text: str) -> None:
    who = make_provider(availability={"accepting": accepting, "confirmed_at": "2026-11-10"})
    found = need(who, "has room for new people")
    day = None if accepting == "unknown" else date(2026, 11, 10)
    assert found == Need("has room for new people", state, text, day)
