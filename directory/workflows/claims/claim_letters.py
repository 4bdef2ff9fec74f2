"""The words of the mails about claims, checks and corrections."""

from collections.abc import Sequence
from datetime import date

from directory.mail import Mail
from directory.sentences import ENGLISH
from directory.workflows.messages.site_letters import SiteLetters, quoted


class ClaimLetters(SiteLetters):
    """Letters of one site: its name and where it is."""

    def proof(self, to: str, name: str, account: str, token: str) -> Mail:
        """Return the mail that proves a claim; `account` is the claimant's address, masked."""
        return self._letter(
            to,
            "Is this you? Confirm your listing",
            f"Hello {name},",
            f"Someone with the account {account} asked to keep the listing of {name} on"
            f" “{self.site_name}”. You get this because your address is on file for it, or belongs"
            " to its practice.",
            "If it was you, open this page within 48 hours while you are signed in with that"
            " account. It works once:",
            self._at(f"/claims/proof/{token}"),
            "If it was not you, say so here. Then the listing stays as it is:",
            self._at(f"/claims/not-me/{token}"),
        )

    def approved(self, to: str, name: str, provider_id: str) -> Mail:
        """Return the mail to a claimant whose claim was approved."""
        return self._letter(
            to,
            "Your listing is yours to keep",
            f"Hello {name},",
            f"Thank you. You can now edit your listing on “{self.site_name}”:",
            self._at(f"/my/listing/{provider_id}"),
            "We have told the contact that was on file. For 7 days they can stop this if"
            " something is wrong.",
        )

    def rejected(self, to: str, name: str, reason: str) -> Mail:
        """Return the mail to a claimant whose claim was rejected, with the reason."""
        return self._letter(
            to,
            "About the listing that you asked for",
            "Hello,",
            f"We could not give you the listing of {name} on “{self.site_name}”. This is why:",
            quoted(reason),
            "You can ask again at any time, and show us something else.",
        )

    def question(self, to: str, name: str, question: str, claim_id: str) -> Mail:
        """Return the mail that asks a claimant for more."""
        return self._letter(
            to,
            "One question about the listing that you asked for",
            "Hello,",
            f"We are looking at what you sent us about the listing of {name} on"
            f" “{self.site_name}”. Before we can decide, please tell us:",
            quoted(question),
            "You can answer here:",
            self._at(f"/claims/{claim_id}"),
        )

    def new_keeper(self, to: str, name: str, token: str, until: date) -> Mail:
        """Return the mail to a contact on file or an earlier keeper, with the link that stops."""
        return self._letter(
            to,
            "Someone now keeps this listing",
            "Hello,",
            f"From today someone else keeps the listing of {name} on “{self.site_name}”. They"
            " showed us that it is theirs. If it was you, or you know of it, you need do nothing.",
            f"If something is wrong, stop it here until {ENGLISH.day(until)}. It"
            " takes one click and no account. The listing goes back to what it was, and a person"
            " looks into it:",
            self._at(f"/claims/stop/{token}"),
        )

    def frozen(self, to: str, name: str) -> Mail:
        """Return the mail to a keeper whose listing somebody stopped."""
        return self._letter(
            to,
            "Your listing is on hold",
            "Hello,",
            f"Someone whom we had on file says that the listing of {name} on “{self.site_name}” is"
            " not yours. Until a person has looked into it, it cannot be edited. What you wrote is"
            " kept.",
            "You need do nothing now. We will write to you.",
        )

    def given_back(self, to: str, name: str, provider_id: str) -> Mail:
        """Return the mail to a keeper who has their listing back after it was stopped."""
        return self._letter(
            to,
            "Your listing is yours again",
            "Hello,",
            f"We have looked into the listing of {name} on “{self.site_name}”. It is yours to keep,"
            " and public as it was:",
            self._at(f"/my/listing/{provider_id}"),
        )

    def taken_back(self, to: str, name: str, reason: str) -> Mail:
        """Return the mail to somebody who does not keep a listing any more, with the reason."""
        return self._letter(
            to,
            "You no longer keep this listing",
            "Hello,",
            f"We have looked into who keeps the listing of {name} on “{self.site_name}”, and have"
            " taken it back from this account. This is why:",
            quoted(reason),
        )

    def checked(self, to: str, name: str, provider_id: str) -> Mail:
        """Return the mail to a keeper whose listing an admin has checked."""
        return self._letter(
            to,
            "We have checked your listing",
            f"Hello {name},",
            f"We have checked your listing on “{self.site_name}”. See how it stands here:",
            self._at(f"/my/listing/{provider_id}"),
        )

    def sent_back(self, to: str, name: str, provider_id: str, reason: str) -> Mail:
        """Return the mail to a keeper whose listing cannot be public yet, with the reason."""
        return self._letter(
            to,
            "Your listing is not public yet",
            f"Hello {name},",
            f"We have looked at your listing on “{self.site_name}”. Before it can be public:",
            quoted(reason),
            "When you have mended that, publish it again:",
            self._at(f"/my/listing/{provider_id}"),
        )

    def corrected(self, to: str, name: str) -> Mail:
        """Return the mail to a keeper whose locked facts were mended."""
        return self._letter(
            to,
            "Your listing is corrected",
            f"Hello {name},",
            f"We have made the correction to your listing on “{self.site_name}”.",
        )

    def not_corrected(self, to: str, name: str, reason: str) -> Mail:
        """Return the mail to a keeper whose locked facts stay as they are, with the reason."""
        return self._letter(
            to,
            "About the correction that you asked for",
            f"Hello {name},",
            f"We have not made the correction to your listing on “{self.site_name}”. This is why:",
            quoted(reason),
        )

    def training_checked(self, to: str, name: str, trainings: Sequence[str]) -> Mail:
        """Return the mail to a keeper whose proofs of training were seen."""
        return self._letter(
            to,
            "We have checked your training",
            f"Hello {name},",
            f"We have looked at your proof. Your listing on “{self.site_name}” now says “checked”"
            f" of: {', '.join(trainings)}.",
            "If you change the training there, it has to be checked again.",
        )
