"""The pages about accounts."""

from dataclasses import dataclass

from flask_wtf import FlaskForm


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with one form."""

    title: str
    form: FlaskForm


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The page to sign in; `unconfirmed` says that the address was not confirmed yet."""

    title: str
    form: FlaskForm
    next: str
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class SignUpPage:
    """The page to begin an account; without mail nobody can."""

    title: str
    form: FlaskForm
    shortest: int
    has_mail: bool


@dataclass(frozen=True, slots=True)
class MailSentPage:
    """What comes after a form that sends a mail, whether there is an account or not."""

    title: str
    address: str
    again_href: str
    goes_nowhere: bool


@dataclass(frozen=True, slots=True)
class OwnListing:
    """A listing that somebody keeps."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The account of whoever is signed in; an address waits until it is confirmed."""

    title: str
    address: str
    waiting_address: str | None
    has_second_factor: bool
    listings: tuple[OwnListing, ...]


@dataclass(frozen=True, slots=True)
class ChangeAddressPage:
    """The form for another address; without mail there is none."""

    title: str
    form: FlaskForm
    address: str
    has_mail: bool


@dataclass(frozen=True, slots=True)
class StopPage:
    """The button that gives an account its old address back."""

    title: str
    form: FlaskForm
    address: str


@dataclass(frozen=True, slots=True)
class ChangePasswordPage:
    """The form for another password; a password manager needs the address."""

    title: str
    form: FlaskForm
    address: str
    shortest: int


@dataclass(frozen=True, slots=True)
class DeletePage:
    """What goes with an account and what stays; a hindrance says why it cannot go yet."""

    title: str
    form: FlaskForm
    address: str
    hindrance: str | None
    staying: tuple[OwnListing, ...]
    going: tuple[OwnListing, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A piece of a mail's text; `href` where it is a link."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class ShownMail:
    """A mail in the folder of a developer."""

    to: str
    subject: str
    paragraphs: tuple[tuple[ShownPart, ...], ...]


@dataclass(frozen=True, slots=True)
class MailsPage:
    """The newest mails in the folder of a developer."""

    title: str
    mails: tuple[ShownMail, ...]


@dataclass(frozen=True, slots=True)
class RoleInvitationPage:
    """An invitation to help run the directory; `is_mine`: it went to this account's address."""

    title: str
    role: str
    may: str
    is_mine: bool
    has_passkey: bool
    action: str


@dataclass(frozen=True, slots=True)
class TitledPage:
    """A page that only says something."""

    title: str
