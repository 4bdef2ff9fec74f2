"""The policies of those who run the directory, room by room."""

from collections.abc import Mapping

from directory.web.policies.policy import Policy

ADMINS: Mapping[str, Policy] = {
    # Queue
    "queue.home": Policy("reader", strong=True),
    "queue.see": Policy("reader", strong=True),
    "queue.old_address": Policy("reader", strong=True),
    "claim_desk.see": Policy("reader", strong=True),
    "claim_desk.approve": Policy("verifier", strong=True, fresh=True),
    "claim_desk.reject": Policy("verifier", strong=True, fresh=True),
    "claim_desk.ask": Policy("verifier", strong=True, fresh=True),
    "claim_desk.make_code": Policy("verifier", strong=True, fresh=True),
    "claim_desk.print_objection": Policy("verifier", strong=True, fresh=True),
    "claim_desk.note_proof": Policy("verifier", strong=True, fresh=True),
    "claim_desk.freeze": Policy("verifier", strong=True, fresh=True),
    "claim_desk.give_back": Policy("verifier", strong=True, fresh=True),
    "claim_desk.undo": Policy("verifier", strong=True, fresh=True),
    "check_desk.see": Policy("reader", strong=True),
    "check_desk.clear": Policy("verifier", strong=True, fresh=True),
    "check_desk.send_back": Policy("verifier", strong=True, fresh=True),
    "correction_desk.see": Policy("reader", strong=True),
    "correction_desk.make": Policy("verifier", strong=True, fresh=True),
    "correction_desk.mark": Policy("verifier", strong=True, fresh=True),
    "correction_desk.refuse": Policy("verifier", strong=True, fresh=True),
    "removal_desk.see": Policy("reader", strong=True),
    "removal_desk.carry_out": Policy("verifier", strong=True, fresh=True),
    "removal_desk.refuse": Policy("verifier", strong=True, fresh=True),
    # Overview
    # Import
    # Duplicates
    # Licenses
    # Rosters
    # Listings
    # Truth
    "truth.see": Policy("reader", strong=True),
    "truth.wrong": Policy("reader", strong=True),
    "truth.preview": Policy("reader", strong=True),
    "truth.results": Policy("reader", strong=True),
    "truth.resize": Policy("editor", strong=True, fresh=True),
    "truth.draw": Policy("editor", strong=True, fresh=True),
    "truth.publish": Policy("owner", strong=True, fresh=True),
    "truth.withdraw": Policy("owner", strong=True, fresh=True),
    "truth_week.see": Policy("reader", strong=True),
    "truth_week.sheet": Policy("reader", strong=True),
    "truth_week.as_file": Policy("reader", strong=True),
    "truth_call.see": Policy("reader", strong=True),
    "truth_call.note": Policy("verifier", strong=True, fresh=True),
    "truth_call.take_back": Policy("verifier", strong=True, fresh=True),
    "truth_call.settle": Policy("verifier", strong=True, fresh=True),
    # Demand
    # Words
    # Weights
    # People
    # Audit
    # Second admin
}
