"""The forms by which roles are given."""

from flask_wtf import FlaskForm
from wtforms import RadioField, StringField
from wtforms.validators import DataRequired

from directory.roles import ROLES
from directory.web.choices import LINE, stripped

_CHOICES = {role: role.capitalize() for role in ROLES}


class RoleForm(FlaskForm):  # type: ignore[misc]
    """Which role somebody has."""

    role = RadioField("Role", [DataRequired("Choose a role")], choices=_CHOICES)


class InviteForm(RoleForm):
    """Who is invited into a role."""

    email = StringField(
        "Email address", [DataRequired("Write an email address"), LINE], filters=[stripped]
    )
