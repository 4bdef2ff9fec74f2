"""No page says anything in English to somebody who reads another language."""

from pathlib import Path

import pytest

from directory.providers.proof_ways import masked_address
from directory.vocabulary.crisis import CRISIS_LINES
from directory.web.access import EXTENSION
from tests.web.people import everyone
from tests.words.conftest import WRITTEN_TO, whole_app
from tests.words.html import Page
from tests.words.made_up import ACCENTED, made_up, speak
from tests.words.untranslated import names_of, untranslated
from tests.words.visiting import TYPED, Seen, visit_everything

# A page for developers alone.
EXEMPT = frozenset({"/about/components"})
# What one writes to a crisis line, such as HOME, is the same word in every language.
WORDS_TO_SEND = tuple(line.text.partition(" ")[0] for line in CRISIS_LINES if line.text)


def test_every_text_of_every_page_is_translated(tmp_path: Path) -> None:
    app = whole_app(tmp_path / "instance")
    language = speak(app, tmp_path / "translations")
    people = (*everyone(), WRITTEN_TO)
    names = [name for one in people for name in names_of(one)]
    names += [masked_address(one.email) for one in people if one.email]
    names += TYPED + WORDS_TO_SEND
    found: dict[str, Seen] = {}
    for seen in visit_everything(app, language):
        if seen.rule not in EXEMPT:
            for words in untranslated(seen.page, language, names):
                found.setdefault(words, seen)
    app.extensions[EXTENSION].close()
    told = sorted(f"{seen.rule}: {words}   [{seen.way}]" for words, seen in found.items())
    assert not told, "\n".join(told)


def test_blanks_and_mark_up_stay_in_a_made_up_language() -> None:
    text = "<b>Hello</b> {name}, %(n)s days"
    letters = ACCENTED + ACCENTED.upper()
    assert made_up(text, letters) == "⟦<b>Ĥéĺĺó</b> {name}, %(n)s ďáýś⟧"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>⟦ŵóŕďś⟧ 12", []),
        ("<p>Words", ["<p> Words"]),
        ('<p class="given">Ana', []),
        ("<p>⟦Ana íś ķéṕť⟧ Anagram", ["<p> ⟦Ana íś ķéṕť⟧ Anagram"]),
        ("<p>⟦Ana íś ķéṕť⟧", []),
        ('<main lang="en">Rows', []),
        ('<img alt="A dog">', ["<img alt> A dog"]),
        ("<title>⟦⟧ – Find your kind of help</title>", []),
    ],
)
def test_english_is_found_unless_it_was_given_or_says_so(html: str, found: list[str]) -> None:
    assert list(untranslated(Page(f'<html lang="el">{html}'), "el", ["Ana"])) == found
