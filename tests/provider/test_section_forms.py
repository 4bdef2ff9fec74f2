"""What each section of the editor asks, of whom, and what it makes of the answers."""

from typing import Any

from flask import Flask

from directory.errors import Problem
from directory.web.provider.listing.sections import SECTIONS, slips_of
from tests.factories import make_coach, make_license, make_provider
from tests.provider.sections import Shown, values

NOT_CHECKED = {"status": "unverified", "verified_at": None}


def shown(forms: Flask, code: str, **facts: Any) -> Shown:
    return Shown(forms, code, values(make_provider(**facts)))


def of_coach(forms: Flask, code: str, **facts: Any) -> Shown:
    return Shown(forms, code, values(make_coach(**facts)))


def offered(page: Shown, field: str) -> set[str]:
    return {choice.value for choice in page.form[field].choices}


# Licences


def test_a_checked_license_is_a_fact_that_no_field_can_change(forms: Flask) -> None:
    page = shown(forms, "license")
    assert "LCSW, California" in page.html
    assert "checked on November 1, 2026" in page.html
    sent = page.send({"licenses-0-state": "NV", "licenses-0-status": "active"})
    assert sent.values["licenses"][0] == make_license()


def test_a_new_license_gets_the_only_title_that_its_state_has_for_it(forms: Flask) -> None:
    added = shown(forms, "license").send(row="add:licenses")
    saved = added.send({"licenses-0-license": "lcsw", "licenses-0-state": "MA"})
    assert saved.is_valid
    new = saved.values["licenses"][1]
    assert (new["title"], new["status"], new["verified_at"]) == ("LICSW", "unverified", None)


def test_of_several_titles_one_is_chosen(forms: Flask) -> None:
    added = shown(forms, "license").send(row="add:licenses")
    asked = added.send({"licenses-0-license": "pmhnp", "licenses-0-state": "NY"})
    assert asked.slips == {
        "#licenses-0-title": "License 1: Choose the title, as it stands on your license."
    }
    assert 'value="PMHNP-BC"' in asked.html
    assert asked.send({"licenses-0-title": "PMHNP-BC"}).is_valid


def test_a_title_of_another_license_is_refused_with_the_right_ones(forms: Flask) -> None:
    added = shown(forms, "license").send(row="add:licenses")
    typed = {"license": "lcsw", "state": "MA", "title": "LCSW"}
    sent = added.send({f"licenses-0-{name}": value for name, value in typed.items()})
    assert "Massachusetts this license is called LICSW" in sent.slips["#licenses-0-title"]
    assert sent.fields()["licenses-0-title"] == "LCSW"


def test_a_compact_is_for_the_licenses_that_have_one(forms: Flask) -> None:
    new = make_license(state="NV", license="lmft", title="MFT", **NOT_CHECKED)
    page = shown(forms, "license", licenses=[make_license(), new])
    sent = page.send({"licenses-0-authority": "compact"})
    assert "no compact for this license" in sent.slips["#licenses-0-authority"]
    assert page.send({"licenses-0-authority": "telehealth"}).is_valid


def test_a_compact_counts_in_its_states_alone(forms: Flask) -> None:
    asked = {"license": "psychologist", "title": "Psychologist", "authority": "compact"}
    held = [make_license(**asked | {"state": state} | NOT_CHECKED) for state in ("NV", "CA")]
    sent = shown(forms, "license", license="psychologist", licenses=held).send()
    assert list(sent.slips) == ["#licenses-1-authority"]
    assert "California is not in PSYPACT" in sent.slips["#licenses-1-authority"]


def test_an_unchecked_license_can_be_taken_away(forms: Flask) -> None:
    new = make_license(state="NV", **NOT_CHECKED)
    page = shown(forms, "license", licenses=[make_license(), new])
    assert page.send(row="remove:licenses-0").send().values["licenses"] == [make_license()]


def test_a_coach_has_no_license_to_fill_in(forms: Flask) -> None:
    page = of_coach(forms, "license")
    assert not page.fields()
    assert "not licensed and do not treat conditions" in page.html


