"""What was looked for and not found, for those who recruit."""
