"""The pages that explain help, and how this site works."""
