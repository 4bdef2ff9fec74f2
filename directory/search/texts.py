"""The words under which a listing is found."""

from directory.providers import Provider
from directory.vocabulary import CONCERNS, LICENSES, MODALITIES, SERVICES


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
        "groups": ". ".join(group.name for group in provider.groups),
        "place": ". ".join((*places, provider.practice.name if provider.practice else "")),
        "bio": provider.bio,
    }
