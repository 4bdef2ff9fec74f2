"""What a found word is worth: BM25F whose parts do not move when other listings change.

A text is compared with a usual length instead of the average of the day, and a word is as rare as
it is in all texts together. So an edit changes the score of the edited listing alone, but for the
count of listings, and what a word is worth in a text can be worked out when the text is indexed.

Source: Robertson & Zaragoza 2009, The Probabilistic Relevance Framework: BM25 and Beyond.
"""

from math import log
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length, length_to_byte

# Text fields with what a word in each is worth beside a word of the bio, and a usual length.
FIELD_WEIGHTS = MappingProxyType({"labels": 2.0, "groups": 1.2, "place": 1.0, "bio": 1.0})
_USUAL_LENGTHS = MappingProxyType({"labels": 40, "groups": 6, "place": 6, "bio": 80})
TEXT_FIELDS = tuple(FIELD_WEIGHTS)
CODE_WEIGHT = 2.5
NAME_WEIGHT = 3.0
NAME_START_WEIGHT = 1.0
MENTION_WEIGHT = 1.0

# Impacts are whole steps, so that every engine adds up the very same numbers.
STEP = 4096
MOST_OFTEN = 255
_K1, _B = 1.2, 0.75


def rarity(listings: int, having: int) -> float:
    """Return what a word is worth by how many of all listings have it."""
    return log(max(listings, 1) / (having + 1)) + 1


def _impacts(field: str) -> NDArray[np.uint16]:
    times = np.arange(MOST_OFTEN + 1)[:, np.newaxis]
    lengths = np.array([byte_to_length(octet) for octet in range(256)])
    usual = 1 - _B + _B * lengths / _USUAL_LENGTHS[field]
    worth = FIELD_WEIGHTS[field] * (_K1 + 1) * times / (times + _K1 * usual)
    return np.rint(STEP * worth).astype(np.uint16)


# By text field, how often a word stands there, and the text's length in Whoosh's one byte.
IMPACTS = np.stack([_impacts(field) for field in TEXT_FIELDS])
LENGTH_BYTES = np.array([length_to_byte(length) for length in range(1 << 17)], np.uint8)


def impact(field: str, times: int, length: int) -> int:
    """Return what a word that stands some times in a text of some words is worth, in steps."""
    octet = length_to_byte(length)
    return int(IMPACTS[TEXT_FIELDS.index(field), min(times, MOST_OFTEN), octet])
