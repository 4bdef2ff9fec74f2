"""A process of its own that imports files one after another and prints what that took.

Each line is JSON: the answer, and the most memory in bytes so far, of itself and its children.
"""

import json
import resource
import sys
from pathlib import Path

from tests.hostile.answers import answer_to, as_document, opened_in


def _peak(who: int) -> int:
    return resource.getrusage(who).ru_maxrss * 1024


def main(folder: Path, *files: Path) -> None:
    """Import each file in turn."""
    with opened_in(folder) as directory:
        for file in files:
            answer = as_document(answer_to(directory, file))
            peaks = {
                "own": _peak(resource.RUSAGE_SELF),
                "children": _peak(resource.RUSAGE_CHILDREN),
            }
            sys.stdout.write(f"{json.dumps({'answer': answer, **peaks})}\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
