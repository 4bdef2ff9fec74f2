"""Spreadsheets in XLSX: in, in a process of its own, and out."""