# Services


def test_services_are_those_that_the_license_may_offer(forms: Flask) -> None:
    assert "medication" not in offered(shown(forms, "services"), "services")
    assert offered(of_coach(forms, "services"), "services") == {"support", "complementary"}
    assert offered(of_coach(forms, "services"), "service_intent") == {"support"}
    sent = of_coach(forms, "services").send(services=["support", "medication"])
    assert "#services" in sent.slips


def test_why_a_service_is_not_on_the_list_is_said(forms: Flask) -> None:
    assert "Medication takes a license to prescribe." in shown(forms, "services").html
    assert "Psychotherapy takes a license to treat." in of_coach(forms, "services").html


def test_thoughts_of_suicide_are_answered_yes_no_or_not_at_all(forms: Flask) -> None:
    page = shown(forms, "services")
    for said, value in (("yes", True), ("no", False), ("", None)):
        assert page.send(accepts_suicidality=said).values["accepts_suicidality"] is value


def test_a_coach_is_not_asked_about_thoughts_of_suicide(forms: Flask) -> None:
    page = of_coach(forms, "services")
    assert "accepts_suicidality" not in page.fields()
    assert page.send(accepts_suicidality="yes").values["accepts_suicidality"] is None


def test_the_word_on_conversion_practices_is_a_tick_or_nothing(forms: Flask) -> None:
    page = shown(forms, "services")
    assert page.values["offers_conversion_practices"] is None
    assert page.send(offers_none="y").values["offers_conversion_practices"] is False
    problem = Problem("offers_conversion_practices", "say that you offer none")
    SECTIONS["services"].blame(page.form, (problem,))
    assert [slip.href for slip in slips_of(page.form)] == ["#offers_none"]


def test_the_word_on_conversion_practices_is_not_taken_back_in_public(forms: Flask) -> None:
    page = shown(forms, "services", offers_conversion_practices=False)
    assert "Tick this again" in page.send(offers_none=None).slips["#offers_none"]
    hidden = shown(forms, "services", offers_conversion_practices=False, published=False)
    assert hidden.send(offers_none=None).values["offers_conversion_practices"] is None


# Kinds of therapy


def test_a_kind_comes_with_its_training(forms: Flask) -> None:
    sent = shown(forms, "modalities").send(
        {"modalities": ["CBT", "ACT"], "training-ACT": "certified"}
    )
    assert sent.values["modalities"] == [
        {"code": "CBT", "training": "trained", "verified_at": "2026-10-01"},
        {"code": "ACT", "training": "certified", "verified_at": None},
    ]


def test_a_proof_holds_for_the_training_that_it_was_given_for(forms: Flask) -> None:
    sent = shown(forms, "modalities").send({"training-CBT": "certified"})
    assert sent.values["modalities"][0]["verified_at"] is None


def test_a_kind_that_is_not_ticked_has_no_training(forms: Flask) -> None:
    sent = shown(forms, "modalities").send({"modalities": None, "training-CBT": "certified"})
    assert sent.values["modalities"] == []


def test_an_unknown_training_is_refused(forms: Flask) -> None:
    sent = shown(forms, "modalities").send({"training-CBT": "wizard"})
    assert "#modalities" in sent.slips


def test_kinds_are_those_that_the_license_may_offer(forms: Flask) -> None:
    assert 'value="MEDS"' not in shown(forms, "modalities").html
    coach = of_coach(forms, "modalities")
    assert 'value="COACH"' in coach.html
    assert 'value="CBT"' not in coach.html
    assert "#modalities" in coach.send(modalities=["CBT"]).slips


def test_the_discount_for_naming_many_kinds_is_that_of_the_ranking(forms: Flask) -> None:
    html = shown(forms, "modalities").html
    assert "more than 8 kinds, those without a proof count only 50 percent" in html


# Concerns


def test_the_first_three_concerns_stand_apart(forms: Flask) -> None:
    page = shown(forms, "concerns", concerns=["ocd", "panic", "gad", "insomnia"])
    fields = page.fields()
    assert [fields[name] for name in ("first", "second", "third")] == ["ocd", "panic", "gad"]
    assert fields.getlist("others") == ["insomnia"]


