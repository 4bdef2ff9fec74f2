"""Which passwords are taken: long ones that are not among the first to be guessed."""

from typing import Any

from flask_security import PasswordUtil

from directory.web.account.configuration import SHORTEST_PASSWORD

_LONGEST = 1000
_TOO_SHORT = f"Use {SHORTEST_PASSWORD} characters or more. A few words in a row are easy to keep"
_TOO_LONG = f"Use {_LONGEST} characters or fewer"
_TOO_COMMON = "This password is easy to guess. Try a few words that do not belong together"
# What is guessed first; digits and signs around it change nothing.
_COMMON = frozenset(
    """
    password passwordpassword passwort qwertyuiop qwertyuiopasdfghjkl asdfghjkl asdfghjklzxcvbnm
    qwertyqwerty qazwsxedcrfv zxcvbnm iloveyou iloveyouiloveyou letmein letmeinletmein welcome
    welcomewelcome administrator trustno superman princess sunshine football baseball dragon
    monkeymonkey changeme changemechangeme secretsecret whatever startrek correcthorsebattery
    correcthorsebatterystaple unbelievable motherfucker basketball liverpoolfc manchester
    therapist psychotherapist psychologist psychiatrist counselor counselling mentalhealth
    testtesttest mypassword newpassword yourpassword thisismypassword adminadmin
    """.split()  # noqa: SIM905  (one word a line would be a long way to the rules)
)
_ROWS = ("01234567890123456789", "09876543210987654321", "abcdefghijklmnopqrstuvwxyz")


class Passwords(PasswordUtil):  # type: ignore[misc]
    """The rules: length and not being guessed at once, and nothing about kinds of characters."""

    def validate(
        self,
        password: str,
        is_register: bool,  # noqa: ARG002  (the library's own signature)
        **kwargs: Any,
    ) -> tuple[list[str] | None, str]:
        """Return what is wrong, None where nothing is, and the password as it is compared."""
        clean = self.normalize(password)
        wrong = _objection(clean, str(kwargs.get("email") or ""))
        return ([wrong] if wrong else None), clean


def _objection(password: str, email: str) -> str | None:
    if len(password) < SHORTEST_PASSWORD:
        return _TOO_SHORT
    if len(password) > _LONGEST:
        return _TOO_LONG
    return _TOO_COMMON if _is_common(password.lower(), email.lower()) else None


def _is_common(password: str, email: str) -> bool:
    letters = "".join(one for one in password if one.isalpha())
    return (
        len(set(password)) < 5
        or letters in _COMMON
        or any(password in row * 2 for row in _ROWS)
        or (bool(email) and password in {email, email.partition("@")[0]})
    )
