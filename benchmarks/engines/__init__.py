"""The contestants: one file each, behind one small protocol."""
