"""Seed rules on words and searches: whatever somebody types, they are understood."""

import pytest

from directory.search import SearchQuery
from directory.triage import read_own_words
from directory.vocabulary import CONCERNS, LICENSES, MODALITIES, SERVICES
from directory.vocabulary.approaches import approaches
from directory.workflows import Directory
from directory.workflows.matching.search_directory import search_directory
from tests.factories import make_coach, make_provider, store
from tests.matching.asking import holder_of, is_matched, state_of, the_match

MENTAL_HEALTH_OT = "an occupational therapist told me to get help for my anxiety"


@pytest.fixture
def peopled(directory: Directory) -> Directory:
    """A directory with a therapist, a prescriber, a coach and a yoga teacher."""
    store(
        directory,
        make_provider(id="therapist"),
        holder_of("psychiatrist", id="prescriber", services=["medication"], modalities=[]),
        make_coach(id="coach"),
        make_coach(id="yoga", services=["complementary"], modalities=[{"code": "YOGA"}]),
    )
    return directory


def found_by(directory: Directory, text: str = "", **filters: tuple[str, ...]) -> set[str]:
    page = search_directory(directory, SearchQuery(text=text, filters=filters))
    return {result.provider.id for result in page.results}


@pytest.mark.seed_rule("SR01")
@pytest.mark.parametrize("word", ["therapy", "psychotherapy", "counseling", "talk therapy"])
def test_either_word_finds_the_therapist(peopled: Directory, word: str) -> None:
    assert "therapist" in found_by(peopled, word)


@pytest.mark.seed_rule("SR47")
def test_psychotherapy_is_a_part_of_therapy_and_holds_no_coach(peopled: Directory) -> None:
    psychotherapy = found_by(peopled, service=("psychotherapy",))
    therapy = found_by(peopled, service=tuple(SERVICES))
    assert psychotherapy == {"therapist"}
    assert psychotherapy < therapy


@pytest.mark.seed_rule("SR03")
def test_a_listing_may_offer_several_services(peopled: Directory) -> None:
    both = holder_of("psychiatrist", id="both", services=["psychotherapy", "medication"])
    store(peopled, both)
    assert "both" in found_by(peopled, service=("psychotherapy",))
    assert "both" in found_by(peopled, service=("medication",))


@pytest.mark.seed_rule("SR07", "SR55", "SR56", "SR57")
@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("speech therapy for my son", "speech_therapy"),
        ("physical therapy for a knee", "physical_therapy"),
        ("my knee hurts after running", "physical_therapy"),
        ("occupational therapy so she can dress by herself", "occupational_therapy"),
    ],
)
def test_other_kinds_of_therapy_are_sent_to_the_right_place(text: str, field: str) -> None:
    elsewhere = read_own_words(text).out_of_scope
    assert elsewhere is not None
    assert elsewhere.field == field
    assert elsewhere.text


@pytest.mark.seed_rule("SR07")
@pytest.mark.parametrize("text", ["I get panic attacks", "my son is sad", "physical abuse"])
def test_help_for_the_mind_is_never_sent_away(text: str) -> None:
    assert read_own_words(text).out_of_scope is None


@pytest.mark.seed_rule("SR17", "SR73")
def test_107_kinds_of_therapy_are_known_with_the_words_for_them() -> None:
    assert len(MODALITIES) == 107
    assert {"CBT", "DBT", "PDT", "HUM"} <= set(MODALITIES)
    assert [m.code for m in MODALITIES.values() if not (m.synonyms and m.family)] == []


@pytest.mark.seed_rule("SR17")
@pytest.mark.parametrize("words", ["thought challenging", "cognitive therapy", "CBT"])
def test_the_words_for_a_kind_of_therapy_find_who_offers_it(peopled: Directory, words: str) -> None:
    assert found_by(peopled, words) == {"therapist"}


