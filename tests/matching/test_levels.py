"""Who may be matched at each level of care, licence by licence."""

import pytest

from directory.vocabulary import LEVELS_OF_CARE, LICENSES
from tests.matching.asking import holder_of, is_matched, matched, reason_against

INDEPENDENT = {"psychologist", "lcsw", "lpc", "lmft", "psychiatrist", "pmhnp"}
WITH_ASSOCIATES = INDEPENDENT | {"associate"}
WHO_MAY = {
    "crisis": INDEPENDENT,
    "emergency_medical": INDEPENDENT,
    "urgent": INDEPENDENT,
    "urgent_medical": INDEPENDENT,
    "soon": INDEPENDENT,
    "intensive": INDEPENDENT,
    "psychotherapy_and_medication": WITH_ASSOCIATES,
    "psychotherapy": WITH_ASSOCIATES,
    "counselling": WITH_ASSOCIATES,
    "support": WITH_ASSOCIATES | {"coach"},
}


def test_every_level_is_in_the_table() -> None:
    assert set(WHO_MAY) == set(LEVELS_OF_CARE)


@pytest.mark.parametrize("level", LEVELS_OF_CARE)
@pytest.mark.parametrize("license", LICENSES)
def test_a_licence_is_matched_where_the_level_allows_it(license: str, level: str) -> None:
    provider = (
        holder_of(license, services=["support"]) if license == "coach" else holder_of(license)
    )
    assert is_matched(provider, level_of_care=level) == (license in WHO_MAY[level])


@pytest.mark.parametrize("level", [level for level, may in WHO_MAY.items() if "coach" not in may])
def test_a_coach_is_kept_out_by_the_level(level: str) -> None:
    assert reason_against(holder_of("coach"), level_of_care=level) == "level"


def test_the_licence_held_in_the_state_decides_and_not_the_headline() -> None:
    here_in_training = holder_of("lcsw").model_dump(mode="json")
    here_in_training["licenses"] = [
        {**here_in_training["licenses"][0], "license": "associate", "title": "ASW"},
        {**here_in_training["licenses"][0], "state": "NV"},
    ]
    provider = holder_of("lcsw", licenses=here_in_training["licenses"])
    assert is_matched(provider, level_of_care="psychotherapy")
    assert reason_against(provider, level_of_care="soon") == "level"


def test_a_prescriber_elsewhere_is_no_prescriber_here() -> None:
    nurse = holder_of("pmhnp").model_dump(mode="json")["licenses"][0]
    licenses = [nurse | {"state": "NV"}, nurse | {"license": "lpc", "title": "LPCC"}]
    provider = holder_of("pmhnp", licenses=licenses)
    assert reason_against(provider, services=["medication"]) == "service"
    (found,) = matched(provider, level_of_care="psychotherapy_and_medication").matches
    assert found.role == "therapist"


def test_somebody_elsewhere_with_the_right_to_test_does_not_test_here() -> None:
    psychologist = holder_of("psychologist").model_dump(mode="json")["licenses"][0]
    licenses = [psychologist | {"state": "NV"}, psychologist | {"license": "lpc", "title": "LPCC"}]
    provider = holder_of("psychologist", licenses=licenses, services=["testing"], modalities=[])
    assert reason_against(provider, services=["testing"]) == "service"
