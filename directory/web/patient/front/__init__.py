"""The first page, help right now, the way out, and what browsers and crawlers ask for."""
