"""Who may ask for what: one policy for each route, and one function that decides.

Whatever is named neither here nor in a public room is refused, as if it did not exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

# `keeper` is whoever may edit a listing: those who keep it, and the managers of the practice that
# it joined. `sole_keeper` leaves the managers out.
Who = Literal[
    "anyone",
    "account",
    "passkey_owner",
    "keeper",
    "sole_keeper",
    "practice_manager",
    "claimant",
    "admin",
]
# `sign_in`: say first who you are; `strengthen`: with a second factor, too; `refresh`: once more,
# since it was some time ago. `not_found`: no word on whether there is such a thing.
Decision = Literal["allow", "sign_in", "strengthen", "refresh", "not_found"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Whom a route is for.

    `strong`: only with a second factor that was used; `fresh`: only shortly after proving who one
    is.
    """

    who: Who
    strong: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Visitor:
    """An account that asks, and how well it proved who it is."""

    is_admin: bool
    is_strong: bool
    is_fresh: bool


# The blueprints that everybody may read and use: those of the patients, of programs and of checks.
PUBLIC = frozenset(
    {
        "about",
        "api",
        "api_description",
        "components",
        "crawlers",
        "front",
        "health",
        "language",
        "listing",
        "manifest",
        "message",
        "removal",
        "photos",
        "reply",
        "search",
        "shortlist",
        "triage",
    }
)

POLICIES: Mapping[str, Policy] = {
    "static": Policy("anyone"),
    # Accounts
    "account.login": Policy("anyone"),
    "account.logout": Policy("anyone"),
    "account.sign_up": Policy("anyone"),
    "account.mail_sent": Policy("anyone"),
    "account.send_confirmation": Policy("anyone"),
    "account.confirm_email": Policy("anyone"),
    "account.forgot_password": Policy("anyone"),
    "account.reset_password": Policy("anyone"),
    "account.mails": Policy("anyone"),  # a developer's machine alone has it
    "account.confirm_address": Policy("anyone"),
    "account.stop_address": Policy("anyone"),
    "account.home": Policy("account"),
    "account.change_address": Policy("account", fresh=True),
    "account.change_password": Policy("account", fresh=True),
    "account.delete": Policy("account", fresh=True),
    # Second factors and sessions
    "second_step.code": Policy("anyone"),
    "second_step.check_code": Policy("anyone"),
    "second_step.recovery_code": Policy("anyone"),
    "second_step.check_recovery_code": Policy("anyone"),
    "second_step.lost": Policy("anyone"),
    "second_step.passkey_options": Policy("anyone"),
    "second_step.passkey": Policy("anyone"),
    "verify.ask": Policy("account"),
    "verify.by_password": Policy("account"),
    "verify.by_code": Policy("account"),
    "verify.passkey_options": Policy("account"),
    "verify.by_passkey": Policy("account"),
    "verify.done": Policy("account"),
    "sessions.list_all": Policy("account"),
    "sessions.end": Policy("account"),
    "sessions.end_others": Policy("account"),
    "security.show": Policy("account"),
    "authenticator.ask": Policy("account", fresh=True),
    "authenticator.set_up": Policy("account", fresh=True),
    "authenticator.ask_to_remove": Policy("account", fresh=True),
    "authenticator.remove": Policy("account", fresh=True),
    "passkeys.ask": Policy("account", fresh=True),
    "passkeys.options": Policy("account", fresh=True),
    "passkeys.add": Policy("account", fresh=True),
    "passkeys.ask_to_remove": Policy("passkey_owner", fresh=True),
    "passkeys.remove": Policy("passkey_owner", fresh=True),
    "recovery_codes.ask": Policy("account", fresh=True),
    "recovery_codes.renew": Policy("account", fresh=True),
    # The way in to one's own listings
    "my_listings.choose": Policy("account"),
    "my_listings.find": Policy("account"),
    # Practices
    "practice.choose": Policy("account"),
    "practice.write": Policy("account", strong=True),
    "practice.begin": Policy("account", strong=True),
    "practice.manage": Policy("practice_manager", strong=True),
    "practice.invite": Policy("practice_manager", strong=True, fresh=True),
    "practice.invite_another": Policy("practice_manager", strong=True, fresh=True),
    "practice.withdraw": Policy("practice_manager", strong=True),
    "practice.ask_to_remove": Policy("practice_manager", strong=True),
    "practice.remove": Policy("practice_manager", strong=True),
    "practice.ask_to_leave": Policy("practice_manager", strong=True),
    "practice.leave": Policy("practice_manager", strong=True),
    "membership.see_invitation": Policy("account", strong=True),
    "membership.accept": Policy("account", strong=True, fresh=True),
    "membership.decline": Policy("account", strong=True),
    "membership.see_practice": Policy("sole_keeper"),
    "membership.leave_listing": Policy("sole_keeper"),  # saying less asks for less
    # Claims and new listings
    "claim.start": Policy("account"),
    "claim.ask": Policy("account"),
    "claim.course": Policy("claimant"),
    "claim.choose_way": Policy("claimant"),
    "claim.try_code": Policy("claimant"),
    "claim.answer": Policy("claimant"),
    "claim.withdraw": Policy("claimant"),
    "claim_links.see_proof": Policy("account"),
    "claim_links.prove": Policy("account"),
    "claim_links.see_not_me": Policy("anyone"),
    "claim_links.refuse": Policy("anyone"),
    "claim_links.see_stop": Policy("anyone"),
    "claim_links.stop": Policy("anyone"),
    "claim_links.type_stop_code": Policy("anyone"),
    "new_listing.write": Policy("account", strong=True),
    "new_listing.begin": Policy("account", strong=True),
    "correction.write": Policy("sole_keeper", strong=True),
    "correction.ask": Policy("sole_keeper", strong=True),
    "training_check.write": Policy("sole_keeper", strong=True),
    "training_check.ask": Policy("sole_keeper", strong=True),
    # The editor
    "task_list.show": Policy("keeper", strong=True),
    "task_list.before_publishing": Policy("keeper", strong=True),
    "task_list.publish": Policy("keeper", strong=True),
    "task_list.before_taking_off": Policy("keeper"),
    "task_list.off": Policy("keeper"),
    "section.show": Policy("keeper", strong=True),
    "section.save": Policy("keeper", strong=True),
    "section.discard": Policy("keeper", strong=True),
    "history.read": Policy("keeper", strong=True),
    "history.before_restoring": Policy("keeper", strong=True),
    "history.restore": Policy("keeper", strong=True),
    # Reach, preview and photo
    "reach.reach": Policy("keeper"),
    "offer.offer": Policy("keeper"),
    "photo.show": Policy("keeper", strong=True),
    "photo.add": Policy("keeper", strong=True),
    "photo.remove": Policy("keeper", strong=True),
    "preview.preview": Policy("keeper"),
    "preview.large_photo": Policy("keeper"),
    "preview.small_photo": Policy("keeper"),
    # Freshness
    "keep.show": Policy("anyone"),
    "keep.say": Policy("anyone"),
    "freshness.confirm": Policy("keeper"),
    "freshness.confirmed": Policy("keeper"),
    "freshness.pause": Policy("keeper"),
    "freshness.paused": Policy("keeper"),
    # Numbers
    "numbers.numbers": Policy("keeper"),
    # Admin
    "queue.home": Policy("admin", strong=True),
    "queue.see": Policy("admin", strong=True),
    "claim_desk.see": Policy("admin", strong=True),
    "claim_desk.approve": Policy("admin", strong=True, fresh=True),
    "claim_desk.reject": Policy("admin", strong=True, fresh=True),
    "claim_desk.ask": Policy("admin", strong=True, fresh=True),
    "claim_desk.make_code": Policy("admin", strong=True, fresh=True),
    "claim_desk.print_objection": Policy("admin", strong=True, fresh=True),
    "claim_desk.note_proof": Policy("admin", strong=True, fresh=True),
    "claim_desk.freeze": Policy("admin", strong=True, fresh=True),
    "claim_desk.give_back": Policy("admin", strong=True, fresh=True),
    "claim_desk.undo": Policy("admin", strong=True, fresh=True),
    "check_desk.see": Policy("admin", strong=True),
    "check_desk.clear": Policy("admin", strong=True, fresh=True),
    "check_desk.send_back": Policy("admin", strong=True, fresh=True),
    "correction_desk.see": Policy("admin", strong=True),
    "correction_desk.make": Policy("admin", strong=True, fresh=True),
    "correction_desk.mark": Policy("admin", strong=True, fresh=True),
    "correction_desk.refuse": Policy("admin", strong=True, fresh=True),
    "removal_desk.see": Policy("admin", strong=True),
    "removal_desk.carry_out": Policy("admin", strong=True, fresh=True),
    "removal_desk.refuse": Policy("admin", strong=True, fresh=True),
}

