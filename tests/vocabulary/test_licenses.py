"""What each licence lets its holder do, and which title or taxonomy code stands for it."""

import pytest

from directory.vocabulary import LICENSES, MODALITIES
from directory.vocabulary.license_titles import licenses_for_title, titles_in
from directory.vocabulary.taxonomy import PROFESSION_OF_TAXONOMY, license_for_taxonomy

INDIVIDUALS = {
    "lcsw": {"1041C0700X"},
    "lmft": {"106H00000X"},
    "lpc": {"101YM0800X", "101YP2500X"},
    "pmhnp": {"363LP0808X"},
    "coach": {"171400000X"},
    "psychiatrist": {
        "2084B0040X",
        "2084F0202X",
        "2084P0015X",
        "2084P0800X",
        "2084P0802X",
        "2084P0804X",
        "2084P0805X",
    },
    "psychologist": {
        "103G00000X",
        "103GC0700X",
        "103T00000X",
        "103TA0400X",
        "103TA0700X",
        "103TB0200X",
        "103TC0700X",
        "103TC1900X",
        "103TC2200X",
        "103TE1000X",
        "103TE1100X",
        "103TF0000X",
        "103TF0200X",
        "103TH0004X",
        "103TH0100X",
        "103TM1700X",
        "103TM1800X",
        "103TP0016X",
        "103TP0814X",
        "103TP2700X",
        "103TP2701X",
        "103TR0400X",
        "103TS0200X",
        "103TW0100X",
    },
}


def may(license):
    term = LICENSES[license]
    return {
        "diagnose": term.may_diagnose,
        "prescribe": term.may_prescribe,
        "test": term.may_test,
    }


def test_a_coach_may_nothing_that_takes_a_licence():
    assert may("coach") == {"diagnose": "no", "prescribe": False, "test": False}
    assert not LICENSES["coach"].licensed
    assert not LICENSES["coach"].independent


def test_an_associate_is_licensed_and_supervised():
    assert may("associate") == {"diagnose": "no", "prescribe": False, "test": False}
    assert LICENSES["associate"].licensed
    assert not LICENSES["associate"].independent


def test_only_a_psychologist_tests():
    assert [code for code, term in LICENSES.items() if term.may_test] == ["psychologist"]


def test_only_psychiatrists_and_psychiatric_nurses_prescribe():
    assert [code for code, term in LICENSES.items() if term.may_prescribe] == [
        "psychiatrist",
        "pmhnp",
    ]


def test_the_state_decides_whether_a_masters_licence_diagnoses():
    by_state = [code for code, term in LICENSES.items() if term.may_diagnose == "state"]
    assert by_state == ["lcsw", "lpc", "lmft"]


def test_a_modality_is_offered_by_those_who_may():
    assert MODALITIES["CBT"].may_be_offered_by("associate")
    assert not MODALITIES["CBT"].may_be_offered_by("coach")
    assert MODALITIES["MEDS"].may_be_offered_by("pmhnp")
    assert not MODALITIES["MEDS"].may_be_offered_by("psychologist")
    assert MODALITIES["TEST"].may_be_offered_by("psychologist")
    assert not MODALITIES["TEST"].may_be_offered_by("psychiatrist")
    assert MODALITIES["COACH"].may_be_offered_by("coach")


@pytest.mark.parametrize(
    ("state", "title", "licenses"),
    [
        ("CO", "LPCC", {"associate"}),
        ("CA", "LPCC", {"lpc"}),
        ("MA", "LCSW", {"associate"}),
        ("MA", "LICSW", {"lcsw"}),
        ("KS", "LCP", {"associate"}),
        ("IL", "LCP", {"psychologist"}),
        ("KS", "LPC", {"associate"}),
        ("MD", "LCSW", {"associate"}),
        ("MD", "LCSW-C", {"lcsw"}),
        ("RI", "LCSW", {"associate"}),
        ("WV", "LCSW", {"associate"}),
        ("NM", "LMHC", {"associate"}),
        ("FL", "LMHC", {"lpc"}),
        ("NE", "LIMHP", {"lpc", "lmft"}),
        ("CA", "LCSW", {"lcsw"}),
        ("WY", "MD", {"psychiatrist"}),
        ("PR", "PMHNP", {"pmhnp"}),
    ],
)
def test_a_title_stands_for_what_its_state_grants(state, title, licenses):
    assert licenses_for_title(state, title) == licenses


def test_a_title_is_known_however_it_is_written():
    for written in ("LCSW", "lcsw", "L.C.S.W.", "l c s w", "Licensed Clinical Social Worker"):
        assert licenses_for_title("CA", written) == {"lcsw"}, written


@pytest.mark.parametrize("title", ["", " ", "Guru", "PhD", "LCSW, MBA", "LCSW LMFT"])
def test_an_unknown_title_stands_for_nothing(title):
    assert licenses_for_title("CA", title) == set()


def test_a_title_of_another_state_stands_for_nothing():
    assert licenses_for_title("CA", "LICSW") == set()
    assert licenses_for_title("Atlantis", "LCSW") == set()


def test_no_title_makes_a_coach_and_every_state_has_its_own():
    assert titles_in("CA", "coach") == ()
    assert titles_in("MA", "lcsw") == ("LICSW",)


@pytest.mark.parametrize("license", INDIVIDUALS)
def test_a_taxonomy_code_of_individuals_stands_for_its_licence(license):
    found = {code for code in PROFESSION_OF_TAXONOMY if license_for_taxonomy(code) == license}
    assert found == INDIVIDUALS[license]


@pytest.mark.parametrize(
    "code",
    [
        "101Y00000X",  # a counsellor who need not be licensed
        "104100000X",  # a social worker who need not be clinical
        "1041S0200X",  # at a school
        "102L00000X",  # a psychoanalyst
        "163WP0808X",  # a nurse without prescribing
        "364SP0808X",  # a clinical nurse specialist
        "390200000X",  # a student
        "261QM0801X",  # a clinic
        "208000000X",  # a paediatrician
        "",
        "1041c0700x",
    ],
)
def test_other_taxonomy_codes_stand_for_none(code):
    assert license_for_taxonomy(code) is None
