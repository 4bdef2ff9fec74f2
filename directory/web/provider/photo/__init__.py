"""The photo of a listing."""
