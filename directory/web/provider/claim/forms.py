"""The forms about claims, new listings and corrections."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Optional, ValidationError

from directory.providers.proof_ways import ProofWay, is_at_own_domain
from directory.web.choices import LICENSE_CHOICES, LINE, STATE_CHOICES, TEXT, stripped


class WayForm(FlaskForm):  # type: ignore[misc]
    """How to prove a claim, of the ways that the listing offers."""

    way = RadioField("How can we check that it is you?", validate_choice=False)
    local_part = StringField("Your address there", filters=[stripped])

    def __init__(self, offered: Iterable[ProofWay], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {way.way: way for way in offered}
        self.way.choices = {way: way for way in self.offered}

    def validate_way(self, field: Field) -> None:
        """Refuse a way that is not offered."""
        if field.data not in self.offered:
            raise ValidationError("Choose how we can check that it is you")

    def validate_local_part(self, field: Field) -> None:
        """Refuse what cannot stand before the @, where that is asked for."""
        if self.way.data != "domain" or "domain" not in self.offered:
            return
        field.data = field.data.removesuffix(f"@{self.offered['domain'].to}")
        if not is_at_own_domain(field.data):
            raise ValidationError("Write only what stands before the @")


class ClaimForm(WayForm):
    """How to prove a claim, and which license the claimant holds."""

    license_state = SelectField("State of your license", choices=STATE_CHOICES, default="")
    license_number = StringField("License number", [Optional(), LINE], filters=[stripped])


class CodeForm(FlaskForm):  # type: ignore[misc]
    """The code of a call or a letter."""

    code = StringField("Code", [DataRequired("Write the code"), LINE], filters=[stripped])


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """The answer to what an admin asked."""

    answer = TextAreaField("Your answer", [InputRequired("Write your answer"), TEXT])


class NewListingForm(FlaskForm):  # type: ignore[misc]
    """Who a new listing is about."""

    npi = StringField("NPI, if you have one", [Optional(), LINE], filters=[stripped])
    name = StringField("Your name", [DataRequired("Write your name"), LINE], filters=[stripped])
    license = SelectField("What you are", choices={"": "Choose one"} | LICENSE_CHOICES, default="")
    state = SelectField("State", choices=STATE_CHOICES, default="")
    title = StringField("Letters after your name", [Optional(), LINE], filters=[stripped])
    number = StringField("License number", [Optional(), LINE], filters=[stripped])
    is_new = HiddenField(filters=[stripped])

    def validate_license(self, field: Field) -> None:
        """Refuse an empty choice."""
        if not field.data:
            raise ValidationError("Choose what you are")

    def validate_state(self, field: Field) -> None:
        """Ask for the state; a coach, too, works somewhere."""
        if not field.data:
            raise ValidationError("Choose a state")

    def validate_title(self, field: Field) -> None:
        """Ask for the letters of a license, by which the state tells what its holder may do."""
        if self.license.data == "coach" and (field.data or self.number.data):
            raise ValidationError("A coach has no license here: leave this empty")


class CorrectionForm(FlaskForm):  # type: ignore[misc]
    """What should be mended in a listing."""

    name = StringField("Your name as it should be", [Optional(), LINE], filters=[stripped])
    npi = StringField("Your NPI as it should be", [Optional(), LINE], filters=[stripped])
    words = TextAreaField("What is wrong with your license", [Optional(), TEXT])


class TrainingsForm(FlaskForm):  # type: ignore[misc]
    """Which trainings should be checked, of those that the listing names."""

    trainings = SelectMultipleField("What should we check?", validate_choice=False, choices={})
    proof = TextAreaField("Where can we see the proof?", [Optional(), TEXT])