def test_a_concern_that_is_chosen_twice_counts_once_where_it_stands_first(forms: Flask) -> None:
    page = shown(forms, "concerns", concerns=["ocd", "panic"])
    sent = page.send(first="panic", second="ocd", third="panic", others=["ocd", "gad"])
    assert sent.values["concerns"] == ["panic", "ocd", "gad"]


def test_more_concerns_than_anybody_is_best_at_are_refused(forms: Flask) -> None:
    page = shown(forms, "concerns")
    many = sorted(offered(page, "others"))[:25]
    sent = page.send(others=many)
    assert "Name 20 at most" in sent.slips["#others"]
    assert set(many) <= set(sent.fields().getlist("others"))


def test_a_coach_cannot_name_what_takes_a_license(forms: Flask) -> None:
    assert "depression" not in offered(of_coach(forms, "concerns"), "others")
    named_before = of_coach(forms, "concerns", concerns=["stress", "depression"])
    sent = named_before.send()
    assert sent.values["concerns"] == ["stress", "depression"]
    assert "cannot name Depression" in sent.slips["#others"]
    assert named_before.send(second="").is_valid


def test_a_problem_with_any_concern_is_told_at_the_list(forms: Flask) -> None:
    page = shown(forms, "concerns")
    SECTIONS["concerns"].blame(page.form, (Problem("concerns[2]", "no such concern"),))
    assert [slip.href for slip in slips_of(page.form)] == ["#others"]


# Formats and groups


def test_a_group_says_what_it_must(forms: Flask) -> None:
    page = shown(forms, "formats", formats=["group"]).send(row="add:groups")
    sent = page.send({"groups-0-name": "Grief group"})
    assert set(sent.slips) == {
        f"#groups-0-{name}" for name in ("theme", "kind", "seats", "open", "schedule")
    }


def test_a_group_has_no_more_open_seats_than_seats(forms: Flask) -> None:
    group = {"name": "Calm", "theme": "other", "kind": "process", "seats": 8, "open": 2}
    page = shown(forms, "formats", formats=["group"], groups=[{**group, "schedule": "Mondays"}])
    sent = page.send({"groups-0-open": "9"})
    assert sent.slips["#groups-0-open"].startswith("Group 1: The group has 8 seats")
    assert page.send({"groups-0-open": "0"}).is_valid


def test_whoever_names_a_group_offers_groups(forms: Flask) -> None:
    group = {"name": "Calm", "theme": "other", "kind": "process", "seats": 8, "open": 2}
    page = shown(forms, "formats", formats=["group"], groups=[{**group, "schedule": "Mondays"}])
    assert "#formats" in page.send(formats=["individual"]).slips


def test_a_coach_leads_classes_alone(forms: Flask) -> None:
    page = of_coach(forms, "formats", formats=["group"]).send(row="add:groups")
    assert 'value="educational"' in page.html
    assert 'value="process"' not in page.html
    assert "#groups-0-kind" in page.send({"groups-0-kind": "process"}).slips


def test_a_day_is_read_as_it_is_written_in_the_united_states(forms: Flask) -> None:
    page = shown(forms, "formats", formats=["group"]).send(row="add:groups")
    sent = page.send({"groups-0-name": "Calm", "groups-0-starts": "1/11/2027"})
    assert sent.values["groups"][0]["starts"] == "2027-01-11"


# Places and contact


def test_a_zip_code_lies_in_its_state(forms: Flask) -> None:
    page = shown(forms, "places")
    unknown = page.send({"locations-0-zip": "00000"})
    assert "do not know this ZIP code" in unknown.slips["#locations-0-zip"]
    elsewhere = page.send({"locations-0-zip": "10001"})
    assert "This ZIP code is in New York" in elsewhere.slips["#locations-0-zip"]


