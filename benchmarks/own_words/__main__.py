"""`python -m benchmarks.own_words QUESTIONS TOPICS`: how often the suggested concerns are right."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.own_words.contestants import CODES, Ranker, bm25, ours, wordllama
from benchmarks.own_words.prevalence import commonness, counts_of
from benchmarks.own_words.questions import Question, read_questions
from directory.triage.word_weights import word_weights
from directory.triage.words import terms

FOLDS, ROUNDS = 4, 25


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure ours and the others on the same questions, and ours on questions held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path, help="CSV with the columns title, text, topics")
    parser.add_argument("topics", type=Path, help="CSV with the columns topic, concerns")
    options = parser.parse_args(arguments)
    questions = read_questions(options.questions, options.topics)
    print(f"{len(questions)} questions with topics that map to concerns")
    print(f"{'':40}   top-1   top-3  p50 ms  p95 ms")
    _report("BM25 over labels and synonyms", bm25(), questions)
    static = wordllama()
    if static is None:
        print("wordllama: left out, as it is not installed (pip install wordllama)")
    else:
        _report("wordllama over each concern's text", static, questions)
    _report("ours", ours, questions)
    _report_held_out(questions)


def _report(name: str, rank: Ranker, questions: Sequence[Question]) -> None:
    rank(questions[0].text)
    first, three, took = 0, 0, []
    for question in questions:
        began = perf_counter()
        found = rank(question.text)[:3]
        took.append(1000 * (perf_counter() - began))
        first += found[:1] != [] and found[0] in question.right
        three += any(code in question.right for code in found)
    shares = 100 * first / len(questions), 100 * three / len(questions)
    middle, late = np.percentile(took, [50, 95])
    print(f"{name:40} {shares[0]:6.1f}% {shares[1]:6.1f}% {middle:7.2f} {late:7.2f}")


def _report_held_out(questions: Sequence[Question]) -> None:
    """Refit what was fitted to questions, how common each concern is, without those asked."""
    table = word_weights()
    if table.codes != CODES:
        raise SystemExit("the weights are of other concerns: learn them anew")
    fit = np.stack([table.evidence(Counter(terms(question.text))) for question in questions])
    right = np.array([[code in question.right for code in CODES] for question in questions])
    chance = np.random.default_rng(0)
    rounds = [_round(questions, fit, right, chance.permutation(len(fit))) for _ in range(ROUNDS)]
    first, three = 100 * np.mean(rounds, axis=0)
    low, high = 100 * np.min(rounds, axis=0), 100 * np.max(rounds, axis=0)
    words = 100 * _hits(fit, right).mean(0)
    print(f"{'ours, no prevalence at all':40} {words[0]:6.1f}% {words[1]:6.1f}%")
    print(f"{f'ours, prevalence of other folds ({FOLDS})':40} {first:6.1f}% {three:6.1f}%")
    print(
        f"  over {ROUNDS} shuffles {low[0]:.1f} to {high[0]:.1f} and {low[1]:.1f} to {high[1]:.1f}"
    )


def _round(questions: Sequence[Question], fit: Any, right: Any, order: Any) -> Any:
    hits = []
    for fold in range(FOLDS):
        held_out = order[fold::FOLDS]
        others = [questions[place] for place in np.setdiff1d(order, held_out)]
        start = commonness(counts_of(others, CODES))
        hits.append(_hits(fit[held_out] + start, right[held_out]))
    return np.concatenate(hits).mean(0)


def _hits(fit: Any, right: Any) -> Any:
    best = np.take_along_axis(right, np.argsort(-fit, axis=1, kind="stable")[:, :3], axis=1)
    return np.stack([best[:, 0], best.any(1)], axis=1)


if __name__ == "__main__":
    main()
