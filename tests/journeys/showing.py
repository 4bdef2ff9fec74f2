"""Pages that were seen, shown in a browser window: what it says about them, and what axe does."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, Route

from tests.journeys.seeing import Seen

RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
            "best-practice",
        ],
    },
    "resultTypes": ["violations"],
}
# No other rule looks at a colour, so these alone are asked again in the dark.
OF_COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
SIZES = {"narrow": (320, 640), "wide": (1280, 800)}
SCHEMES = {"light": RULES, "dark": OF_COLOURS}
_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
_OPEN = "document.querySelectorAll('details').forEach(part => { part.open = true })"
_AXE = """async (rules) => (await axe.run(document, rules)).violations.map(
  ({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(({html}) => html.slice(0, 160)).join(' | ')}`)"""
# WCAG 1.4.12: what a reader may set without losing anything.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
_CUT_OFF = """() => [...document.body.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e);
  const hides = value => value === 'hidden' || value === 'clip';
  // A line of a card that is cut to two lines on purpose: the whole is one tap away.
  if (style.webkitLineClamp !== 'none') return false;
  if (!e.innerText?.trim() || e.clientWidth < 2 || style.position === 'absolute') return false;
  return (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
    || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 120))"""


@dataclass
class Window:
    """A browser window that shows pages as they were seen; styles and scripts come from the site.

    `said` gathers what no page may bring about: words on the console, script errors, requests to
    other hosts.
    """

    page: Page
    site: str
    said: list[str] = field(default_factory=list)
    _shown: Seen | None = None

    def __post_init__(self) -> None:
        self.page.route("**/*", self._answer)
        self.page.on("console", lambda message: self._note(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self._note(f"script error: {error}"))

    def show(self, seen: Seen) -> None:
        self._shown = seen
        self.page.goto(self.site + seen.address)

    def _answer(self, route: Route) -> None:
        request = route.request
        if request.is_navigation_request() and self._shown:
            route.fulfill(status=200, headers=dict(self._shown.headers), body=self._shown.html)
        elif request.url.startswith(self.site) and "/photo" in request.url:
            # The photo of a listing that is hidden here, or only shown to somebody signed in.
            route.fulfill(content_type="image/svg+xml", body=_PICTURE)
        elif request.url.startswith((self.site, "data:")):
            route.continue_()
        else:
            self._note(f"asks {request.url}")
            route.abort()

    def _note(self, what: str) -> None:
        self.said.append(f"{self._shown.name if self._shown else ''}: {what}")

    def losses(self, turned: bool = True) -> Iterator[str]:
        """Yield what is lost at 400 % of 1280 pixels, with wide spacing, and from right to left.

        Pages that are English for good are not `turned`.
        """
        resize(self.page, "narrow")
        yield from self._too_wide("at 320 pixels")
        self.page.evaluate(_OPEN)
        yield from self._too_wide("with all parts open")
        self.page.evaluate(SPACED)
        yield from self._too_wide("with wide spacing")
        yield from (f"cut off with wide spacing: {part}" for part in self.page.evaluate(_CUT_OFF))
        if turned:
            self.page.evaluate("document.documentElement.dir = 'rtl'")
            yield from self._too_wide("from right to left")

    def _too_wide(self, how: str) -> Iterator[str]:
        width = self.page.evaluate("document.documentElement.scrollWidth")
        if width > SIZES["narrow"][0]:
            yield f"{width} pixels wide {how}"


def resize(page: Page, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})


def broken_rules(page: Page) -> list[str]:
    """Return each rule that axe finds broken, in every size and colour scheme."""
    found: list[str] = []
    page.evaluate(AXE_SCRIPT)
    page.evaluate(_OPEN)
    for size in SIZES:
        resize(page, size)
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += [f"{size} {scheme}: {rule}" for rule in page.evaluate(_AXE, rules)]
    return found


def over(window: Window, pages: Iterable[Seen], check: Callable[[], Iterable[str]]) -> list[str]:
    """Return what a check finds on each of the pages, in full."""
    found: list[str] = []
    for seen in pages:
        window.show(seen)
        found.extend(f"{seen.name} ({seen.address}): {one}" for one in check())
    return found


def telling(pages: Iterable[Seen], each_route: bool = True) -> list[Seen]:
    """Return pages enough to see each sort of element within each sort of parent.

    The first page of each route and status is among them, unless sorts of elements are enough; a
    page that shows nothing else than others do tells a program nothing new.
    """
    chosen: dict[str, Seen] = {}
    covered: set[Any] = set()
    routes: set[tuple[str, int]] = set()
    for seen in sorted(pages, key=lambda page: -len(_sorts(page))):
        route = (seen.route, seen.status)
        if (each_route and route not in routes) or not _sorts(seen) <= covered:
            chosen[seen.name] = seen
        covered |= _sorts(seen)
        routes.add(route)
    return list(chosen.values())


def _sorts(seen: Seen) -> set[Any]:
    return {(_sort(parent), _sort(child)) for parent in seen.tree.iter() for child in parent}


def _sort(element: Element) -> tuple[str, ...]:
    classes = sorted((element.get("class") or "").split())
    return (str(element.tag), element.get("role") or "", element.get("type") or "", *classes)
