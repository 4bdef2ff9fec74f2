"""Claiming a listing: asking for it, proving it, and stopping somebody else."""
