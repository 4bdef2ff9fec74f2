"""The web: pages for people and an API for other systems, over the workflows."""
