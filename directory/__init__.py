"""A provider directory and matching service for mental health."""

__version__ = "0.1.0"
