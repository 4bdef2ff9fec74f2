"""The forms by which roles are given."""

from flask_wtf import FlaskForm
from wtforms import RadioField, StringField
from wtforms.validators import DataRequired

from directory.roles import ROLES
from directory.web.choices import LINE, stripped

_CHOICES = {role: role.capitalize() for role in ROLES}
_CHOSEN = DataRequired("Choose a role")


class RoleForm(FlaskForm):  # type: ignore[misc]
    """Which role somebody has."""

    role = RadioField("Role", [_CHOSEN], choices=_CHOICES)


class InviteForm(FlaskForm):  # type: ignore[misc]
    """Who is invited into which role."""

    email = StringField(
        "Email address", [DataRequired("Write an email address"), LINE], filters=[stripped]
    )
    role = RadioField("Role", [_CHOSEN], choices=_CHOICES)
