"""What passkeys were asked to sign: each answer counts once, and for a few minutes."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete

from directory.storage.signing_in_tables import PasskeyChallengeRow

LASTS = timedelta(minutes=5)


class PasskeyChallenges:
    """The challenges that were not answered yet, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, hash: str, now: datetime) -> None:
        """Keep the hash of what a passkey is asked to sign."""
        self._session.exec(
            delete(PasskeyChallengeRow).where(col(PasskeyChallengeRow.expires_at) <= now)
        )
        self._session.add(PasskeyChallengeRow(hash=hash, expires_at=now + LASTS))

    def use(self, hash: str, now: datetime) -> bool:
        """Use a challenge up; tell whether it was asked in time and not answered before."""
        found = delete(PasskeyChallengeRow).where(
            col(PasskeyChallengeRow.hash) == hash, col(PasskeyChallengeRow.expires_at) > now
        )
        return self._session.exec(found).rowcount == 1
