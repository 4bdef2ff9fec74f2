"""Mail of Flask-Security, through our outbox."""

from typing import Any

from flask_security import MailUtil
from flask_security.mail_util import EmailValidateException

from directory.mail import Mail, is_mail_address
from directory.web.access import current_directory
from directory.workflows.messages.post_mail import post

NO_ADDRESS = "Write your email address like name@example.com"


def post_now(mail: Mail) -> None:
    """Post a mail in a transaction of its own."""
    directory = current_directory()
    with directory.database.writing() as session:
        post(session, mail, directory.clock())


class PostedMail(MailUtil):  # type: ignore[misc]
    """Posts what the library wants to send, and takes the addresses that our mailer takes."""

    def send_mail(
        self,
        template: str,  # noqa: ARG002
        subject: str,
        recipient: str | tuple[str, str],
        sender: str | tuple[str, str],  # noqa: ARG002
        body: str | None,
        html: str | None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> None:
        """Put a mail into the outbox; the sender is always this site."""
        to = recipient if isinstance(recipient, str) else recipient[1]
        post_now(Mail(to=to, subject=str(subject), text=body or "", language="en"))

    def normalize(self, email: str) -> str:
        """Return an address in small letters, as it is stored."""
        clean = email.strip().lower()
        if not is_mail_address(clean):
            raise EmailValidateException(NO_ADDRESS)
        return clean

    def validate(self, email: str) -> str:
        """Return an address in small letters, as it is stored."""
        return self.normalize(email)
