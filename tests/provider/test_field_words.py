"""Values in plain words: every field has a name, and nothing that was typed breaks a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.errors import Problem
from directory.providers import Provider
from directory.web.field_words import TITLES, told_values
from directory.web.problem_words import in_plain_words
from directory.web.provider.field_changes import field_changes
from tests.factories import make_license, provider_facts

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(0, 9) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["code", "name", "min", "max", "state", "title", "city", "starts"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


def test_every_field_has_a_name():
    assert set(Provider.model_fields) - {"id"} == set(TITLES)


@given(st.sampled_from(sorted(TITLES)), json_values, json_values)
def test_whatever_was_typed_can_be_told(field, one, other):
    assert all(isinstance(text, str) for text in told_values(field, one))
    field_changes({field: one}, {field: other})


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("languages", ["en", "es"], ("English", "Spanish")),
        ("fee", {"min": 90, "max": 90.0, "sliding_scale": True}, ("$90 a session, less for some",)),
        ("accepts_suicidality", False, ("No",)),
        ("accepts_suicidality", None, ()),
        ("availability", {"accepting": "yes", "next_opening_days": 0, "open_places": 2}, None),
        ("licenses", [make_license(authority="compact", state="AZ")], None),
        ("locations", provider_facts()["locations"], ("San Francisco, CA 94110",)),
        ("phone", "+14155550123", ("(415) 555-0123",)),
    ],
)
def test_values_are_told_in_words(field, value, words):
    told = told_values(field, value)
    assert told == words if words is not None else told and not any("_" in one for one in told)


def test_lists_tell_what_was_added_and_taken_away():
    (change,) = field_changes({"payers": ["aetna"]}, {"payers": ["cigna"]})
    assert (change.added, change.removed) == (("Cigna",), ("Aetna",))
    assert field_changes({"payers": ["aetna", "cigna"]}, {"payers": ["cigna", "aetna"]}) == ()


def test_rules_speak_to_keepers_without_codes():
    told = in_plain_words(
        [
            Problem("services", "medication needs a prescriber, not lcsw"),
            Problem("service_intent", "say `psychotherapy`, `support` or `both` to publish"),
        ]
    )
    assert [problem.message for problem in told] == [
        "Medication needs a prescriber, not “Clinical social worker (LCSW)”.",
        "Say if you offer psychotherapy, support or both.",
    ]
