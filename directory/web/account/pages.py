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
class HomePage:
    """The account of whoever is signed in."""

    title: str
    address: str


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
