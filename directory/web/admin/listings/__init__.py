"""Any listing, public or not: found, checked, published, hidden, and all of that taken back."""
