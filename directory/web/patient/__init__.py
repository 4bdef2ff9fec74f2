"""What a person who looks for help sees."""
