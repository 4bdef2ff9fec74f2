"""Pages and documents over HTTP, one room per audience."""
