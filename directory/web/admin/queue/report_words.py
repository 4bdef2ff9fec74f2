"""What people who called told, in words for those who run the directory."""

from collections.abc import Mapping

REPORTS: Mapping[str, str] = {
    "reached": "Reached them",
    "full": "Had no room",
    "no_reply": "Got no reply",
    "wrong_insurance": "Did not take the insurance",
    "wrong_number": "The number was wrong",
}
