"""The numbers of a listing, for those who keep it."""
