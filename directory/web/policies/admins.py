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
    "notice_desk.close": Policy("verifier", strong=True, fresh=True),
    "notice_desk.looked": Policy("verifier", strong=True, fresh=True),
    # Overview
    # Import
    "imports.see": Policy("reader", strong=True),
    "imports.write": Policy("editor", strong=True, fresh=True),
    "imports.bring": Policy("editor", strong=True, fresh=True),
    "imports.show": Policy("reader", strong=True),
    "imports.confirm": Policy("editor", strong=True, fresh=True),
    "imports.again": Policy("editor", strong=True, fresh=True),
    "imports.discard": Policy("editor", strong=True, fresh=True),
    "import_columns.columns": Policy("reader", strong=True),
    "import_columns.choose": Policy("editor", strong=True, fresh=True),
    "import_rows.listings": Policy("reader", strong=True),
    "import_rows.notes": Policy("reader", strong=True),
    "import_rows.failed": Policy("reader", strong=True),
    "import_mending.errors": Policy("reader", strong=True),
    "import_mending.mend": Policy("editor", strong=True, fresh=True),
    "import_batch.see": Policy("reader", strong=True),
    "import_batch.undo": Policy("editor", strong=True, fresh=True),
    # Duplicates
    # Licenses
    "evidence_desk.download": Policy("reader", strong=True),
    "evidence_desk.delete": Policy("verifier", strong=True, fresh=True),
    # Rosters
    "rosters.list_all": Policy("reader", strong=True),
    "rosters.bring": Policy("verifier", strong=True, fresh=True),
    "rosters.columns": Policy("reader", strong=True),
    "rosters.choose": Policy("verifier", strong=True, fresh=True),
    "rosters.discard": Policy("verifier", strong=True, fresh=True),
    "roster_desk.see": Policy("reader", strong=True),
    "roster_desk.listings": Policy("reader", strong=True),
    "roster_desk.apply": Policy("verifier", strong=True, fresh=True),
    "roster_desk.take_back": Policy("verifier", strong=True, fresh=True),
    "roster_desk.download": Policy("reader", strong=True),
    # Listings
    "listing_list.find": Policy("reader", strong=True),
    "listing_desk.see": Policy("reader", strong=True),
    "listing_desk.verify": Policy("verifier", strong=True, fresh=True),
    "listing_desk.take_back": Policy("verifier", strong=True, fresh=True),
    "listing_desk.attach": Policy("verifier", strong=True, fresh=True),
    "listing_desk.hide": Policy("verifier", strong=True, fresh=True),
    "listing_desk.show": Policy("verifier", strong=True, fresh=True),
    # Truth
    # Demand
    "demand.see": Policy("reader", strong=True),
    "demand.download": Policy("reader", strong=True),
    # Words
    # Weights
    # People
    # Audit
    # Second admin
}
