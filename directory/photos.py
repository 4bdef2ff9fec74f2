"""From a file that somebody uploads to a photo: read with care, cut square, stripped bare."""

from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps

from directory.errors import Invalid, Problem
from directory.providers.photo import SIDES, Photo, Size

FIELD = "photo"
MOST_BYTES = 5_000_000
MOST_PIXELS = 40_000_000
TOO_LARGE = "The photo must be smaller than 5 MB"
LEAST_SIDE = 200  # pixels: less would be blurred
_FORMATS = ("JPEG", "PNG", "WEBP")
# Bytes: a profile shows one large photo, a page of cards twenty small ones.
_MOST: dict[Size, int] = {"large": 24_000, "small": 6_000}
_QUALITIES = (86, 80, 72, 64, 54, 44, 32)
# Where a picture is higher than wide, the face is rather in its upper half.
_CENTRE = (0.5, 0.35)
# A picture of 40 megapixels takes 160 MB while it is read, so one is read after another.
_reading = Lock()


def read_photo(data: bytes) -> Photo:
    """Return the photo that a JPEG, PNG or WebP file holds; raise Invalid where it holds none.

    Everything but the pixels is left behind: the place and time, the name of the camera, texts, and
    whatever else the file carried.
    """
    if not data:
        raise _problem("Choose a photo")
    if len(data) > MOST_BYTES:
        raise _problem(TOO_LARGE)
    with _reading:
        square = _square(data)
    small = square.resize((SIDES["small"],) * 2, Image.Resampling.LANCZOS)
    return Photo(large=_light(square, "large"), small=_light(small, "small"))


def _square(data: bytes) -> Image.Image:
    try:
        # The name of a file says nothing: its bytes decide, and these formats alone are tried.
        with Image.open(BytesIO(data), formats=_FORMATS) as picture:
            _check_size(*picture.size)
            return _cut(picture)
    except Invalid:
        raise
    except Exception as error:  # a damaged file makes a decoder raise anything
        message = "This file cannot be read as a photo. Use a JPEG, PNG or WebP file"
        raise _problem(message) from error


def _check_size(width: int, height: int) -> None:
    """Judge by what the file says of itself, before any pixel is read."""
    if width * height > MOST_PIXELS:
        raise _problem("The photo has too many pixels: 40 megapixels are the most")
    if min(width, height) < LEAST_SIDE:
        raise _problem(f"The photo is too small: use one of at least {LEAST_SIDE} pixels each way")


def _cut(picture: Image.Image) -> Image.Image:
    """Return the upright square of a picture, made of nothing but its pixels."""
    side = SIDES["large"]
    picture.draft("RGB", (2 * side, 2 * side))  # a JPEG is then read at a fraction of its size
    ImageOps.exif_transpose(picture, in_place=True)
    small = _reduced(picture.convert("RGBA" if picture.has_transparency_data else "RGB"))
    square = ImageOps.fit(_opaque(small), (side, side), Image.Resampling.LANCZOS, 0, _CENTRE)
    return Image.frombytes("RGB", square.size, square.tobytes())


def _reduced(picture: Image.Image) -> Image.Image:
    """Return a large picture at a fraction of its size, which is soon done."""
    factor = min(picture.size) // (2 * SIDES["large"])
    return picture.reduce(factor) if factor > 1 else picture


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def _encoded(picture: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _light(picture: Image.Image, size: Size) -> bytes:
    """Return the best encoding that is light enough for the pages that show it."""
    *better, worst = _QUALITIES
    tries = (_encoded(picture, quality) for quality in better)
    light = (data for data in tries if len(data) <= _MOST[size])
    return next(light, None) or _encoded(picture, worst)


def _problem(message: str) -> Invalid:
    return Invalid((Problem(FIELD, message),))
