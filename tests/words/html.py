"""What a page says: its texts in order, each with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    )
)
# Elements that run on within a sentence; all others begin and end one.
INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    )
)
SILENT = frozenset({"script", "style", "template"})
# What a person reads or hears of an element's attributes.
SPOKEN = ("alt", "title", "aria-label", "placeholder", "aria-description", "label")


@dataclass(frozen=True, slots=True)
class Element:
    """An element that is open, with its attributes."""

    tag: str
    attributes: dict[str, str]

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text, the elements around it from the outside in, and whether it is a new block.

    `attribute` is the attribute that says it, None for a text node.
    """

    words: str
    around: tuple[Element, ...]
    attribute: str | None = None
    begins: bool = False

    def is_inside(self, *tags: str) -> bool:
        return any(element.tag in tags for element in self.around)

    def has_class(self, name: str) -> bool:
        return any(name in element.classes for element in self.around)

    @property
    def language(self) -> str:
        """The language that the page says this text is in."""
        named = [e.attributes["lang"] for e in self.around if "lang" in e.attributes]
        return named[-1] if named else ""


class Page(HTMLParser):
    """A page, read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[Text] = []
        self.elements: list[tuple[Element, tuple[Element, ...]]] = []
        self._open: list[Element] = []
        self._begins = True
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append((element, tuple(self._open)))
        around = (*self._open, element)
        for name in SPOKEN:
            if element.attributes.get(name, "").strip():
                self.texts.append(Text(element.attributes[name], around, name))
        if tag == "meta" and element.attributes.get("name") == "description":
            self.texts.append(Text(element.attributes["content"], around, "content"))
        if tag == "input" and element.attributes.get("type") in {"submit", "button"}:
            self.texts.append(Text(element.attributes.get("value", ""), around, "value"))
        self._begins = self._begins or tag not in INLINE
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        self._begins = self._begins or tag not in INLINE
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(element.tag in SILENT for element in self._open):
            self.texts.append(Text(data, tuple(self._open), begins=self._begins))
            self._begins = False

    @cached_property
    def heading(self) -> str:
        """The words of the first heading."""
        return " ".join(" ".join(t.words for t in self.texts if t.is_inside("h1")).split())

    def forms(self) -> Iterator["Form"]:
        """Read every form, with what it would send as it stands."""
        found: dict[int, Form] = {}
        by_id: dict[str, Form] = {}
        for element, _ in self.elements:
            given = element.attributes
            if element.tag == "form":
                form = Form(given.get("method", "get").lower(), given.get("action", ""))
                found[id(element)] = by_id[given.get("id", "")] = form
        for element, around in self.elements:
            inside = [found[id(e)] for e in around if id(e) in found]
            named = by_id.get(element.attributes.get("form", "-"))
            if owner := named or (inside[-1] if inside else None):
                owner.take(element)
        yield from found.values()

    def links(self) -> tuple[str, ...]:
        """Return where the links of the page lead, each once."""
        hrefs = (e.attributes.get("href", "") for e, _ in self.elements if e.tag == "a")
        return tuple(dict.fromkeys(href for href in hrefs if href))


class Form:
    """A form: where it goes, what it sends as it stands, its buttons, and what may be added."""

    def __init__(self, method: str, action: str) -> None:
        self.method, self.action = method, action
        self.sent: dict[str, list[str]] = {}
        self.buttons: list[tuple[str, str]] = []
        self.written: dict[str, str] = {}
        self.ticks: dict[str, list[str]] = {}

    def take(self, element: Element) -> None:
        """Note one control of the form."""
        name, given = element.attributes.get("name", ""), element.attributes
        kind = given.get("type", "text") if element.tag == "input" else element.tag
        if kind in {"button", "submit"}:
            self.buttons.append((name, given.get("value", "")))
        elif not name:
            return
        elif kind in {"textarea", "text", "email", "tel", "number", "search", "url"}:
            self.written[name] = "email" if "email" in name or kind == "email" else kind
            self.sent[name] = [given.get("value", "")]
        elif kind == "hidden" or (kind in {"radio", "checkbox"} and "checked" in given):
            self.sent.setdefault(name, []).append(given.get("value", "on"))
        elif kind == "checkbox":
            self.ticks.setdefault(name, []).append(given.get("value", "on"))
