"""What may be wrong with a page as it was sent, each fault in words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from directory.web.headers import CONTENT_SECURITY_POLICY
from tests.journeys.seeing import Seen

REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OURS = r"/static/|/\w+\.webmanifest$|/(my/listing|providers)/[\w-]+/photo[\w/.]*\.jpg"
Check = Callable[[Seen], Iterator[str]]


def problems(pages: Iterable[Seen], check: Check) -> list[str]:
    """Return what a check finds on each of the pages."""
    return [f"{page.name} ({page.address}): {one}" for page in pages for one in check(page)]


def of_html(page: Seen) -> Iterator[str]:
    """Yield what the HTML standard calls a parse error."""
    if not page.html.lstrip().startswith("<!doctype html>"):
        yield "no doctype"
    yield from page.parse_errors


def of_ids(page: Seen) -> Iterator[str]:
    """Yield ids that are used twice, and names of ids that nothing has."""
    ids = Counter(e.get("id") for e in page.elements() if e.get("id") is not None)
    yield from (f"id {id!r} {count} times" for id, count in ids.items() if count > 1 or not id)
    for element in page.elements():
        named = [id for name in REFERRING for id in (element.get(name) or "").split()]
        href = element.get("href") or ""
        named += [href[1:]] if href.startswith("#") and element.tag == "a" else []
        yield from (f"{element.tag} names {id!r}" for id in named if id not in ids)


def of_headings(page: Seen) -> Iterator[str]:
    """Yield steps of headings that go down by more than one, and any number of h1 but one."""
    levels = [int(str(e.tag)[1]) for e in page.elements(*HEADINGS)]
    if levels.count(1) != 1:
        yield f"headings {levels}"
        return
    # What to mend and whom to call now may stand before everything.
    before, after = levels[: levels.index(1)], levels[levels.index(1) :]
    if set(before) - {2}:
        yield f"headings {levels}"
    yield from (f"h{one} to h{next}" for one, next in pairwise(after) if next > one + 1)


def of_landmarks(page: Seen) -> Iterator[str]:
    """Yield landmarks that are missing, there twice, or without a name of their own."""
    count = Counter(str(e.tag) for e in page.elements())
    yield from (f"{count[tag]} {tag}" for tag in ("header", "main", "footer") if count[tag] != 1)
    names = [e.get("aria-label") or e.get("aria-labelledby") for e in page.elements("nav")]
    if None in names or len(names) != len(set(names)):
        yield f"nav {names}"


def of_loading(page: Seen) -> Iterator[str]:
    """Yield what the page runs or loads beside our own files."""
    for e in page.elements():
        yield from (f"{name} on {e.tag}" for name in e.attrib if re.match(r"on|style$", name))
        loaded = e.get("src") or (e.get("href") if e.tag == "link" else None)
        is_ours = not loaded or re.match(_OURS, loaded)
        if e.get("rel") not in {"canonical", "alternate"} and not is_ours:
            yield f"{e.tag} loads {loaded}"
        if e.tag == "style" or (e.tag == "script" and not e.get("src")):
            yield f"{e.tag} within the page"


def of_headers(page: Seen) -> Iterator[str]:
    """Yield headers that protect too little."""
    headers = page.headers
    if headers.get("Content-Security-Policy") != CONTENT_SECURITY_POLICY:
        yield f"CSP {headers.get('Content-Security-Policy')}"
    if headers.get("Referrer-Policy") != "no-referrer":
        yield f"Referrer-Policy {headers.get('Referrer-Policy')}"
    if headers.get("Cache-Control") != "no-store":
        yield f"Cache-Control {headers.get('Cache-Control')}"
