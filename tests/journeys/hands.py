"""Hands on a keyboard and nothing else: every stop has to be seen, uncovered and named."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.web.walking import CALM, Given, values_of

# What is where the Tab key stops. A tick box draws the ring on what stands for it.
_STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const shown = e.matches('input[type=radio], input[type=checkbox]')
    ? [e, e.parentElement, ...e.parentElement.children] : [e, ...e.children];
  const ringed = style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== 'none';
  const seen = shown.some(one => ['', '::before', '::after'].some(
    part => ringed(getComputedStyle(one, part))));
  const box = e.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2];
  const top = document.elementFromPoint(x, y);
  const inside = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  const labels = [...(e.labels || [])].map(label => label.innerText).join(' ');
  return {
    tag: e.tagName, type: e.type || '', name: e.name || '', value: e.value || '',
    checked: !!e.checked, label: (e.getAttribute('aria-label') || labels || e.innerText).trim(),
    inForm: !!e.closest('main form'), inMain: !!e.closest('main'),
    holds: e.tagName === 'SUMMARY' && !e.parentElement.open
      ? [...e.parentElement.querySelectorAll('input')].map(one => `${one.name}=${one.value}`) : [],
    // The parts of a field for days, such as the year, are ringed by the browser.
    seen: seen || e.type === 'date',
    covered: !inside || !(top && (e.contains(top) || top.contains(e)
      || top.closest('label')?.control === e || e.parentElement.contains(top))),
  };
}"""


@dataclass(frozen=True)
class Stop:
    """Where the Tab key has stopped."""

    facts: Mapping[str, Any]

    @property
    def label(self) -> str:
        return " ".join(str(self.facts["label"]).split())

    def __getattr__(self, name: str) -> Any:
        return self.facts[name]


@dataclass
class Hands:
    """Somebody who uses the keyboard alone."""

    page: Page

    def tab(self) -> Stop:
        """Go to the next stop, which has to be in sight, ringed and named."""
        self.page.keyboard.press("Tab")
        if self.page.evaluate(_STOP) is None:  # the end of the page: it begins anew
            self.page.keyboard.press("Tab")
        stop = self.here()
        where = f"{self.page.url}: {stop.facts}"
        assert stop.seen, f"no ring: {where}"
        assert not stop.covered, f"covered or out of sight: {where}"
        assert stop.label, f"no name: {where}"
        return stop

    def here(self) -> Stop:
        facts = self.page.evaluate(_STOP)
        assert facts, f"the focus is nowhere: {self.page.url}"
        return Stop(facts)

    def reach(self, tag: str, label: str, most: int = 120) -> Stop:
        """Press Tab until a stop of a tag (a pattern) has a name that matches."""
        for _ in range(most):
            stop = self.tab()
            if re.fullmatch(tag, stop.tag) and re.search(label, stop.label):
                return stop
        raise AssertionError(f"never came to {label} on {self.page.url}")

    def press(self, key: str) -> None:
        """Press a key that leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def answer(self, **answers: Given) -> None:
        """Answer the open question, as told, else as a calm person would."""
        wanted = {**CALM, **answers}
        for _ in range(200):
            stop = self.tab()
            if stop.inForm and self._use(stop, values_of(stop.name, wanted), wanted):
                return
        raise AssertionError(f"no way on from {self.page.url}")

    def _use(self, stop: Stop, values: list[str], wanted: Mapping[str, Given]) -> bool:
        """Do what this stop asks for; tell whether the page was sent."""
        keyboard = self.page.keyboard
        if stop.tag == "BUTTON" and (not stop.name or stop.value in values):
            self.press("Enter")
            return True
        if stop.type == "radio" and values:
            self._choose(values[0])
        elif (stop.type == "checkbox" and stop.value in values and not stop.checked) or any(
            value in values_of(name, wanted)
            for name, _, value in (held.partition("=") for held in stop.holds)
        ):
            keyboard.press("Space")
        elif stop.tag == "SELECT" and values:
            option = self.page.locator(f'[name="{stop.name}"] option[value="{values[0]}"]')
            keyboard.type(option.inner_text())
        elif stop.type in {"text", "textarea"} and values:
            keyboard.type(values[0])
        return False

    def _choose(self, value: str) -> None:
        self.page.keyboard.press("Space")
        for _ in range(9):
            if self.here().value == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no {value} on {self.page.url}")
