"""Measure how well danger is heard: `python -m benchmarks.safety_phrases [questions.csv]`.

Each list of tests/triage/data was written without a look at the phrases. What it found at first
sight is written down in docs/own-words-safety.md; by now the phrases have learnt from all of them.
A table of real questions (columns question_id, title, text) may be given to count false alarms;
those that speak of danger, as judged by hand, are named here by their numbers.
"""

import csv
import sys
from collections import Counter
from pathlib import Path
from time import process_time

from directory.triage.phrases import flags_in

LISTS = Path(__file__).parent.parent / "tests" / "triage" / "data"
OF_DANGER = frozenset(
    (
        "557f2508a29507431fcd9df0",
        "55881f33e1d57a380899c1b2",
        "564026e4c2c5c37870d72c26",
        "561c8201e88a65597bb56a50",
        "56678db91678044a13a776f4",
        "561dd0d0e88a65597bb56a7c",
        "568fdfd9946f1cbf3dc6a844",
        "569bbdbbde405677109cb574",
        "56a281d120fd22722a536086",
        "56a7df4290043ec136db8b5a",
        "56da4f7f693bd2fc2c9cfbac",
        "56201863e3be3a3128a827fb",
        "56f1021166ae3e8138b0f5e0",
        "56f58ed0b814e1ce46371910",
        "57084d3c5e87cfae7322e9a7",
        "572d13e2aaeea25a1918b538",
        "5749891ac792dd6c7063e4ba",
        "57489834c792dd6c7063e47c",
        "5744c520c792dd6c7063e409",
        "571a4ec4d581295c77541848",
        "577d5a227fe85f1465e20056",
        "56c03875891894937e3c6ffc",
        "56970df147d364616625368b",
        "5679740a1dafd4552b77745c",
        "573bdc607d5e6b5321fad9d7",
        "55de5e9ab32c151d73cc6c5f",
    )
)


def main(arguments: list[str]) -> None:
    """Print what is heard of every list, and the false alarms among real questions."""
    for path in sorted(LISTS.glob("safety_*.csv")):
        _measure_list(path)
    for name in arguments:
        _measure_questions(_rows(Path(name)))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _measure_list(path: Path) -> None:
    heard: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row in _rows(path):
        flags, flag = flags_in(row["text"]), row["flag"] or "harmless"
        asked[flag] += 1
        heard[flag] += flag in flags if row["flag"] else not flags
    print(path.stem, *(f"{flag} {heard[flag]}/{asked[flag]}" for flag in asked), sep="  ")


def _measure_questions(rows: list[dict[str, str]]) -> None:
    texts = {row["question_id"]: f"{row['title']}\n{row['text']}" for row in rows}
    flags = {number: flags_in(text) for number, text in texts.items()}
    calm = [number for number in texts if number not in OF_DANGER]
    alarms = [number for number in calm if flags[number]]
    unheard = [number for number in texts if number in OF_DANGER and not flags[number]]
    print(f"false alarms {len(alarms)} of {len(calm)}: {alarms}")
    print(f"of danger and unheard {len(unheard)} of {len(texts) - len(calm)}: {unheard}")
    print(f"{_milliseconds(' '.join(texts.values())):.1f} ms for 2,000 letters")


def _milliseconds(text: str) -> float:
    pieces = [text[start : start + 2000] for start in range(0, len(text), 2000)]
    began = process_time()
    for piece in pieces:
        flags_in(piece)
    return (process_time() - began) * 1000 / len(pieces)


if __name__ == "__main__":
    main(sys.argv[1:])
