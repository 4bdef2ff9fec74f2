"""The history of a listing, for those who keep it."""
