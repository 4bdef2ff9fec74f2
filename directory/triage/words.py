"""The words of a text, cut down to their stems."""

import re
from itertools import pairwise

from directory.triage.phrases import plain

# Pronouns and "not" stay in: who a text speaks of says much about what it is about.
_COMMON = """
a about after all also am an and any are as at be because been before being but by can could
did do does doing don for from get go got had has have having here how i i'm i've if in into
is it it's its just know like ll me more most my now of on once one only or other out over own
re really s should so some such t than that that's the their them then there these things
this those through to too until up very was were what when where which while who why will
with would you your
"""
STOP_WORDS = frozenset(_COMMON.split())
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_PAUSE = re.compile(r"[.,;:!?()\"]")
# Forms that no ending tells of.
_IRREGULAR = """
die: died dies dying; come: came comes coming; feel: felt; leave: left leaves leaving; tell: told
break: broke broken; fight: fought; think: thought thoughts; sleep: slept; lose: lost loses losing
keep: kept; meet: met; child: children; woman: women; man: men; wife: wives; lie: lied lies lying
go: went gone; give: gave given; take: took taken; see: saw seen; say: said; know: knew known
make: made; find: found; drink: drank drunk; eat: ate eaten; speak: spoke spoken; write: wrote
hide: hid hidden; steal: stole stolen; wake: woke woken; choose: chose chosen; get: got gotten
grow: grew grown; buy: bought; bring: brought; catch: caught
"""
_PLAIN_FORM = {
    form: plain_form
    for plain_form, forms in re.findall(r"(\w+):([\w ]+)", _IRREGULAR)
    for form in forms.split()
}
_ENDING = re.compile(r"(?P<start>.{3,}?)(?:ations?|ings?|edly|ed|liness|ness|ly|es|(?<!s)s|e)")
_Y_TO_I = re.compile(r"(?<=[^aeiou])y$")


def terms(text: str) -> tuple[str, ...]:
    """Return the stems of a text, and then the pairs of neighbours."""
    return (*stems(text), *pairs(text))


def stems(text: str) -> tuple[str, ...]:
    """Return the meaningful words of a text, each cut down to its stem."""
    return tuple(stem(word) for word in _WORD.findall(plain(text)) if word not in STOP_WORDS)


def pairs(text: str) -> tuple[str, ...]:
    """Return each two words with no pause between them, as two stems with a space between.

    One of them may be common, as in "come out", but not both.
    """
    runs = (_WORD.findall(run) for run in _PAUSE.split(plain(text)))
    return tuple(
        f"{stem(first)} {stem(second)}"
        for run in runs
        for first, second in pairwise(run)
        if not STOP_WORDS.issuperset((first, second))
    )


def stem(word: str) -> str:
    """Return the plain form of a word without a common ending, where that leaves three letters."""
    word = word.replace("'", "")
    word = _PLAIN_FORM.get(word, word)
    ended = _ENDING.fullmatch(word)
    word = ended["start"] if ended else word
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return _Y_TO_I.sub("i", word)
