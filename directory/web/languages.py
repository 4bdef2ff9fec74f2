"""The reader's language: chosen with a button, else the first that their browser asks for."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.support import NullTranslations
from flask import Blueprint, Flask, Response, current_app, redirect, request
from flask.globals import request_ctx
from flask_babel import Babel, force_locale, get_locale, get_translations
from werkzeug.wrappers import Response as Reply

from directory.sentences import Dollars, Sentence

# As each names itself: whoever looks for their language can read no other.
LANGUAGES = {"en": "English", "es": "Español"}
# Numbers and money as people in the United States write them.
_AS_WRITTEN_HERE = {"en": "en_US", "es": "es_US"}
COOKIE = "language"
# Pages for those who keep or check listings are English (docs/adr/0042).
_ENGLISH_ALONE = ("/account", "/admin", "/claim", "/claims", "/keep", "/my")
_LASTS = 31_536_000  # seconds: a year
# "español e inglés", "siete u ocho"; but "y hielo", which begins with another sound.
_AND_BEFORE_I = re.compile(r"\by(?= h?[ií](?![aeo]))", re.IGNORECASE)
_OR_BEFORE_O = re.compile(r"\bo(?= h?[oó])", re.IGNORECASE)

choice = Blueprint("language", __name__)


def init_app(app: Flask, translations: Path) -> None:
    """Give the application its languages and the catalogs that translate into them."""
    app.config.setdefault("LANGUAGES", LANGUAGES)
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", str(translations))
    Babel(app, locale_selector=_chosen)
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.context_processor(_names_for_templates)
    app.register_blueprint(choice)


def _chosen() -> str:
    """Return the locale of the cookie's language, else of the best that the browser asks for."""
    if _is_english_alone():
        return _AS_WRITTEN_HERE["en"]
    offered = current_app.config["LANGUAGES"]
    language = request.cookies.get(COOKIE, "")
    if language not in offered:
        asked = [*request.accept_languages.values()]
        language = negotiate_locale(asked, list(offered), sep="-") or "en"
    return _AS_WRITTEN_HERE.get(language, language)


def _is_english_alone() -> bool:
    return request.path.startswith(tuple(f"{room}/" for room in _ENGLISH_ALONE)) or (
        request.path in _ENGLISH_ALONE
    )


def reader_language() -> str:
    """Return the code of the language that this page is written in."""
    locale = get_locale()
    return str(locale.language) if locale else "en"  # no locale: nobody asks, as in a command


def reads_english() -> bool:
    """Tell whether the page is written in the language of the patterns."""
    return reader_language() == "en"


def _names_for_templates() -> dict[str, object]:
    offered = {} if _is_english_alone() else current_app.config["LANGUAGES"]
    here = reader_language()
    return {
        "language": here,
        "text_direction": get_locale().text_direction,
        "other_languages": {code: name for code, name in offered.items() if code != here},
        "this_address": _this_address(),
    }


@choice.post("/language")
def choose_language() -> Reply:
    """Remember the language and lead back to the page that the reader was on."""
    answer: Response | Reply = redirect(local_path(request.form.get("to", "/")), 303)
    code = request.form.get("language", "")
    # A form of another site leaves no cookie that says that somebody was here.
    is_ours = request.headers.get("Sec-Fetch-Site", "same-origin") in {"same-origin", "none"}
    if is_ours and code in current_app.config["LANGUAGES"]:
        answer.set_cookie(
            COOKIE,
            code,
            max_age=_LASTS,
            httponly=True,
            samesite="Lax",
            secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        )
    return answer


def local_path(path: str) -> str:
    """Return a path of this site, or home where it would lead elsewhere."""
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if is_ours and path.isprintable() else "/"


@dataclass(frozen=True, slots=True)
class ReaderTongue:
    """A language with its catalog, looked up once for all the sentences of a page."""

    locale: Locale
    catalog: NullTranslations

    def words(self, one: str, several: str | None, count: int) -> str:
        """Return a pattern from the catalog."""
        if not one:
            return one
        told = self.catalog
        return str(told.ugettext(one) if several is None else told.ungettext(one, several, count))

    def number(self, number: float) -> str:
        """Write a number as this language does."""
        return str(format_decimal(number, locale=self.locale))

    def day(self, day: date) -> str:
        """Write a day in full."""
        return str(format_date(day, "long", locale=self.locale))

    def money(self, dollars: Dollars) -> str:
        """Write US dollars, with cents only where there are any."""
        is_whole = dollars.amount == int(dollars.amount)
        pattern = "#,##0" if is_whole else "#,##0.00"
        # "USD 90" would puzzle a reader in the United States, whatever their language.
        return f"${format_decimal(dollars.amount, pattern, locale=self.locale)}"

    def polished(self, words: str) -> str:
        """Return Spanish words with `e` and `u` for and, or, where the next begins alike."""
        if self.locale.language != "es":
            return words
        return _OR_BEFORE_O.sub("u", _AND_BEFORE_I.sub("e", words))


def reader_tongue() -> ReaderTongue:
    """Return the language of the page that is being made."""
    return ReaderTongue(get_locale() or Locale("en", "US"), get_translations())


def told_in(sentence: Sentence, language: str) -> str:
    """Return a sentence in the language of a code, as for a mail that somebody reads later."""
    with force_locale(_AS_WRITTEN_HERE.get(language, language)):
        return sentence.told(reader_tongue())


def _this_address() -> str:
    """Return the address of this page, to come back to in another language."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    routes = request_ctx.url_adapter
    return request.path if routes and routes.test(method="GET") else "/"
