"""Every form of a page, and what sending it brings about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient

from tests.journeys.seeing import Seen, Sight
from tests.permissions.database import Snapshot

OURS = {"Sec-Fetch-Site": "same-origin"}
NONSENSE = "<b>much too much</b> of nothing " * 99
Sent = dict[str, str | list[str]]


@dataclass(frozen=True)
class Form:
    """A form of a page: what it sends unasked, what people fill in, and its buttons."""

    action: str
    hidden: Mapping[str, str]
    fields: Mapping[str, str]
    buttons: Sequence[tuple[str, str]]

    def sendings(self) -> Iterator[tuple[str, Sent]]:
        """Yield what is sent by each button: nothing more, nonsense, and what stands there."""
        nonsense = dict.fromkeys(self.fields, NONSENSE)
        for name, value in self.buttons or [("", "")]:
            button = {name: value} if name else {}
            yield f"{value} empty", {**self.hidden, **button}
            if self.fields:
                yield f"{value} with nonsense", {**self.hidden, **nonsense, **button}
                yield f"{value} as it stands", {**self.hidden, **self.fields, **button}


def see(sight: Sight, snapshot: Snapshot, client: FlaskClient, name: str, address: str) -> None:
    """See a page, and what each of its forms brings about; leave everything as it was."""
    page = sight.look(client, address, name, name)
    if not page.html or page.status != 200:
        return
    for form in forms_of(page):
        for how, sent in form.sendings():
            browser = sight.visitor(client)
            answer = browser.post(form.action, data=sent, headers=OURS, follow_redirects=True)
            sight.keep(browser, answer, f"{name}, {form.action} sent {how}")
            snapshot.restore()


def forms_of(page: Seen) -> Iterator[Form]:
    """Yield the forms of a page that change something."""
    for form in page.main.iter("form"):
        if (form.get("method") or "get") != "post":
            continue
        inputs = [e for e in form.iter() if e.tag in {"input", "select", "textarea"}]
        hidden = {_name(e): e.get("value") or "" for e in inputs if e.get("type") == "hidden"}
        fields = {_name(e): _value(e) for e in inputs if e.get("type") not in {"hidden", "file"}}
        buttons = [(_name(e), e.get("value") or "") for e in form.iter("button")]
        action = urljoin(page.address, form.get("action") or page.address).partition("#")[0]
        yield Form(action, hidden, fields, list(dict.fromkeys(buttons)))


def _name(element: Element) -> str:
    return element.get("name") or ""


def _value(element: Element) -> str:
    if element.tag == "textarea":
        return element.text or ""
    if element.tag == "select":
        options = list(element.iter("option"))
        return next((o for o in options if o.get("selected") is not None), options[0]).get(
            "value", ""
        )
    return element.get("value") or ""
