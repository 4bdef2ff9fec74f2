"""Photos: what is taken from a file, what is left behind, and who sees it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random
from zlib import compress, crc32

import pytest
from flask.testing import FlaskClient
from PIL import Image, PngImagePlugin
from sqlalchemy import event

from directory.errors import Invalid
from directory.photos import MOST_BYTES, read_photo
from directory.providers.history import Author
from directory.storage import Changes, Photos, Providers
from directory.web.access import EXTENSION
from directory.workflows import Directory
from directory.workflows.keeping.change_photo import change_photo, remove_photo
from tests.factories import make_provider, make_unclaimed, remove, store
from tests.web.conftest import filled_app
from tests.web.test_weight import MOST, parts_of, weight

ANA = Author("provider", "account-1")
METADATA = re.compile(rb"Exif|GPS|ICC_PROFILE|http://ns.adobe|Photoshop|Secret|\xff\xfe|<script")
ORIENTATION, GPS = 0x0112, 0x8825


def encoded(picture: Image.Image, format: str = "JPEG", **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, format, **options)
    return out.getvalue()


def plain(width: int = 400, height: int = 300, colour: str = "teal") -> Image.Image:
    return Image.new("RGB", (width, height), colour)


def noise(side: int) -> Image.Image:
    return Image.frombytes("RGB", (side, side), Random(1).randbytes(3 * side * side))


def from_a_phone() -> bytes:
    """Return a picture whose upper half lies on its left, with all that a phone notes about it."""
    picture = Image.new("RGB", (400, 400), "blue")
    picture.paste("red", (0, 0, 200, 400))
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # to be turned by 90 degrees to the right
    exif[0x010F] = "Secret Phone"
    exif.get_ifd(GPS).update({1: "N", 2: (37.0, 45.0, 12.0), 3: "W", 4: (122.0, 25.0, 1.0)})
    return encoded(picture, exif=exif, comment=b"Secret words", icc_profile=b"Secret colours" * 20)


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes whose head promises a great many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + crc32(kind + data).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes((8, 2, 0, 0, 0))
    pixels = compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    )


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def why_not(data: bytes) -> str:
    with pytest.raises(Invalid) as caught:
        read_photo(data)
    (problem,) = caught.value.problems
    assert problem.field == "photo"
    return problem.message


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_of_a_usual_format_becomes_two_jpeg_squares(format: str) -> None:
    photo = read_photo(encoded(plain(), format))
    assert [opened(data).format for data in (photo.large, photo.small)] == ["JPEG", "JPEG"]
    assert opened(photo.large).size == (320, 320)
    assert opened(photo.small).size == (112, 112)


def test_where_and_when_it_was_taken_is_gone_and_everything_else_that_was_not_seen() -> None:
    taken = from_a_phone()
    assert len(set(METADATA.findall(taken))) >= 3
    photo = read_photo(taken)
    for data in (photo.large, photo.small):
        assert not METADATA.search(data)
        assert not opened(data).getexif()
        assert set(opened(data).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_texts_in_a_png_are_gone() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "Secret", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", "Secret GPS")
    assert not METADATA.search(read_photo(encoded(plain(), "PNG", pnginfo=texts)).large)


def test_a_picture_is_turned_upright_before_what_says_so_is_gone() -> None:
    square = opened(read_photo(from_a_phone()).large)
    above, below = square.getpixel((160, 20)), square.getpixel((160, 300))
    assert above[0] > 200 > above[2]
    assert below[2] > 200 > below[0]


def test_what_is_transparent_becomes_white() -> None:
    clear = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    assert min(opened(read_photo(encoded(clear, "PNG")).large).getpixel((9, 9))) > 250


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "CMYK", "RGBA", "I;16"])
def test_every_kind_of_colour_is_read(mode: str) -> None:
    picture = Image.new(mode, (300, 300))
    format = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(read_photo(encoded(picture, format)).large).mode == "RGB"


def test_the_small_one_is_light_even_of_a_picture_that_is_all_noise() -> None:
    assert len(read_photo(encoded(noise(600))).small) <= 6_000


def test_a_profile_with_a_photo_is_light_at_first_view(
    here: tuple[Directory, FlaskClient],
) -> None:
    directory, client = here
    grain = noise(300).resize((1200, 1200))
    change_photo(directory, "lcsw-1", encoded(Image.blend(grain, plain(1200, 1200), 0.8)), ANA)
    html = client.get("/providers/lcsw-1").text
    photo = client.get(f"/photos/{name_of(directory, 'lcsw-1')}.jpg").data
    assert sum(map(weight, (html.encode(), *parts_of(html)))) + len(photo) <= MOST


def test_what_is_behind_the_pixels_is_left_behind() -> None:
    both = encoded(plain()) + b"<script>alert(1)</script>PK\x03\x04Secret"
    photo = read_photo(both)
    assert not METADATA.search(photo.large + photo.small)
    assert b"PK\x03\x04" not in photo.large + photo.small


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"GIF89a/*" + bytes(50) + b"*/=1;alert(1)",
        b"%PDF-1.4\n",
        b"<!doctype html><title>Photo</title>",
        b"\xff\xd8\xff\xe0" + b"no jpeg at all" * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(200),
        b"\x00",
    ],
)
def test_what_is_no_jpeg_png_or_webp_is_refused_whatever_it_is_called(data: bytes) -> None:
    assert why_not(data) == ("This file cannot be read as a photo. Use a JPEG, PNG or WebP file")


@pytest.mark.parametrize("format", ["GIF", "BMP", "TIFF", "ICO", "PPM"])
def test_other_formats_are_not_even_tried(format: str) -> None:
    assert "JPEG, PNG or WebP" in why_not(encoded(plain(256, 256), format))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_was_cut_short_is_refused(format: str) -> None:
    whole = encoded(noise(300), format)
    assert "cannot be read" in why_not(whole[: len(whole) // 2])


@pytest.mark.parametrize("size", [(6_400, 6_400), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_a_few_bytes_that_would_become_too_many_pixels_are_refused(size: tuple[int, int]) -> None:
    assert why_not(png_that_claims(*size))


def test_forty_megapixels_are_the_most() -> None:
    assert "40 megapixels" in why_not(png_that_claims(8_000, 5_001))


def test_a_file_that_is_too_large_or_empty_is_refused_with_what_to_do() -> None:
    assert why_not(bytes(MOST_BYTES + 1)) == "The photo must be smaller than 5 MB"
    assert why_not(b"") == "Choose a photo"


def test_a_picture_that_would_be_blurred_is_refused() -> None:
    assert "at least 200 pixels" in why_not(encoded(plain(199, 900)))


def test_damage_anywhere_never_becomes_anything_but_a_photo_or_a_kind_word() -> None:
    chance = Random(6)
    whole = {format: encoded(noise(210), format) for format in ("JPEG", "PNG", "WEBP")}
    for format in (*whole,) * 20:
        data = bytearray(whole[format])
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(Invalid):
            assert opened(read_photo(bytes(data)).large).size == (320, 320)


def test_the_same_picture_has_the_same_name_and_another_one_another() -> None:
    one, other = encoded(plain()), encoded(plain(colour="red"))
    assert read_photo(one).name == read_photo(one).name != read_photo(other).name


@pytest.fixture
def here(tmp_path: Path) -> Iterator[tuple[Directory, FlaskClient]]:
    app = filled_app(tmp_path)
    directory = app.extensions[EXTENSION]
    yield directory, app.test_client()
    directory.close()


def name_of(directory: Directory, id: str) -> str | None:
    with directory.database.reading() as session:
        return Photos(session).name_of(id)


def test_a_photo_is_shown_on_the_card_and_on_the_page(
    here: tuple[Directory, FlaskClient],
) -> None:
    directory, client = here
    change_photo(directory, "lcsw-1", encoded(plain()), ANA)
    address = f"/photos/{name_of(directory, 'lcsw-1')}"
    profile = client.get("/providers/lcsw-1").get_data(as_text=True)
    assert f'src="{address}.jpg" alt="Ben Brooks" width="320" height="320"' in profile
    found = client.get("/search?q=Ben+Brooks").get_data(as_text=True)
    card = f'src="{address}/small.jpg" alt="Ben Brooks" width="112" height="112" loading="lazy"'
    assert card in found
    assert ">BB</span>" not in found


def test_whoever_has_no_photo_has_initials(here: tuple[Directory, FlaskClient]) -> None:
    directory, client = here
    change_photo(directory, "lcsw-1", encoded(plain()), ANA)
    remove_photo(directory, "lcsw-1", ANA)
    page = client.get("/providers/lcsw-1").get_data(as_text=True)
    assert ">BB</span>" in page
    assert "/photos/" not in page


def test_a_photo_is_sent_as_what_it_is_and_kept_in_no_cache(
    here: tuple[Directory, FlaskClient],
) -> None:
    directory, client = here
    change_photo(directory, "lcsw-1", encoded(plain()), ANA)
    name = name_of(directory, "lcsw-1")
    for address in (f"/photos/{name}.jpg", f"/photos/{name}/small.jpg"):
        answer = client.get(address)
        assert opened(answer.data).format == "JPEG"
        assert answer.content_type == "image/jpeg"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in answer.headers


def test_a_photo_waits_out_of_sight_with_a_listing_that_is_not_public(
    here: tuple[Directory, FlaskClient],
) -> None:
    directory, client = here
    for hidden in (
        make_provider(id="later", published=False),
        make_unclaimed(id="stub"),
    ):
        store(directory, hidden)
        change_photo(directory, hidden.id, encoded(plain(colour="red")), ANA)
        name = name_of(directory, hidden.id)
        assert client.get(f"/photos/{name}.jpg").status_code == 404
        assert "/photos/" not in client.get(f"/providers/{hidden.id}").get_data(as_text=True)


def test_an_old_address_shows_nothing(here: tuple[Directory, FlaskClient]) -> None:
    directory, client = here
    change_photo(directory, "lcsw-1", encoded(plain()), ANA)
    old = name_of(directory, "lcsw-1")
    change_photo(directory, "lcsw-1", encoded(plain(colour="red")), ANA)
    assert client.get(f"/photos/{old}.jpg").status_code == 404
    assert client.get("/photos/nobody.jpg").status_code == 404


def test_a_page_of_cards_asks_for_all_photos_at_once(
    here: tuple[Directory, FlaskClient],
) -> None:
    directory, client = here
    for number in range(6):
        change_photo(directory, f"lcsw-{number}", encoded(plain(colour="navy")), ANA)
    asked: list[str] = []

    def listen(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(directory.database.engine, "before_cursor_execute", listen)
    page = client.get("/search").get_data(as_text=True)
    assert page.count("/small.jpg") == 6
    assert len([statement for statement in asked if "photo" in statement]) == 1


def test_the_history_tells_that_the_photo_changed_and_by_whom(
    here: tuple[Directory, FlaskClient],
) -> None:
    directory, _ = here
    change_photo(directory, "lcsw-1", encoded(plain()), ANA)
    change_photo(directory, "lcsw-1", encoded(plain()), ANA)  # the same again is no change
    change_photo(directory, "lcsw-1", encoded(plain(colour="red")), ANA)
    remove_photo(directory, "lcsw-1", ANA)
    remove_photo(directory, "lcsw-1", ANA)
    with directory.database.reading() as session:
        changes = Changes(session).of_listing("lcsw-1")
    assert [(one.before, one.after) for one in changes] == [
        ({"photo": "a photo"}, {"photo": None}),
        ({"photo": "a photo"}, {"photo": "another photo"}),
        ({"photo": None}, {"photo": "a photo"}),
    ]
    assert {one.author for one in changes} == {ANA}


def test_a_photo_stays_when_the_listing_changes_and_goes_with_it(
    here: tuple[Directory, FlaskClient],
) -> None:
    directory, _ = here
    change_photo(directory, "lcsw-1", encoded(plain()), ANA)
    with directory.database.writing() as session:
        listing = Providers(session).get("lcsw-1")
        assert listing
        Providers(session).save(listing.model_copy(update={"bio": "New words."}))
    assert name_of(directory, "lcsw-1")
    remove(directory, "lcsw-1")
    assert name_of(directory, "lcsw-1") is None
