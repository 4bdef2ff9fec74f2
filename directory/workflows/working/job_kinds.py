"""What the worker can be asked to do: a kind of job, and the workflow that does it."""

from collections.abc import Callable, Mapping

from directory.jobs import Job, Progress
from directory.workflows.editions.index_edition import index_edition
from directory.workflows.editions.preview_edition import preview_edition
from directory.workflows.imports.confirm_import import CONFIRM, carry_out_import
from directory.workflows.imports.stage_import import STAGE, stage_import
from directory.workflows.imports.undo_import import UNDO, carry_out_undo
from directory.workflows.merging.find_duplicates import find_duplicates
from directory.workflows.opening import Directory
from directory.workflows.rosters.apply_roster import apply_roster
from directory.workflows.rosters.bring_roster import READ
from directory.workflows.rosters.decide_roster import APPLY, TAKE_BACK
from directory.workflows.rosters.read_roster import read_roster
from directory.workflows.rosters.take_back_roster import take_back_roster

# A workflow returns a sentence on what came of it. It is begun again from its start where its
# worker died, so it has to be safe to run twice.
Work = Callable[[Directory, Job, Progress], str]

KINDS: Mapping[str, Work] = {
    STAGE: stage_import,
    CONFIRM: carry_out_import,
    UNDO: carry_out_undo,
    READ: read_roster,
    APPLY: apply_roster,
    TAKE_BACK: take_back_roster,
    "duplicates": find_duplicates,
    "edition.index": index_edition,
    "edition.preview": preview_edition,
}
# These change the words that all go by, if only for a while: nothing is done beside them.
ALONE = frozenset({"edition.preview", "edition.index"})
