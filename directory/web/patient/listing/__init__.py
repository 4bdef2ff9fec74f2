"""One provider as a card and as a page."""
