"""The pages on which people prove who they are."""

from dataclasses import dataclass

from flask_wtf import FlaskForm


@dataclass(frozen=True, slots=True)
class SecondStepPage:
    """The second step of signing in."""

    title: str
    form: FlaskForm
    has_authenticator: bool
    has_passkey: bool
    has_recovery_codes: bool


@dataclass(frozen=True, slots=True)
class RecoveryPage:
    """A recovery code in place of a phone."""

    title: str
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """Proving again who one is; `address` tells a password manager whose password is asked for."""

    title: str
    address: str
    password: FlaskForm
    code: FlaskForm
    next: str
    has_authenticator: bool
    has_passkey: bool


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page that needs nothing but its title."""

    title: str
