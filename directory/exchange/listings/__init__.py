"""Our own listings file: CSV, JSON and JSON Lines."""
