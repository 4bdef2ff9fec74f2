"""What a license lets its holder offer."""
