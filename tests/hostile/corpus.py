"""All hostile and broken files."""

from tests.hostile import json_files, packed_files, register_files, spreadsheets, text_files, values

CASES = (
    *text_files.CASES,
    *values.CASES,
    *json_files.CASES,
    *packed_files.CASES,
    *register_files.CASES,
    *spreadsheets.CASES,
)
