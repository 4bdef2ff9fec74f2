"""All hostile and broken files."""

from tests.hostile import text_files

CASES = (*text_files.CASES,)
