"""Trainings that a listing names and nobody has checked, and what becomes of them."""

from collections.abc import Collection, Mapping
from datetime import date

from directory.providers.parts import ModalityTraining
from directory.providers.provider import Provider


def unchecked_trainings(provider: Provider) -> Mapping[str, ModalityTraining]:
    """Return the trainings of a listing that a proof could be shown for, by what names them.

    A name holds for the training as it was chosen: it is another one once that has changed.
    """
    return {
        f"{held.code}:{held.training}": held
        for held in provider.modalities
        if held.training != "self_declared" and held.verified_at is None
    }


def with_checked_trainings(provider: Provider, names: Collection[str], day: date) -> Provider:
    """Return a listing with some of its trainings marked as checked on a day."""
    found = unchecked_trainings(provider)
    checked = [held for name, held in found.items() if name in names]
    modalities = tuple(
        held.model_copy(update={"verified_at": day}) if held in checked else held
        for held in provider.modalities
    )
    return provider.model_copy(update={"modalities": modalities})
