"""Rosters of state boards, from the file to taking one back."""
