"""For whom a listing would be shown."""
