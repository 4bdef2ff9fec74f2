"""A phone with an authenticator app, and what people do with it."""

import base64
import hmac
import re
import struct

from werkzeug.test import TestResponse

from tests.account.people import ADDRESS, PASSWORD, sign_in, signed_in
from tests.web.mailing import Clock, Office, Person

_KEY = re.compile(r'<code class="address">([A-Z2-7 ]+)</code>')
_CODE = re.compile(r"<code>([0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4})</code>")
APP = "/account/security/app"


class Phone:
    """An app that knows one secret and the time (RFC 6238)."""

    def __init__(self, key: str, clock: Clock) -> None:
        key = key.replace(" ", "")
        self.key = base64.b32decode(key + "=" * (-len(key) % 8))
        self.clock = clock

    def code(self, steps: int = 0) -> str:
        """Return the code of now, or of some steps of 30 seconds later."""
        counter = int(self.clock().timestamp()) // 30 + steps
        digest = hmac.digest(self.key, struct.pack(">Q", counter), "sha1")
        start = digest[-1] & 15
        (number,) = struct.unpack(">I", digest[start : start + 4])
        return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def set_up_app(here: Office, person: Person) -> Phone:
    """Set up an authenticator app as the page says."""
    found = _KEY.search(person.see(APP).text)
    assert found
    phone = Phone(found[1], here.clock)
    assert person.submit(APP, code=phone.code()).status_code == 303
    return phone


def make_recovery_codes(person: Person) -> list[str]:
    """Return the codes that are shown once."""
    return _CODE.findall(person.submit("/account/security/recovery-codes").text)


def with_app(here: Office) -> tuple[Person, Phone]:
    """Return somebody signed in who has just set up an app, and the phone."""
    person = signed_in(here)
    return person, set_up_app(here, person)


def at_second_step(here: Office, password: str = PASSWORD) -> Person:
    """Return somebody with a browser of their own who has typed the right password."""
    person = here.person()
    assert sign_in(person, ADDRESS, password).location == "/account/code"
    return person


def give_code(person: Person, code: str) -> TestResponse:
    return person.submit("/account/code", code=code)


def give_recovery_code(person: Person, code: str) -> TestResponse:
    return person.submit("/account/recovery-code", code=code)
