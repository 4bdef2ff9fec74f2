"""Rosters of state boards: brought as evidence, read, applied, and taken back."""
