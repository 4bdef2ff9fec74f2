"""The photo of a provider, as it is kept and shown."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Literal

Size = Literal["large", "small"]
# The sides of the two squares, in pixels: a profile shows the one, a card the other.
SIDES: dict[Size, int] = {"large": 320, "small": 112}


@dataclass(frozen=True)
class Photo:
    """Two JPEG squares of one picture, without any metadata."""

    large: bytes = field(repr=False)
    small: bytes = field(repr=False)

    @cached_property
    def name(self) -> str:
        """What the picture is called in an address: another picture has another name."""
        return sha256(self.large + self.small).hexdigest()[:32]
