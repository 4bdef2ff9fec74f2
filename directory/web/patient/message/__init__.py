"""Messages to a provider and their replies."""
