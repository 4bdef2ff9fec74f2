"""What the worker can be asked to do: a kind of job, and the workflow that does it."""

from collections.abc import Callable, Mapping

from directory.jobs import Job, Progress
from directory.workflows.index_edition import index_edition
from directory.workflows.opening import Directory
from directory.workflows.preview_edition import preview_edition

# A workflow returns a sentence on what came of it. It is begun again from its start where its
# worker died, so it has to be safe to run twice; it tells its progress at least every half minute.
Work = Callable[[Directory, Job, Progress], str]

KINDS: Mapping[str, Work] = {
    "edition.index": index_edition,
    "edition.preview": preview_edition,
}
# These change the words that all go by, if only for a while: nothing is done beside them.
ALONE = frozenset({"edition.preview", "edition.index"})