# What a listing says of a license is for those alone whose license it is, not for a practice.
SOLE_KEEPERS_SECTIONS = frozenset({"license"})


def policy_of(endpoint: str, arguments: Mapping[str, object]) -> Policy | None:
    """Return the policy of a route, None where it has none and so is refused."""
    policy = POLICIES.get(endpoint)
    if policy is None:
        return Policy("anyone") if endpoint.partition(".")[0] in PUBLIC else None
    if policy.who == "keeper" and arguments.get("section") in SOLE_KEEPERS_SECTIONS:
        return replace(policy, who="sole_keeper")
    return policy


def decide(policy: Policy | None, visitor: Visitor | None, relation: frozenset[Who]) -> Decision:
    """Decide on a request; `relation` is what the visitor is to the things that it names."""
    if policy is None:
        return "not_found"
    if policy.who == "anyone":
        return "allow"
    if visitor is None:
        return "sign_in"
    if policy.who not in relation | _by_account(visitor):
        return "not_found"
    return _proof(policy, visitor)


def _by_account(visitor: Visitor) -> frozenset[Who]:
    return frozenset({"account", "admin"} if visitor.is_admin else {"account"})


def _proof(policy: Policy, visitor: Visitor) -> Decision:
    if policy.strong and not visitor.is_strong:
        return "strengthen"
    return "refresh" if policy.fresh and not visitor.is_fresh else "allow"
