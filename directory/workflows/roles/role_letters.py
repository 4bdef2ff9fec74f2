"""The words of the mails about roles, and about steps that a second admin agrees to."""

from datetime import date

from directory.mail import Mail
from directory.roles import Role
from directory.sentences import ENGLISH
from directory.workflows.messages.site_letters import SiteLetters

MAY: dict[Role, str] = {
    "reader": "see every page of those who run the directory, and change nothing",
    "verifier": "decide what waits: claims, checks, corrections, removals, evidence and calls",
    "editor": "decide what waits, import, undo and merge listings, and edit words and weights",
    "owner": "do what editors do, say who has which role, and publish figures about the directory",
}


class RoleLetters(SiteLetters):
    """Letters of one site."""

    def invite(self, to: str, role: Role, token: str, until: date) -> Mail:
        """Return the mail that asks somebody to help run the directory."""
        return self._letter(
            to,
            f"Help to run {self.site_name}",
            "Hello,",
            f"The people who run “{self.site_name}” ask you to help, as {with_article(role)}. You"
            f" could then {MAY[role]}.",
            "You need an account with this address. If you have none yet, begin one first:",
            self._at("/account/sign-up"),
            "Then look at the invitation here. It asks for a passkey: your fingerprint, face or"
            f" PIN on your device. It works once, until {ENGLISH.day(until)}:",
            self._at(f"/account/invitation/{token}"),
            "If you do not know these people, you can delete this email. Nothing will happen.",
        )

    def others_role(self, to: str, address: str, role: Role | None) -> Mail:
        """Return the mail to an owner that somebody else has another role, or none."""
        now = f"is now {with_article(role)}" if role else "no longer has a role"
        may = f"They may {MAY[role]}." if role else "They can see and change nothing there."
        return self._letter(
            to,
            f"{address} {now}",
            "Hello,",
            f"{address} {now} in running “{self.site_name}”. {may}",
            "If you did not expect this, talk to the others who run the site.",
            "Who has which role:",
            self._at("/admin/people"),
        )

    def your_role(self, to: str, role: Role) -> Mail:
        """Return the mail to somebody whose role is another one."""
        return self._letter(
            to,
            f"You are now {with_article(role)}",
            "Hello,",
            f"You are now {with_article(role)} of “{self.site_name}”. You may {MAY[role]}.",
            "The pages are here. They ask for your passkey:",
            self._at("/admin"),
        )

    def your_role_ended(self, to: str) -> Mail:
        """Return the mail to somebody whose role ended."""
        return self._letter(
            to,
            "Your role has ended",
            "Hello,",
            f"You no longer have a role in running “{self.site_name}”. Thank you for your help."
            " Your account, and any listing of yours, stay as they are.",
        )

    def step_waits(self, to: str, label: str, id: str) -> Mail:
        """Return the mail to whoever could agree to a dangerous step."""
        return self._letter(
            to,
            f"Please look: {label}",
            "Hello,",
            f"Somebody who runs “{self.site_name}” with you asks for something that needs two"
            f" people: {label}.",
            "Talk to them if you are not sure that it is them. Then agree or refuse here, within"
            " seven days:",
            self._at(f"/admin/steps/{id}"),
        )

    def step_ended(self, to: str, label: str, id: str, what: str) -> Mail:
        """Return the mail to whoever asked for a dangerous step."""
        return self._letter(
            to,
            f"{label}: your request {what}",
            "Hello,",
            f"What you asked for on “{self.site_name}” {what}: {label}.",
            "More is here:",
            self._at(f"/admin/steps/{id}"),
        )


def with_article(role: Role) -> str:
    """Return a role as in "an editor"."""
    return f"an {role}" if role[0] in "eo" else f"a {role}"
