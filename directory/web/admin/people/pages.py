"""The pages of those who run the directory."""

from dataclasses import dataclass

from flask_wtf import FlaskForm

from directory.roles import Role


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody with a role."""

    id: str
    address: str
    role: Role
    has_passkey: bool
    is_me: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who was invited into a role and has not answered yet."""

    address: str
    role: Role
    until: str
    withdraw_action: str


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What a role may do."""

    role: Role
    may: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Everybody with a role, and whom was invited."""

    title: str
    people: tuple[Colleague, ...]
    invited: tuple[Invited, ...]
    roles: tuple[RoleWords, ...]
    may_change: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class InvitePage:
    """The form that invites somebody; without mail nobody can be."""

    title: str
    form: FlaskForm
    roles: tuple[RoleWords, ...]
    has_mail: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One of those who run the directory; `hindrance` says why their role cannot end."""

    title: str
    person: Colleague
    form: FlaskForm
    roles: tuple[RoleWords, ...]
    action: str
    hindrance: str
