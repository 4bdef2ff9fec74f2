"""The database: the truth about every listing."""

from directory.storage.account_sessions import AccountSession, AccountSessions
from directory.storage.accounts import Accounts, StoredAccount, StoredPasskey
from directory.storage.address_changes import AddressChange, AddressChanges
from directory.storage.audit_log import AuditLog
from directory.storage.awaited_replies import AwaitedReplies
from directory.storage.changes import Changes
from directory.storage.claim_keys import ClaimKeys
from directory.storage.claims import Claims
from directory.storage.contact_reports import ContactReports
from directory.storage.corrections import Corrections
from directory.storage.database import Database
from directory.storage.drafts import Drafts
from directory.storage.editions import Editions, PublishedEdition, StoredDraft, StoredPreview
from directory.storage.exposures import Exposures
from directory.storage.imports import ImportChange, Imports
from directory.storage.jobs import Jobs
from directory.storage.keepers import Keepers
from directory.storage.license_checks import LicenseChecks
from directory.storage.outbox import Outbox, Waiting
from directory.storage.passkey_challenges import PasskeyChallenges
from directory.storage.photos import Photos
from directory.storage.practice_invitations import (
    InvitationKind,
    PracticeInvitation,
    PracticeInvitations,
)
from directory.storage.practices import Practices, StoredPractice
from directory.storage.providers import Providers
from directory.storage.rate_counts import RateCounts, delete_expired_counts
from directory.storage.reminders import Progress, Reminders
from directory.storage.removals import Removals, Tombstones
from directory.storage.sealed import SealedVisits
from directory.storage.search_log import SearchLog
from directory.storage.view_counts import ViewCounts

__all__ = [
    "AccountSession",
    "AccountSessions",
    "Accounts",
    "AddressChange",
    "AddressChanges",
    "AuditLog",
    "AwaitedReplies",
    "Changes",
    "ClaimKeys",
    "Claims",
    "ContactReports",
    "Corrections",
    "Database",
    "Drafts",
    "Editions",
    "Exposures",
    "ImportChange",
    "Imports",
    "InvitationKind",
    "Jobs",
    "Keepers",
    "LicenseChecks",
    "Outbox",
    "PasskeyChallenges",
    "Photos",
    "PracticeInvitation",
    "PracticeInvitations",
    "Practices",
    "Progress",
    "Providers",
    "PublishedEdition",
    "RateCounts",
    "Reminders",
    "Removals",
    "SealedVisits",
    "SearchLog",
    "StoredAccount",
    "StoredDraft",
    "StoredPasskey",
    "StoredPractice",
    "StoredPreview",
    "Tombstones",
    "ViewCounts",
    "Waiting",
    "delete_expired_counts",
]
