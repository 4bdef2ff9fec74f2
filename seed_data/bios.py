"""Bios in many voices, composed from the listing's own facts, with little repetition."""

from collections import Counter
from random import Random

from seed_data.bio_facts import CONCERN_WORDS, MODALITY_WORDS, Words, facts_of
from seed_data.draft import Draft
from seed_data.draws import source_of
from seed_data.grammar import Line, expand, fill, read_bank, read_sections, suits, units

_SHARED = read_bank("shared.txt")
_VOICES = read_sections("voices_a.txt") | read_sections("voices_b.txt")
_MOST_REPEATS = 3
_MOST_OPENINGS = 2
_SHORT = 7  # words; such a sentence may come a little more often
_MOST_SHORT = 5
_TRIES = 6
# Words that belong to treatment, which a coach does not give.
_CLINICAL = ("therap", "treat", "session", "diagnos", "clinic", "patient", "symptom", "disorder")
_LENGTHS = ((45, 70), (75, 110), (80, 120), (110, 150), (140, 190), (170, 212))
_SHORTEST = 42
_FILLERS = ("place", "first", "close", "touch", "path", "limits", "ages", "list")


class Bios:
    """Writes one bio after another and remembers what has been said."""

    def __init__(self) -> None:
        self._said: Counter[str] = Counter()
        self._lines: Counter[str] = Counter()
        self._voices: Counter[str] = Counter()

    def write(self, draft: Draft) -> str:
        """Return the bio of a claimed listing."""
        chance = source_of("bio", draft.number)
        facts = facts_of(draft)
        text = ""
        while not text:
            voice = self._voice(chance, facts)
            tones = _VOICES[voice]["tones"][0].text.split()
            text = _Writer(self, draft, chance, facts | set(tones), voice).compose()
        self._said.update(units(text))
        return text

    def _voice(self, chance: Random, facts: set[str]) -> str:
        """Draw among the voices that suit, those used least first."""
        fitting = [
            name
            for name, parts in _VOICES.items()
            if suits([part.strip() for part in parts["who"][0].text.split(",")], facts)
        ]
        weights = [1 / (10 + self._voices[name]) ** 1.5 for name in fitting]
        voice = chance.choices(fitting, weights)[0]
        self._voices[voice] += 1
        return voice

    def is_worn(self, text: str, most: int, opening: bool) -> bool:
        """Tell whether a sentence has been said as often as allowed; short ones may come back."""
        return any(
            self._said[unit]
            >= (most if (opening and place == 0) or len(unit.split()) > _SHORT else _MOST_SHORT)
            for place, unit in enumerate(units(text))
        )

    def uses(self, line: Line) -> int:
        """Return how often a line has served."""
        return self._lines[line.text]

    def count(self, line: Line) -> None:
        """Remember that a line has served once more."""
        self._lines[line.text] += 1


class _Writer:
    """Composes one bio in one voice."""

    def __init__(
        self, bios: Bios, draft: Draft, chance: Random, facts: set[str], voice: str
    ) -> None:
        self._bios = bios
        self._draft = draft
        self._chance = chance
        self._facts = facts
        self._voice = voice
        self._parts = _VOICES[voice]
        self._third = "third" in self._parts["who"][0].text
        self._words = Words(draft, chance, self._third)
        self._topics: set[str] = set()
        self._spoken: set[str] = set()
        self._served: set[str] = set()

    def compose(self) -> str:
        """Say what the plan requires, then optional parts until the length is reached.

        Empty where this voice has no opening left that is not worn.
        """
        plan = self._plan()
        target = self._chance.randint(*self._chance.choice(_LENGTHS))
        said: dict[str, str] = {}
        for part in (part for part in plan if not part.endswith("?")):
            said[part] = self._say(part)
        if not said[plan[0]]:
            return ""
        optional = [part for part in plan if part.endswith("?")]
        self._chance.shuffle(optional)
        for part in optional:
            if len(" ".join(said.values()).split()) < target:
                said[part] = self._say(part.rstrip("?"))
        for part in self._fillers(plan):
            if len(" ".join(said.values()).split()) < _SHORTEST:
                plan.insert(-1, part)
                said[part] = self._say(part)
        return self._lay_out([said[part] for part in plan if said.get(part)])

    def _plan(self) -> list[str]:
        """Return the voice's plan; who works under supervision says so in any voice."""
        plan = self._parts["plan"][0].text.split()
        if "associate" in self._facts and "supervision" not in plan and not self._third:
            plan.insert(2, "supervision")
        return plan

    def _fillers(self, plan: list[str]) -> list[str]:
        names = [f"t_{part}" if self._third else part for part in _FILLERS]
        return [name for name in names if name not in plan and f"{name}?" not in plan]

    def _say(self, part: str) -> str:
        opening = part in ("open", "q1")
        lines = [line for line in self._candidates(part) if line.suits(self._facts)]
        lines = [line for line in lines if line.text not in self._served]
        lines.sort(key=lambda line: self._bios.uses(line) + self._chance.random() * 3)
        most = _MOST_OPENINGS if opening else _MOST_REPEATS
        # What nobody has said yet comes first.
        return self._first_unworn(lines, 1, opening) or self._first_unworn(lines, most, opening)

    def _first_unworn(self, lines: list[Line], most: int, opening: bool) -> str:
        for line in lines:
            for _ in range(_TRIES):
                text = fill(expand(self._chance, line.text), self._words)
                worn = text is None or self._bios.is_worn(text, most, opening)
                if text and not worn and self._is_fitting(text):
                    self._bios.count(line)
                    self._served.add(line.text)
                    self._spoken.update(units(text))
                    self._words.heard(text)
                    return text
        return ""

    def _candidates(self, part: str) -> list[Line]:
        """Return the lines of a part: of the concerns, the modalities, the voice, or shared."""
        if part in ("c1", "c2"):
            return self._of_concerns()
        if part == "m1":
            return self._of_modalities()
        return self._parts.get(part) or _SHARED.get(part.rstrip("2"), [])

    def _of_concerns(self) -> list[Line]:
        if not {"psychotherapy", "coach"} & self._facts:
            return []
        codes = [code for code in self._draft.concerns[:5] if code not in self._topics]
        codes = [code for code in codes if code not in ("medication", "testing")]
        if not codes:
            return []
        topic = self._chance.choice(codes[:2])
        self._topics.add(topic)
        return CONCERN_WORDS[topic]["s"]

    def _of_modalities(self) -> list[Line]:
        codes = self._draft.modality_codes
        return [line for code in codes for line in MODALITY_WORDS[code]["s"]]

    def _is_fitting(self, text: str) -> bool:
        """Say nothing twice, and keep a coach's bio free of treatment words.

        Only where it says what coaching is not may such a word stand.
        """
        if self._spoken & set(units(text)):
            return False
        if "coach" not in self._facts or any(word in text for word in (" not ", "n't", " no ")):
            return True
        licensed = "licensed" in text.lower() or "clinician" in text.lower()
        return licensed or not any(word in text.lower() for word in _CLINICAL)

    def _lay_out(self, sentences: list[str]) -> str:
        """Break a long bio into paragraphs; questions stand on lines of their own."""
        if self._voice == "questions":
            return "\n".join(sentences)
        if self._voice == "letter":
            return "\n\n".join([sentences[0], " ".join(sentences[1:-1]), sentences[-1]])
        if len(sentences) < 6 or self._chance.random() < 0.35:
            return " ".join(sentences)
        middle = self._chance.randint(2, len(sentences) - 2)
        return " ".join(sentences[:middle]) + "\n\n" + " ".join(sentences[middle:])
