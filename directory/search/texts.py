"""The words under which a listing is found."""

from collections.abc import Iterator

from directory.providers import Group, Provider
from directory.vocabulary import CONCERNS, LICENSES, MODALITIES, SERVICES, THEMES


def texts_of(provider: Provider) -> dict[str, str]:
    """Return the text of each text field of a listing."""
    labels = [
        LICENSES[provider.license].label,
        *(license.title for license in provider.licenses),
        *(SERVICES[code].label for code in provider.services),
        *(CONCERNS[code].label for code in provider.concerns),
        *(MODALITIES[modality.code].label for modality in provider.modalities),
        *(modality.code for modality in provider.modalities),
    ]
    places = [f"{place.city} {place.state} {place.zip or ''}" for place in provider.locations]
    return {
        "labels": ". ".join(labels),
        "groups": ". ".join(words for group in provider.groups for words in _told_by(group)),
        "place": ". ".join((*places, provider.practice.name if provider.practice else "")),
        "bio": provider.bio,
    }


def _told_by(group: Group) -> Iterator[str]:
    """Yield the name of a group, the words for its theme and the concerns that it is for."""
    yield group.name
    if group.theme == "other":
        return
    theme = THEMES[group.theme]
    yield from (f"{theme.label} group", *theme.synonyms)
    yield from (term.label for term in CONCERNS.values() if term.group_theme == group.theme)