def test_a_phone_is_written_as_people_do_and_kept_as_it_is_dialled(forms: Flask) -> None:
    page = shown(forms, "places")
    assert page.fields()["phone"] == "(415) 555-0123"
    assert page.send(phone="415 555 0199 ext 12").values["phone"] == "+14155550199;ext=12"


def test_a_bare_web_address_means_https(forms: Flask) -> None:
    sent = shown(forms, "places").send(website="example.org/ana")
    assert sent.is_valid
    assert sent.values["website"] == "https://example.org/ana"
    for bad in ("javascript:alert(1)", "ftp://example.org", "nowhere", "https://exa mple.org"):
        assert "#website" in shown(forms, "places").send(website=bad).slips, bad


def test_who_sees_the_address_for_messages_is_said(forms: Flask) -> None:
    html = shown(forms, "places").html
    assert "Nobody can read it. We pass on what people write to you." in html


# Costs


def test_one_price_is_a_range_of_one(forms: Flask) -> None:
    sent = shown(forms, "costs").send(fee_min="$1,120.50", fee_max="", sliding_scale=None)
    assert sent.values["fee"] == {"min": 1120.5, "max": 1120.5, "sliding_scale": False}


def test_no_price_at_all_is_no_fee(forms: Flask) -> None:
    sent = shown(forms, "costs").send(fee_min="", fee_max="", sliding_scale=None)
    assert sent.is_valid
    assert sent.values["fee"] is None


def test_a_highest_price_or_a_lower_one_for_some_wants_the_lowest(forms: Flask) -> None:
    page = shown(forms, "costs")
    assert "#fee_min" in page.send(fee_min="", sliding_scale=None).slips
    assert "#fee_min" in page.send(fee_min="", fee_max="").slips
    assert "#fee_max" in page.send(fee_min="200", fee_max="100").slips
    assert "#fee_max" in page.send(fee_max="99999").slips


# Openings


def test_weeks_are_days_times_seven(forms: Flask) -> None:
    page = shown(forms, "availability")
    sent = page.send(next_opening="3", unit="weeks", open_places="2")
    said = sent.values["availability"]
    assert (said["next_opening_days"], said["open_places"]) == (21, 2)
    assert said["confirmed_at"] == "2026-11-10"


def test_whole_weeks_are_shown_as_weeks(forms: Flask) -> None:
    said = {"accepting": "waitlist", "next_opening_days": 42}
    fields = shown(forms, "availability", availability=said).fields()
    assert (fields["next_opening"], fields["unit"]) == ("6", "weeks")


def test_a_time_beyond_all_use_is_refused(forms: Flask) -> None:
    sent = shown(forms, "availability").send(next_opening="3000", unit="weeks")
    assert "#next_opening" in sent.slips
    assert sent.fields()["next_opening"] == "3000"


def test_somebody_says_whether_they_take_new_people(forms: Flask) -> None:
    assert "#accepting" in shown(forms, "availability").send(accepting=None).slips


# Words


def test_line_ends_of_a_browser_are_those_of_a_listing(forms: Flask) -> None:
    sent = shown(forms, "words").send(bio="I listen.\r\n\r\nThen we talk.\r\n")
    assert sent.values["bio"] == "I listen.\n\nThen we talk."


def test_a_bio_that_is_too_long_comes_back_whole(forms: Flask) -> None:
    sent = shown(forms, "words").send(bio="word " * 1300)
    assert "letters too long" in sent.slips["#bio"]
    assert sent.fields()["bio"].strip() == ("word " * 1300).strip()


def test_a_practice_that_keeps_its_name_stays_the_same(forms: Flask) -> None:
    page = shown(forms, "words", practice={"id": "bay", "name": "Bay Minds"})
    assert page.send().values["practice"] == {"id": "bay", "name": "Bay Minds"}
    assert page.send(practice="Own Room").values["practice"] == {"name": "Own Room"}
    assert page.send(practice="").values["practice"] is None


def test_gender_is_optional_and_said_not_to_rank(forms: Flask) -> None:
    page = shown(forms, "words")
    assert "never moves you up or down, unless a person asks for it" in page.html
    assert page.send(gender="").values["gender"] is None
