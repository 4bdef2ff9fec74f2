"""The sections of the editor, in the order of the task list."""

from collections.abc import Mapping
from types import MappingProxyType

from directory.providers.sections import SECTIONS as _ORDER
from directory.web.provider.listing.sections import (
    ages,
    availability,
    concerns,
    costs,
    delivery,
    formats,
    languages,
    licenses,
    modalities,
    places,
    services,
    words,
)
from directory.web.provider.listing.sections.blame import Slip, slips_of
from directory.web.provider.listing.sections.listing_form import ListingForm, SectionForm

_MODULES = (
    ages,
    availability,
    concerns,
    costs,
    delivery,
    formats,
    languages,
    licenses,
    modalities,
    places,
    services,
    words,
)
_FORMS = {module.SECTION.code: module.SECTION for module in _MODULES}
SECTIONS: Mapping[str, SectionForm] = MappingProxyType({code: _FORMS[code] for code in _ORDER})

__all__ = ["SECTIONS", "ListingForm", "SectionForm", "Slip", "slips_of"]
