"""The database: the truth about every listing."""

from directory.storage.account_sessions import AccountSession, AccountSessions
from directory.storage.accounts import Accounts, StoredAccount, StoredPasskey
from directory.storage.address_changes import AddressChange, AddressChanges
from directory.storage.admin_steps import AdminSteps
from directory.storage.attachments import Attachments
from directory.storage.audit_log import AuditLog, Wanted
from directory.storage.awaited_replies import AwaitedReplies
from directory.storage.call_samples import CallSamples
from directory.storage.changes import Changes
from directory.storage.claim_keys import ClaimKeys
from directory.storage.claims import Claims
from directory.storage.contact_reports import ContactReports
from directory.storage.corrections import Corrections
from directory.storage.database import Database
from directory.storage.desk_listings import DeskListings
from directory.storage.drafts import Drafts
from directory.storage.duplicates import Duplicates
from directory.storage.editions import Editions, PublishedEdition, StoredDraft, StoredPreview
from directory.storage.evidence import EvidenceFiles
from directory.storage.exposures import Exposures
from directory.storage.imports import ImportBatch, ImportChange, Imports
from directory.storage.jobs import Jobs
from directory.storage.keepers import Keepers
from directory.storage.license_checks import LicenseChecks
from directory.storage.merges import Merges
from directory.storage.notices import Notices, ReportLooks
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
from directory.storage.real_listings import RealListings
from directory.storage.reminders import Progress, Reminders
from directory.storage.removals import Removals, Tombstones
from directory.storage.role_invitations import RoleInvitation, RoleInvitations
from directory.storage.rosters import Rosters
from directory.storage.sealed import SealedVisits
from directory.storage.search_log import SearchLog
from directory.storage.staging import NoteKind, RowNote, Staged, Staging
from directory.storage.unmet_sums import UnmetSums
from directory.storage.uploads import ChosenColumns, Upload, Uploads, UploadState
from directory.storage.verifications import Verifications
from directory.storage.view_counts import ViewCounts
from directory.storage.vitals import ListingCounts, SignOfLife, Vitals, WaitingMail
from directory.storage.weekly_figures import WeeklyFigures

__all__ = [
    "AccountSession",
    "AccountSessions",
    "Accounts",
    "AddressChange",
    "AddressChanges",
    "AdminSteps",
    "Attachments",
    "AuditLog",
    "AwaitedReplies",
    "CallSamples",
    "Changes",
    "ChosenColumns",
    "ClaimKeys",
    "Claims",
    "ContactReports",
    "Corrections",
    "Database",
    "DeskListings",
    "Drafts",
    "Duplicates",
    "Editions",
    "EvidenceFiles",
    "Exposures",
    "ImportBatch",
    "ImportChange",
    "Imports",
    "InvitationKind",
    "Jobs",
    "Keepers",
    "LicenseChecks",
    "ListingCounts",
    "Merges",
    "NoteKind",
    "Notices",
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
    "RealListings",
    "Reminders",
    "Removals",
    "ReportLooks",
    "RoleInvitation",
    "RoleInvitations",
    "Rosters",
    "RowNote",
    "SealedVisits",
    "SearchLog",
    "SignOfLife",
    "Staged",
    "Staging",
    "StoredAccount",
    "StoredDraft",
    "StoredPasskey",
    "StoredPractice",
    "StoredPreview",
    "Tombstones",
    "UnmetSums",
    "Upload",
    "UploadState",
    "Uploads",
    "Verifications",
    "ViewCounts",
    "Vitals",
    "Waiting",
    "WaitingMail",
    "Wanted",
    "WeeklyFigures",
    "delete_expired_counts",
]