@pytest.mark.seed_rule("SR21", "SR22")
def test_depth_work_looks_at_the_past_and_humanistic_work_is_open() -> None:
    assert approaches("PDT", "time_focus") == {"past"}
    assert approaches("HUM", "structure") == {"open"}


@pytest.mark.seed_rule("SR21")
@pytest.mark.parametrize("words", ["mommy issues", "daddy issues"])
def test_plain_words_for_the_past_lead_to_relationship_patterns(words: str) -> None:
    assert read_own_words(words).suggestions[0].code == "relationship_patterns"


@pytest.mark.seed_rule("SR22")
def test_humanistic_work_is_found_by_growth(directory: Directory) -> None:
    store(directory, make_provider(modalities=[{"code": "HUM"}]), make_provider(id="cbt"))
    assert found_by(directory, "growth-oriented") == {"ana-lopez"}


@pytest.mark.seed_rule("SR19")
def test_who_wants_a_plan_and_homework_finds_cbt_to_fit() -> None:
    wish = {"factor": "structure", "value": "structured", "strength": "prefer"}
    found = the_match(make_provider(), preferences=[wish])
    assert state_of(found, "often works with a plan") == "met"
    assert "homework" in MODALITIES["CBT"].about or "at home" in MODALITIES["CBT"].about


@pytest.mark.seed_rule("SR23")
def test_nobody_has_to_know_a_kind_of_therapy() -> None:
    assert is_matched(make_provider())
    assert [m.code for m in MODALITIES.values() if not m.about] == []


@pytest.mark.seed_rule("SR15", "SR71", "SR93", "SR109")
@pytest.mark.parametrize(
    ("factor", "value"),
    [
        ("structure", "structured"),
        ("structure", "open"),
        ("time_focus", "past"),
        ("time_focus", "present"),
        ("length", "brief"),
        ("length", "long"),
    ],
)
def test_skills_or_exploring_past_or_present_short_or_long_can_be_asked(
    factor: str, value: str
) -> None:
    wish = {"factor": factor, "value": value, "strength": "prefer"}
    assert [need for need in the_match(make_provider(), preferences=[wish]).needs if need.state]


@pytest.mark.seed_rule("SR71")
def test_who_asks_for_short_work_after_trauma_still_sees_proven_short_work() -> None:
    wish = {"factor": "length", "value": "brief", "strength": "must"}
    cpt = make_provider(concerns=["ptsd"], modalities=[{"code": "CPT"}])
    assert is_matched(cpt, concerns=["ptsd"], preferences=[wish])


@pytest.mark.seed_rule("SR25")
def test_trouble_with_a_child_offers_the_child_and_the_family_and_blames_nobody() -> None:
    assert {"individual", "family"} <= set(CONCERNS["child_behaviour"].formats)
    family = make_provider(formats=["family"], age_groups=["child"], concerns=["child_behaviour"])
    assert is_matched(
        family, age_group="child", concerns=["child_behaviour"], formats=["individual", "family"]
    )
    assert "blame" not in CONCERNS["child_behaviour"].about


@pytest.mark.seed_rule("SR39")
@pytest.mark.parametrize("strength", ["must", "prefer", "avoid"])
def test_a_wish_is_a_must_a_preference_or_something_to_avoid(strength: str) -> None:
    man = make_provider(gender="male")
    wish = {"factor": "gender", "value": "female", "strength": strength}
    assert is_matched(man, preferences=[wish]) is (strength != "must")
    woman = make_provider(gender="female")
    assert is_matched(woman, preferences=[wish]) is (strength != "avoid")


@pytest.mark.seed_rule("SR74")
def test_the_neighbours_that_the_articles_leave_out_are_listed() -> None:
    assert {"lmft", "pmhnp", "associate"} <= set(LICENSES)


@pytest.mark.seed_rule("SR57")
def test_an_occupational_therapist_who_is_only_mentioned_sends_nobody_away() -> None:
    assert "gad" in {one.code for one in read_own_words(MENTAL_HEALTH_OT).suggestions}
