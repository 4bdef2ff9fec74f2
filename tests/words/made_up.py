"""Made-up languages: every text of the catalog in letters that no English text has."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from flask import Flask
from flask_babel import get_babel

from translations.sources import messages

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ACCENTED = "áƀćďéƒğĥíĵķĺɱńóṕɋŕśťúṽŵẋýž"
ARABIC = "ابجدهوزحطيكلمنسعفصقرشتثخذض"
# Blanks, mark-up and entities stay as they are.
_KEPT = re.compile(r"(\{\w*\}|%\(\w+\)s|%%|</?[a-z][^>]*>|&\w+;)")
# A language that is real, but that nobody reads here: its days and numbers have no Latin letters.
BY_DIRECTION = {"ltr": ("el", ACCENTED + ACCENTED.upper()), "rtl": ("ar", ARABIC * 2)}


def made_up(text: str, letters: str) -> str:
    """Return a text in made-up letters between brackets."""
    table = str.maketrans(LETTERS + LETTERS.upper(), letters)
    parts = _KEPT.split(text)
    told = (part if place % 2 else part.translate(table) for place, part in enumerate(parts))
    return f"⟦{''.join(told)}⟧"


def speak(app: Flask, folder: Path, direction: str = "ltr") -> str:
    """Teach an application a made-up language; return its code, to be set as a cookie."""
    code, letters = BY_DIRECTION[direction]
    catalog = Catalog(code)
    for message in messages():
        if not message.id:
            continue
        forms = [message.id] if isinstance(message.id, str) else list(message.id)
        told = [made_up(form, letters) for form in forms]
        if len(told) > 1:
            told = [told[0], *[told[-1]] * (catalog.num_plurals - 1)]
        catalog.add(message.id, told[0] if isinstance(message.id, str) else tuple(told))
    path = folder / code / "LC_MESSAGES" / "messages.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalog)
    app.config["LANGUAGES"] = {"en": "English", code: "⟦⟧"}
    get_babel(app).translation_directories = [str(folder)]
    return code
