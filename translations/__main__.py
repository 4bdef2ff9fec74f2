"""Bring the catalogs up to date with the texts, and compile them: `python -m translations`."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from translations.sources import messages

_HERE = Path(__file__).parent
# A catalog changes when its words do, and not because somebody looked again.
_SAME_DAY = datetime(2026, 11, 22, tzinfo=UTC)
_HEADER = (
    "# The words of the patient's pages. Written by `python -m translations`, translated by hand."
)


def catalog_path(language: str) -> Path:
    """Return where the catalog of a language lies; its compiled form lies beside it."""
    return _HERE / language / "LC_MESSAGES" / "messages.po"


def update(language: str, texts: Catalog) -> tuple[int, int]:
    """Bring one catalog up to date; return how many texts it has, and how many wait for words."""
    path = catalog_path(language)
    catalog = Catalog(language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
    # A guess that nobody has read has no place on a patient's page.
    catalog.update(texts, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment, catalog.fuzzy = _HEADER, False
    catalog.creation_date = catalog.revision_date = _SAME_DAY
    with path.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)
    waiting = [text for text in catalog if text.id and not all(_forms(text.string))]
    return len(catalog), len(waiting)


def _forms(translated: str | tuple[str, ...]) -> tuple[str, ...]:
    return translated if isinstance(translated, tuple) else (translated,)


def main() -> None:
    """Update every catalog that has a folder here."""
    texts = messages()
    for folder in sorted(_HERE.glob("*/LC_MESSAGES")):
        language = folder.parent.name
        count, waiting = update(language, texts)
        print(f"{language}: {count} texts, {waiting} not translated yet")


if __name__ == "__main__":
    main()
