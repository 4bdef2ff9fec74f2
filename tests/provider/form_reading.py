"""What a browser would send of a form on a page, when nothing more is typed."""

from html.parser import HTMLParser


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, list[tuple[str, str]]] = {}
        self.fields: list[tuple[str, str]] = []
        self.select: list[tuple[str, bool]] | None = None
        self.select_name = ""
        self.area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        name, value = facts.get("name", ""), facts.get("value", "")
        if tag == "form":
            self.fields = self.forms.setdefault(facts.get("action", ""), [])
        elif tag == "input" and name:
            is_choice = facts.get("type") in {"checkbox", "radio"}
            if not is_choice or "checked" in facts:
                self.fields.append((name, value))
        elif tag == "select":
            self.select, self.select_name = [], name
        elif tag == "option" and self.select is not None:
            self.select.append((value, "selected" in facts))
        elif tag == "textarea":
            self.area = ""
            self.fields.append((name, ""))

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.area += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.select:
            chosen = [value for value, is_selected in self.select if is_selected]
            self.fields.append((self.select_name, (chosen or [self.select[0][0]])[0]))
            self.select = None
        elif tag == "textarea" and self.area is not None:
            self.fields[-1] = (self.fields[-1][0], self.area.removeprefix("\n"))
            self.area = None


def form_on(html: str, action: str) -> dict[str, list[str]]:
    """Return what the form with an action sends, by name."""
    reader = _Forms()
    reader.feed(html)
    assert action in reader.forms, f"no form leads to {action}: {list(reader.forms)}"
    sent: dict[str, list[str]] = {}
    for name, value in reader.forms[action]:
        sent.setdefault(name, []).append(value)
    return sent
