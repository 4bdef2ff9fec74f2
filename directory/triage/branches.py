"""Branches: which further screens a person is asked, at most two a session, safety first.

Sources: `asks_about` of the concerns; the cut-offs of PHQ-2 and GAD-2; [own] the order and the
concerns that speak of trauma or of eating. Awaits a clinician.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from directory.vocabulary import CONCERNS
from directory.vocabulary.instruments import INSTRUMENTS

AT_MOST = 2

# What is asked together, under the name of its first instrument.
BRANCHES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "HARK": ("HARK",),
        "AUDITC": ("AUDITC", "DRUG"),
        "SCOFF": ("SCOFF",),
        "PCPTSD5": ("PCPTSD5",),
        "PHQ8": ("PHQ8",),
        "GAD7": ("GAD7",),
    }
)
# The items of a longer screen that PHQ-4 has asked word for word: own place -> place in PHQ-4.
ASKED_BY_PHQ4: Mapping[str, Mapping[int, int]] = MappingProxyType(
    {"PHQ8": MappingProxyType({0: 2, 1: 3}), "GAD7": MappingProxyType({0: 0, 1: 1})}
)
_ASKED_BY_WORD: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "HARK": frozenset({"ipv_check", "ipv_block_couple"}),
        "AUDITC": frozenset({"withdrawal", "overdose", "opioid", "stimulant_misuse"}),
        "SCOFF": frozenset({"medical_ed"}),
    }
)
_ASKED_BY_CONCERN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "SCOFF": frozenset({"binge_eating", "body_image"}),
        "PCPTSD5": frozenset(
            {
                "ptsd",
                "complex_trauma",
                "sexual_trauma",
                "child_trauma",
                "dissociation",
                "nightmares",
                "moral_injury",
                "ipv_survivor",
            }
        ),
    }
)
_BRANCH_FROM = MappingProxyType(
    {
        "PHQ8": INSTRUMENTS["PHQ2"].cutoffs["branch"],
        "GAD7": INSTRUMENTS["GAD2"].cutoffs["branch"],
    }
)
_FROM_AGE = MappingProxyType(
    {
        branch: max(age for code in codes if (age := INSTRUMENTS[code].minimum_age))
        for branch, codes in BRANCHES.items()
    }
)
# Drink, drugs and eating can put the body in danger, so they come before low mood and worry.
_OF_THE_BODY = ("AUDITC", "SCOFF")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known when the branches are chosen.

    `concerns` has the main one first; `phq2` and `gad2` are totals, 0 where they are not
    known, which leads nowhere; `told` names the branches that were answered in full.
    """

    age: int
    for_self: bool = True
    concerns: tuple[str, ...] = ()
    wants_couples: bool = False
    phq2: int = 0
    gad2: int = 0
    told: frozenset[str] = frozenset()


def branches_for(known: Known) -> tuple[str, ...]:
    """Return the branches to ask, in their order.

    What was told is never thrown away, and the screen about a partner never gives way. So a change
    of answers may leave more than two; no new branch is begun beyond them.
    """
    called = [code for code in dict.fromkeys(_called_for(known)) if known.age >= _FROM_AGE[code]]
    kept = {code for code in called if code == "HARK" or code in known.told}
    for code in called:
        if len(kept) < AT_MOST:
            kept.add(code)
    return tuple(code for code in called if code in kept)


def screens_of(concern: str) -> tuple[str, ...]:
    """Return the branches that a concern calls for."""
    words = frozenset(CONCERNS[concern].asks_about)
    return tuple(
        code
        for code in BRANCHES
        if words & _ASKED_BY_WORD.get(code, frozenset())
        or concern in _ASKED_BY_CONCERN.get(code, ())
    )


def _called_for(known: Known) -> Iterator[str]:
    """Name the branches that something calls for, the most pressing first; some come twice."""
    wanted = [screens_of(concern) for concern in known.concerns]
    if known.for_self and (known.wants_couples or any("HARK" in screens for screens in wanted)):
        yield "HARK"
    of_concerns = [code for screens in wanted for code in screens if code != "HARK"]
    yield from (code for code in wanted[0] if code != "HARK") if wanted else ()
    yield from (code for code in _OF_THE_BODY if code in of_concerns)
    yield from _called_for_by_scores(known)
    yield from of_concerns
    yield from (code for code in BRANCHES if code in known.told)


def _called_for_by_scores(known: Known) -> list[str]:
    """Return the longer screens of low mood and worry, that of the higher score first."""
    totals = {"PHQ8": known.phq2, "GAD7": known.gad2}
    reached = [code for code, cutoff in _BRANCH_FROM.items() if totals[code] >= cutoff]
    return sorted(reached, key=lambda code: -totals[code])
