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
    "words.see": Policy("reader", strong=True),
    "words.before_publishing": Policy("reader", strong=True),
    "words.publish": Policy("editor", strong=True, fresh=True),
    "words.drop": Policy("editor", strong=True, fresh=True),
    "previews.ask": Policy("editor", strong=True, fresh=True),
    "previews.see": Policy("reader", strong=True),
    "editions.see": Policy("reader", strong=True),
    "editions.bring_back": Policy("editor", strong=True, fresh=True),
    "editions.file": Policy("reader", strong=True),
    "editions.draft_file": Policy("reader", strong=True),
    "editions.read_file": Policy("editor", strong=True, fresh=True),
    "terms.choose": Policy("reader", strong=True),
    "terms.see": Policy("reader", strong=True),
    "terms.save": Policy("editor", strong=True, fresh=True),
    "payers.choose": Policy("reader", strong=True),
    "payers.write": Policy("reader", strong=True),
    "payers.add": Policy("editor", strong=True, fresh=True),
    "payers.see": Policy("reader", strong=True),
    "payers.save": Policy("editor", strong=True, fresh=True),
    "payers.retire": Policy("editor", strong=True, fresh=True),
    "crisis_lines.choose": Policy("reader", strong=True),
    "crisis_lines.see": Policy("reader", strong=True),
    "crisis_lines.save": Policy("editor", strong=True, fresh=True),
    "own_lines.write": Policy("reader", strong=True),
    "own_lines.add": Policy("editor", strong=True, fresh=True),
    "own_lines.see": Policy("reader", strong=True),
    "own_lines.save": Policy("editor", strong=True, fresh=True),
    "own_lines.drop": Policy("editor", strong=True, fresh=True),
    "clocks.see": Policy("reader", strong=True),
    "clocks.save": Policy("editor", strong=True, fresh=True),
    "sign_offs.choose": Policy("reader", strong=True),
    "sign_offs.see": Policy("reader", strong=True),
    "sign_offs.sign": Policy("editor", strong=True, fresh=True),
    "sign_offs.withdraw": Policy("editor", strong=True, fresh=True),
    # Weights
    "weights.see": Policy("reader", strong=True),
    "weights.save": Policy("editor", strong=True, fresh=True),
    # People
    # Audit
    # Second admin
}
