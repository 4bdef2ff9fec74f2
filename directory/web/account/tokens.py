"""Signed links whose age our own clock tells."""

from flask_security import Security
from itsdangerous import TimestampSigner, URLSafeTimedSerializer

from directory.workflows.opening import Clock


def use_clock(security: Security, secret: str, clock: Clock) -> None:
    """Let the links in mails grow old by a clock."""

    class Signer(TimestampSigner):
        def get_timestamp(self) -> int:
            return int(clock().timestamp())

    def serializer(purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(secret, salt=f"account {purpose}", signer=Signer)

    security.confirm_serializer = serializer("confirm")
    security.reset_serializer = serializer("reset")
    security.change_email_serializer = serializer("change address")
