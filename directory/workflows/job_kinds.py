"""What the worker can be asked to do: a kind of job, and the workflow that does it."""

from collections.abc import Callable, Mapping

from directory.jobs import Job, Progress
from directory.workflows.find_duplicates import find_duplicates
from directory.workflows.opening import Directory

# A workflow returns a sentence on what came of it. It is begun again from its start where its
# worker died, so it has to be safe to run twice; it tells its progress at least every half minute.
Work = Callable[[Directory, Job, Progress], str]

KINDS: Mapping[str, Work] = {
    "duplicates": find_duplicates,
}
