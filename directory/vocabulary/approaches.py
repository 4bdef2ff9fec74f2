"""How a kind of therapy goes about its work: plan or open talk, past or present, short or long.

Source: own knowledge, by family of modalities; the seed articles for CBT, psychodynamic and
humanistic therapy. Awaits a clinician.
"""

from functools import cache
from types import MappingProxyType

from directory.vocabulary.modalities import MODALITIES

# The values that each side of an approach may have.
APPROACHES = MappingProxyType(
    {
        "structure": ("structured", "open"),
        "time_focus": ("past", "present"),
        "length": ("brief", "medium", "long", "open"),
    }
)
_OF_FAMILY = MappingProxyType(
    {
        "cognitive-behavioural": {
            "structure": {"structured"},
            "time_focus": {"present"},
            "length": {"brief", "medium"},
        },
        "psychodynamic": {
            "structure": {"open"},
            "time_focus": {"past"},
            "length": {"long", "open"},
        },
        "humanistic": {
            "structure": {"open"},
            "time_focus": {"present"},
            "length": {"medium", "open"},
        },
        "systemic": {"time_focus": {"present"}, "length": {"brief", "medium"}},
        "somatic": {"time_focus": {"past"}, "length": {"medium", "long"}},
        "expressive": {"structure": {"open"}, "length": {"medium", "open"}},
    }
)
_OF_MODALITY = MappingProxyType(
    {
        "STPP": {"structure": {"structured"}, "time_focus": {"past"}, "length": {"medium"}},
        "SCHEMA": {"structure": {"structured"}, "time_focus": {"past"}, "length": {"long"}},
        "EMDR": {
            "structure": {"structured"},
            "time_focus": {"past"},
            "length": {"brief", "medium"},
        },
        "IPT": {"structure": {"structured"}, "time_focus": {"present"}, "length": {"medium"}},
        "PROC": {"structure": {"open"}, "length": {"open"}},
        "SUPP": {"structure": {"open"}, "time_focus": {"present"}, "length": {"brief", "open"}},
        "COACH": {
            "structure": {"structured"},
            "time_focus": {"present"},
            "length": {"brief", "medium"},
        },
    }
)


# Ways that are not what their family is: schema therapy and body work look deeper, SFBT stays with
# what works already, and MI with one decision.
_EXPLORING = MappingProxyType(
    {"SCHEMA": "deeper", "SE": "deeper", "SP": "deeper", "SFBT": "skills", "MI": "skills"}
)
_DEEPER_FAMILIES = frozenset({"psychodynamic", "humanistic"})
_SKILLS_KINDS = frozenset({"skills_support", "education_group"})


def is_couple_work(modality: str) -> bool:
    """Tell whether a modality is for couples and not for one person alone."""
    formats = MODALITIES[modality].formats
    return "couples" in formats and "individual" not in formats


@cache
def approaches(modality: str, factor: str) -> frozenset[str]:
    """Return the values of `structure`, `time_focus` or `length` that a modality is known for."""
    own = _OF_MODALITY.get(modality)
    known = own if own is not None else _OF_FAMILY.get(MODALITIES[modality].family, {})
    return frozenset(known.get(factor, ()))


@cache
def exploring(modality: str) -> str | None:
    """Return whether a modality begins with `skills` or looks `deeper`; None for neither."""
    term = MODALITIES[modality]
    if modality in _EXPLORING:
        return _EXPLORING[modality]
    if term.family in _DEEPER_FAMILIES:
        return "deeper"
    is_planned = "structured" in approaches(modality, "structure")
    return "skills" if is_planned or term.kind in _SKILLS_KINDS else None
