"""The claims of listings."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import cast

from sqlmodel import Session, col, delete, select

from directory.providers import Provider
from directory.providers.claims import HOLDING, SHORTEST, Claim, State, Way, nobodys
from directory.storage.claim_tables import ClaimKeyRow, ClaimRow
from directory.storage.providers import document_of

_DOCUMENTS = ("before", "frozen")


class Claims:
    """The claims, within one session; as they were written down, so ask each how it stands now."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, claim: Claim) -> None:
        """Insert a claim or replace it as a whole."""
        facts = {name: value for name, value in asdict(claim).items() if name not in _DOCUMENTS}
        before = document_of(claim.before) if claim.before else None
        frozen = document_of(claim.frozen) if claim.frozen else None
        self._session.merge(ClaimRow(**facts, before=before, frozen=frozen))
        self._session.flush()

    def get(self, id: str) -> Claim | None:
        """Return one claim, or None where there is no such id."""
        row = self._session.get(ClaimRow, id)
        return _claim(row) if row else None

    def of_listing(self, provider_id: str) -> tuple[Claim, ...]:
        """Return every claim of a listing, the newest first."""
        query = select(ClaimRow).where(col(ClaimRow.provider_id) == provider_id)
        return tuple(map(_claim, self._session.exec(query.order_by(col(ClaimRow.asked_at).desc()))))

    def of_account(self, account_id: str) -> tuple[Claim, ...]:
        """Return every claim of an account, the newest first."""
        query = select(ClaimRow).where(col(ClaimRow.account_id) == account_id)
        return tuple(map(_claim, self._session.exec(query.order_by(col(ClaimRow.asked_at).desc()))))

    def in_states(self, states: Iterable[State]) -> tuple[Claim, ...]:
        """Return the claims that were written down in some states, the longest-standing first."""
        query = select(ClaimRow).where(col(ClaimRow.state).in_(list(states)))
        return tuple(map(_claim, self._session.exec(query.order_by(col(ClaimRow.since)))))

    def first_holding(self, provider_id: str) -> Claim | None:
        """Return the oldest claim by which a listing was ever kept, None where there is none."""
        held = [one for one in self.of_listing(provider_id) if one.state in HOLDING]
        return held[-1] if held else None

    def is_frozen(self, provider_id: str) -> bool:
        """Tell whether somebody objected to a claim of a listing, and nobody has decided yet."""
        query = select(ClaimRow.id).where(
            col(ClaimRow.provider_id) == provider_id, col(ClaimRow.state) == "frozen"
        )
        return self._session.exec(query.limit(1)).first() is not None

    def typed_npis(self) -> dict[str, str]:
        """Return by listing the NPI that whoever began it typed, where another listing has it."""
        query = select(ClaimRow.provider_id, ClaimRow.npi).where(col(ClaimRow.npi).is_not(None))
        return {id: npi for id, npi in self._session.exec(query) if npi}

    def forget_account(self, account_id: str) -> None:
        """Delete the claims of an account that is deleted, and whatever could prove them.

        Of one that was approved the imported listing stays, and nothing of the person: its
        contacts go on being those by which the listing can be claimed.
        """
        for claim in self.of_account(account_id):
            self._session.exec(delete(ClaimKeyRow).where(col(ClaimKeyRow.subject) == claim.id))
            if claim.state in HOLDING and claim.before:
                self.save(nobodys(claim))
            else:
                self._session.exec(delete(ClaimRow).where(col(ClaimRow.id) == claim.id))

    def forget_listing(self, provider_id: str) -> None:
        """Delete the claims of a listing that is removed, and whatever could prove them."""
        for claim in self.of_listing(provider_id):
            self._session.exec(delete(ClaimKeyRow).where(col(ClaimKeyRow.subject) == claim.id))
        self._session.exec(delete(ClaimRow).where(col(ClaimRow.provider_id) == provider_id))

    def settle_due(self, now: datetime) -> None:
        """Write down what the deadlines have brought about by now."""
        query = select(ClaimRow).where(
            col(ClaimRow.state).in_(["proof_sent", "approved"]),
            col(ClaimRow.since) <= now - SHORTEST,
        )
        for claim in map(_claim, self._session.exec(query)):
            if claim.at(now) != claim:
                self.save(claim.at(now))


def _claim(row: ClaimRow) -> Claim:
    facts = row.model_dump()
    documents = {
        name: Provider.model_validate_json(facts[name]) if facts[name] else None
        for name in _DOCUMENTS
    }
    state, way = cast(State, facts["state"]), cast(Way, facts["way"])
    return Claim(**facts | documents | {"state": state, "way": way})
