"""Mail: what is posted, and messages between people and providers."""
