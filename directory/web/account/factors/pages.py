"""The pages about what an account has beside its password."""

from dataclasses import dataclass

from flask_wtf import FlaskForm


@dataclass(frozen=True, slots=True)
class PasskeyLine:
    """One passkey, in words."""

    id: str
    name: str
    added: str
    used: str


@dataclass(frozen=True, slots=True)
class SecurityPage:
    """What an account has, and what it lacks."""

    title: str
    is_strong: bool
    is_recovering: bool
    has_authenticator: bool
    passkeys: tuple[PasskeyLine, ...]
    recovery_codes: int
    go_on: str

    @property
    def has_factor(self) -> bool:
        """Whether signing in asks for more than the password."""
        return self.has_authenticator or bool(self.passkeys)


@dataclass(frozen=True, slots=True)
class AuthenticatorPage:
    """Setting up an authenticator app: the picture, the secret to type, and the first code."""

    title: str
    form: FlaskForm
    size: int
    path: str
    to_type: str
    link: str
    replaces: bool


@dataclass(frozen=True, slots=True)
class PasskeyNeededPage:
    """What somebody sees who has a role and did not use a passkey."""

    title: str
    has_passkey: bool
    use_href: str


@dataclass(frozen=True, slots=True)
class NewPasskeyPage:
    """Naming and making a passkey."""

    title: str
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class RemovalPage:
    """Taking a factor away, and what that means."""

    title: str
    form: FlaskForm
    what: str
    action: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class RecoveryCodesPage:
    """Making recovery codes, or the new ones, shown once."""

    title: str
    form: FlaskForm
    left: int
    codes: tuple[str, ...]
    is_last_step: bool
