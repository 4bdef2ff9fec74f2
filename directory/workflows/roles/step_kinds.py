"""The kinds of dangerous steps, and the workflow that carries each one out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from directory.roles import Admin, Role
from directory.workflows.editions.publish_edition import publish, told_publication
from directory.workflows.imports.undo_import import agree_to_undo, told_undo
from directory.workflows.opening import Directory
from directory.workflows.roles.change_role import carry_out_change, told_change
from directory.workflows.roles.invite_admin import carry_out_invitation, told_invitation
from directory.workflows.rosters.decide_roster import STEP, carry_out_step, told_step

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StepKind:
    """What a dangerous step is called, and who may ask for it and agree to it: `role` or higher.

    `told` returns sentences on what would happen. `carry_out` does it for whoever asked, in
    transactions of its own; it returns a sentence on what came of it, or raises a DirectoryError.
    It has to be safe to run twice, and to check again what may have changed since it was asked for.
    No workflow that is named here may itself import second_admin: the pages do that.
    """

    label: str
    role: Role
    told: Callable[[Session, Document], tuple[str, ...]]
    carry_out: Callable[[Directory, Document, Admin], str]


STEP_KINDS: Mapping[str, StepKind] = {
    "import.undone": StepKind("Take an import back", "editor", told_undo, agree_to_undo),
    "edition.published": StepKind("Publish words and weights", "editor", told_publication, publish),
    "owner.invited": StepKind("Invite an owner", "owner", told_invitation, carry_out_invitation),
    STEP: StepKind("Apply a roster", "verifier", told_step, carry_out_step),
    "role.changed": StepKind("Change a role", "owner", told_change, carry_out_change),
}
