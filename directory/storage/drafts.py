"""Drafts of listings in the database, section by section."""

import json
from collections.abc import Iterable

from sqlmodel import Session, col, delete, select

from directory.providers.drafts import SectionDraft
from directory.providers.sections import SECTIONS
from directory.storage.draft_tables import SectionDraftRow


class Drafts:
    """What was typed into listings and is not on the site, within one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_listing(self, provider_id: str) -> tuple[SectionDraft, ...]:
        """Return the drafts of a listing in the order of the sections."""
        query = select(SectionDraftRow).where(col(SectionDraftRow.provider_id) == provider_id)
        found = {row.section: row for row in self._session.exec(query)}
        return tuple(_draft(found[section]) for section in SECTIONS if section in found)

    def put(self, provider_id: str, draft: SectionDraft) -> None:
        """Keep a draft in place of the one of the same section."""
        self._session.merge(
            SectionDraftRow(
                provider_id=provider_id,
                section=draft.section,
                document=json.dumps(dict(draft.values)),
                saved_at=draft.saved_at,
                confirms=draft.confirms,
            )
        )

    def remove(self, provider_id: str, sections: Iterable[str] = tuple(SECTIONS)) -> None:
        """Forget the drafts of sections of a listing, of all where none are named."""
        self._session.exec(
            delete(SectionDraftRow).where(
                col(SectionDraftRow.provider_id) == provider_id,
                col(SectionDraftRow.section).in_(list(sections)),
            )
        )


def _draft(row: SectionDraftRow) -> SectionDraft:
    return SectionDraft(row.section, json.loads(row.document), row.saved_at, row.confirms)
