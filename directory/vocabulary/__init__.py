"""Codes with labels, synonyms and sources: the words that every other room speaks."""

from collections.abc import Mapping
from types import MappingProxyType

from directory.vocabulary.codes import (
    ACCEPTING,
    AGE_GROUPS,
    AUTHORITIES,
    DELIVERY,
    FORMATS,
    GENDERS,
    GOALS,
    KINDS,
    LEVELS_OF_CARE,
    LICENSE_STATUSES,
    SAFETY_FLAGS,
    SERVICE_INTENTS,
    SERVICES,
    THEMES,
    TRAINING,
)
from directory.vocabulary.concerns import CONCERNS, Concern
from directory.vocabulary.licenses import LICENSES, LicenseTerm
from directory.vocabulary.modalities import MODALITIES, Modality
from directory.vocabulary.payers import PAYERS
from directory.vocabulary.people import ACCESSIBILITY, COMMUNITIES, LANGUAGES
from directory.vocabulary.states import STATES
from directory.vocabulary.terms import Term, Vocabulary

VOCABULARIES: Mapping[str, Vocabulary[Term]] = MappingProxyType(
    {
        vocabulary.name: vocabulary
        for vocabulary in (
            LICENSES,
            SERVICES,
            SERVICE_INTENTS,
            FORMATS,
            THEMES,
            KINDS,
            CONCERNS,
            MODALITIES,
            GOALS,
            AGE_GROUPS,
            DELIVERY,
            GENDERS,
            ACCEPTING,
            TRAINING,
            LICENSE_STATUSES,
            AUTHORITIES,
            LEVELS_OF_CARE,
            SAFETY_FLAGS,
            STATES,
            LANGUAGES,
            PAYERS,
            COMMUNITIES,
            ACCESSIBILITY,
        )
    }
)

__all__ = [
    "ACCEPTING",
    "ACCESSIBILITY",
    "AGE_GROUPS",
    "AUTHORITIES",
    "COMMUNITIES",
    "CONCERNS",
    "DELIVERY",
    "FORMATS",
    "GENDERS",
    "GOALS",
    "KINDS",
    "LANGUAGES",
    "LEVELS_OF_CARE",
    "LICENSES",
    "LICENSE_STATUSES",
    "MODALITIES",
    "PAYERS",
    "SAFETY_FLAGS",
    "SERVICES",
    "SERVICE_INTENTS",
    "STATES",
    "THEMES",
    "TRAINING",
    "VOCABULARIES",
    "Concern",
    "LicenseTerm",
    "Modality",
    "Term",
    "Vocabulary",
]
