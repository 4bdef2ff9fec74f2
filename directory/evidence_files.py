"""From a file that somebody uploads to evidence: its bytes decide what it is, never its name."""

import re
import unicodedata
from io import BytesIO

from PIL import Image

from directory.errors import Invalid, Problem
from directory.providers.evidence import MOST_BYTES, EvidenceKind

FIELD = "evidence"
TOO_LARGE = "The file must be smaller than 5 MB"
_UNREADABLE = "This file cannot be used. Send a PDF, PNG or JPEG file"
_MOST_PIXELS = 60_000_000
_IMAGES: dict[str, EvidenceKind] = {"PNG": "png", "JPEG": "jpeg"}
_ENDINGS: dict[EvidenceKind, str] = {"pdf": ".pdf", "png": ".png", "jpeg": ".jpg"}
_LONGEST_NAME = 80


def read_evidence(data: bytes) -> EvidenceKind:
    """Return what a file is; raise Invalid where it is none that is taken, or too large."""
    if not data:
        raise _problem("This file is empty")
    if len(data) > MOST_BYTES:
        raise _problem(TOO_LARGE)
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        return "pdf"
    return _image_kind(data)


def file_name(name: str, kind: EvidenceKind) -> str:
    """Return a name under which a file is downloaded: plain letters, and the right ending."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9]+", "-", re.sub(r"\.\w{1,5}$", "", plain)).strip("-")
    return (stem[:_LONGEST_NAME] or "evidence") + _ENDINGS[kind]


def _image_kind(data: bytes) -> EvidenceKind:
    try:
        with Image.open(BytesIO(data), formats=tuple(_IMAGES)) as picture:
            width, height = picture.size
            kind = _IMAGES[str(picture.format)]
            picture.verify()
    except Exception as error:  # a damaged file makes a decoder raise anything
        raise _problem(_UNREADABLE) from error
    if width * height > _MOST_PIXELS:
        raise _problem("The picture has too many pixels: 60 megapixels are the most")
    return kind


def _problem(message: str) -> Invalid:
    return Invalid((Problem(FIELD, message),))
