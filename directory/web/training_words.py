"""What a training is called on the pages of keepers and admins."""

from directory.vocabulary import MODALITIES

_TIERS = {"trained": "trained", "certified": "certified"}


def training_words(name: str) -> str:
    """Return a training in words, from what names it: `CBT:certified`."""
    code, _, training = name.partition(":")
    label = MODALITIES[code].label if code in MODALITIES else code
    return f"{label}: {_TIERS.get(training, training)}"
