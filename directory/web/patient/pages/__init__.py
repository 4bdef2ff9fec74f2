"""What each patient template is given: finished data, one frozen dataclass per page."""
